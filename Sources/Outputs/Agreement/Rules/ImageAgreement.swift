import Diagnostics
import JSON

/// The image that JSON-LD names: the page shows it.
enum ImageAgreement: PageAgreement {
    static func disagreements(_ page: PageProjections) -> [Disagreement] {
        let named = (page.data?.all("Article") ?? []).compactMap { $0.member("image")?.stringValue }
        guard !named.isEmpty else { return [] }
        let shown = Set(page.html.images.map { LinkAgreement.key($0, page) })
        return named.filter { !shown.contains(LinkAgreement.key($0, page)) }.map {
            page.differ(Message(en: "image", zh: "图片"), "JSON-LD image", $0, "HTML", nil)
        }
    }
}
