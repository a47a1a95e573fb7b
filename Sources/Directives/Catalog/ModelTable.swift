package import Bytes
package import SiteModel

/// A table of models, one row each: what the directive, the comparison pages and the price page show.
package struct ModelTable {
    package let columns: [ModelColumn]
    package let offers: [ModelOffer]
    private let group: String?
    /// Whether the twin names models by their ids too, as the table of a page template does.
    private let showsIDs: Bool
    private let facts: any DirectiveFacts

    /// Without a group, each model shows its prices in the first published group that it has.
    package init(
        _ offers: [ModelOffer], columns: [ModelColumn], group: String? = nil, showsIDs: Bool = false,
        _ facts: any DirectiveFacts
    ) {
        self.offers = offers
        self.columns = columns
        self.group = group
        self.showsIDs = showsIDs
        self.facts = facts
    }

    /// What the table shows, with the date of the data: "Models and prices (2026-11-23)".
    package var caption: String {
        var buffer = ByteBuffer(capacity: 128)
        writeCaption(as: .plain, into: &buffer)
        return buffer.text
    }

    /// What stands above a column; prices say there what their amounts are for.
    package func heading(_ column: ModelColumn) -> String {
        guard let unit = unit(column) else { return facts.heading(of: column) }
        let brackets = Brackets(facts.language)
        return facts.heading(of: column) + brackets.opening + unit + brackets.closing
    }

    /// The content of a cell; `—` where the model has nothing to show.
    package func writeCell(
        _ column: ModelColumn, of offer: ModelOffer, as projection: Projection, into buffer: inout ByteBuffer
    ) {
        guard case .price(let meter) = column else {
            buffer.append(text: facts.value(of: column, offer) ?? "—", as: projection)
            return
        }
        guard let price = offer.price(meter, group: group) else {
            buffer.append("—")
            return
        }
        PriceElement(price, of: offer, facts).write(as: projection, into: &buffer)
        // Where prices differ by group, a number says whose it is; where they differ by deployment, it says so.
        let hasGroups = price.group != nil && offer.groups.count > 1
        guard let note = hasGroups ? facts.condition(of: price) : facts.range(of: price) else { return }
        buffer.append(text: Brackets.around(note, facts.language), as: projection)
    }

    /// The model's name with a link to its page, and a word where it is withdrawn.
    package func writeName(of offer: ModelOffer, as projection: Projection, into buffer: inout ByteBuffer) {
        buffer.append(link: offer.name, to: facts.address(of: offer), as: projection, facts)
        if showsIDs, projection == .markdown, offer.id != offer.name {
            buffer.append(" ")
            buffer.append(markdownEscaped: offer.id)
        }
        WithdrawnNote(offer, facts).write(as: projection, into: &buffer)
    }

    /// The whole table without a line break at its end: `<table>`, a GFM table, or one line for each model.
    package func write(as projection: Projection, into buffer: inout ByteBuffer) {
        switch projection {
        case .html: writeHTML(&buffer)
        case .markdown: writeMarkdown(&buffer)
        case .plain: writePlain(&buffer)
        }
    }
}

extension ModelTable {
    private func unit(_ column: ModelColumn) -> String? {
        if case .price(let meter) = column { facts.unit(ofMeter: meter) } else { nil }
    }

    private func writeCaption(as projection: Projection, into buffer: inout ByteBuffer) {
        buffer.append(text: facts.phrase(.modelTableCaption), as: projection)
        guard let date = facts.catalogDay else { return }
        let brackets = Brackets(facts.language)
        buffer.append(text: brackets.opening)
        buffer.append(day: date, as: projection)
        buffer.append(text: brackets.closing)
    }

    private func writeHTML(_ buffer: inout ByteBuffer) {
        buffer.append("<div class=\"table-scroll\" tabindex=\"0\">\n<table class=\"model-table\">\n<caption>")
        writeCaption(as: .html, into: &buffer)
        buffer.append("</caption>\n<thead>\n<tr><th scope=\"col\">")
        buffer.append(htmlEscaped: facts.phrase(.model))
        buffer.append("</th>")
        for column in columns {
            buffer.append(column.isNumber ? "<th class=\"align-right\" scope=\"col\">" : "<th scope=\"col\">")
            buffer.append(htmlEscaped: heading(column))
            buffer.append("</th>")
        }
        buffer.append("</tr>\n</thead>\n<tbody>\n")
        for offer in offers {
            buffer.append("<tr")
            buffer.append(attribute: "data-model", offer.id)
            buffer.append("><th scope=\"row\">")
            writeName(of: offer, as: .html, into: &buffer)
            buffer.append("</th>")
            for column in columns {
                buffer.append(column.isNumber ? "<td class=\"align-right\"" : "<td")
                buffer.append(attribute: "data-label", heading(column))
                buffer.append(">")
                writeCell(column, of: offer, as: .html, into: &buffer)
                buffer.append("</td>")
            }
            buffer.append("</tr>\n")
        }
        buffer.append("</tbody>\n</table>\n</div>")
    }

    /// Source: GitHub Flavored Markdown, section 4.10; a cell ends at a `|` without a backslash.
    private func writeMarkdown(_ buffer: inout ByteBuffer) {
        writeCaption(as: .markdown, into: &buffer)
        buffer.append("\n\n| ")
        buffer.append(markdownEscaped: facts.phrase(.model))
        for column in columns {
            buffer.append(" | ")
            buffer.append(markdownEscaped: heading(column))
        }
        buffer.append(" |\n| ---")
        for column in columns { buffer.append(column.isNumber ? " | ---:" : " | ---") }
        buffer.append(" |")
        for offer in offers {
            buffer.append("\n| ")
            writeName(of: offer, as: .markdown, into: &buffer)
            for column in columns {
                buffer.append(" | ")
                writeCell(column, of: offer, as: .markdown, into: &buffer)
            }
            buffer.append(" |")
        }
    }

    private func writePlain(_ buffer: inout ByteBuffer) {
        let comma = facts.phrase(.listComma)
        for (row, offer) in offers.enumerated() {
            if row > 0 { buffer.append("\n") }
            writeName(of: offer, as: .plain, into: &buffer)
            buffer.append(text: facts.phrase(.colon))
            for (position, column) in columns.enumerated() {
                if position > 0 { buffer.append(text: comma) }
                buffer.append(text: facts.heading(of: column))
                buffer.append(" ")
                writeCell(column, of: offer, as: .plain, into: &buffer)
            }
        }
    }
}
