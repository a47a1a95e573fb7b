import Bytes
import SiteModel

/// `catalog.csv`: one row for each price, for spreadsheets. Source: RFC 4180, with the line breaks of the other files. A text that a
/// spreadsheet would take for a formula stands behind an apostrophe, as in other careful exports; `catalog.json` has it as it is.
package enum CatalogCSV: SiteFormat {
    package static let name = "catalog-csv"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        view.catalog == nil ? [] : [OutputTask(path: "catalog.csv")]
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        var buffer = ByteBuffer(capacity: 16_384)
        buffer.append("id,meter,unit,per,currency,state,amount,group,tier,source,status,lowest\n")
        for offer in view.catalog?.models ?? [] {
            for price in offer.prices {
                let fields = [
                    offer.id, price.meter, price.unit, String(price.per), price.currency, price.state.rawValue,
                    price.amount?.text ?? "", price.group ?? "", price.tier?.text ?? "", offer.source,
                    offer.status.rawValue, price.lowest?.text ?? "",
                ]
                for (position, field) in fields.enumerated() {
                    if position > 0 { buffer.append(byte: 0x2C) }
                    buffer.append(csv: field)
                }
                buffer.append(byte: 0x0A)
            }
        }
        return [.bytes(buffer.bytes)]
    }
}

extension ByteBuffer {
    /// In quotes when it holds a quote, a comma or a line break, or begins like a formula; quotes are doubled.
    fileprivate mutating func append(csv field: String) {
        let isFormula = Self.beginsFormula(field)
        guard isFormula || field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
            append(text: field)
            return
        }
        append(byte: 0x22)
        if isFormula { append(byte: 0x27) }
        for byte in field.utf8 {
            if byte == 0x22 { append(byte: byte) }
            append(byte: byte)
        }
        append(byte: 0x22)
    }

    /// Source: OWASP, CSV Injection. Wide forms of the signs begin formulas in Chinese and Japanese spreadsheets.
    private static func beginsFormula(_ field: String) -> Bool {
        switch field.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠": true
        default: false
        }
    }
}
