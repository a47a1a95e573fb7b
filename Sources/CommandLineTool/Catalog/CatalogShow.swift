import ContentLoading
import Diagnostics
import Outputs
import SiteBuilder
import SiteModel

/// `citable catalog show`: the models as the site has them.
enum CatalogShow {
    static func run(_ invocation: Invocation) async -> ExitCode {
        guard let root = SiteLocation.find(invocation), let options = Check.options(root, invocation) else {
            return .usage
        }
        let loaded = await SiteCheckup(options).site()
        guard let catalog = loaded.catalog else {
            invocation.terminal.complain(
                Message(en: "there is no sound snapshot of a catalog", zh: "没有可用的目录快照"), in: invocation.language)
            return .mistakes
        }
        if invocation.arguments.values["--format"] == "json" {
            let file = CatalogJSON.file(SiteView(loaded, now: options.now)) ?? []
            invocation.terminal.result(String(decoding: file, as: UTF8.self))
        } else {
            invocation.terminal.result(catalog.models.map(line).joined())
        }
        return .fine
    }

    private static func line(_ offer: ModelOffer) -> String {
        let prices = offer.pricesInReadingOrder.map { price in
            let conditions = [price.group, price.tier?.text].compactMap(\.self)
            let condition = conditions.isEmpty ? "" : " (\(conditions.joined(separator: ", ")))"
            return
                "\(price.meter)\(condition)=\(price.amount.map { "\($0.text) \(price.currency)" } ?? price.state.rawValue)"
        }
        let status = offer.isWithdrawn ? ["withdrawn"] : []
        return ([offer.source, offer.id, offer.kind] + status + prices).joined(separator: "  ") + "\n"
    }
}
