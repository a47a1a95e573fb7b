import Bytes
import SiteModel

/// Models and prices in a twin, from the same records as the HTML.
extension TwinContent {
    /// On a model's page: its facts and every one of its prices.
    func writeModel(_ buffer: inout ByteBuffer) {
        guard let id = facets.model?.text, let offer = view.catalog?.offer(id) else { return }
        writeHeading(.model, &buffer)
        buffer.append("\n")
        for (label, value) in ModelWords(view, language).facts(of: offer) {
            buffer.append("- ")
            buffer.append(text: label)
            buffer.append(text: view.phrase(.colon, in: language))
            buffer.append(markdownEscaped: value)
            buffer.append("\n")
        }
        writeHeading(.prices, &buffer)
        writePriceDate(&buffer)
        let words = ModelWords(view, language)
        writeTable(
            [.meter, .condition, .prices].map { view.phrase($0, in: language) },
            offer.prices.map { [words.meter($0.meter), words.condition(of: $0), words.price($0)] }, &buffer)
    }

    /// On comparisons, the list of models and the price page: one row per model.
    func writeModelTable(_ buffer: inout ByteBuffer) {
        guard let catalog = view.catalog, let table = view.modelTable(of: page) else { return }
        writePriceDate(&buffer)
        let words = ModelWords(view, language)
        let rows = table.models.map { offer in
            [words.name(offer)] + table.columns.map { words.value($0, of: offer) }
        }
        guard !catalog.models.isEmpty, !rows.isEmpty else { return }
        writeTable([view.phrase(.model, in: language)] + table.columns.map(words.column), rows, &buffer)
    }

    /// The date of the prices, or since when they are not confirmed.
    private func writePriceDate(_ buffer: inout ByteBuffer) {
        guard let catalog = view.catalog, let date = catalog.asOf else { return }
        buffer.append("\n")
        buffer.append(text: view.phrase(catalog.isConfirmed ? .asOf : .unconfirmed, in: language))
        buffer.append(text: view.phrase(.colon, in: language))
        buffer.append(text: date.day)
        buffer.append("\n")
    }

    private func writeTable(_ columns: [String], _ rows: [[String]], _ buffer: inout ByteBuffer) {
        buffer.append("\n")
        writeRow(columns, &buffer)
        for _ in columns { buffer.append("| --- ") }
        buffer.append("|\n")
        for row in rows { writeRow(row, &buffer) }
    }

    private func writeRow(_ cells: [String], _ buffer: inout ByteBuffer) {
        for cell in cells {
            buffer.append("| ")
            buffer.append(tableCell: cell)
            buffer.append(" ")
        }
        buffer.append("|\n")
    }
}
