import Bytes
package import SiteModel

/// What is said about a page where there is room for a line or two. All of it is text that the page itself shows.
extension SiteView {
    /// The short answer as plain text; nil for pages without one.
    package func shortAnswerText(of page: PageIndex) -> String? {
        card(page).shortAnswer.map { plainText($0, of: page) }
    }

    /// What lists say about a page: the short answer, else the definition, else the description; may be empty.
    package func summary(of page: PageIndex) -> String {
        if let text = card(page).shortAnswer ?? card(page).definition {
            return plainText(text, of: page)
        }
        return written(page) ?? catalogSummary(of: page) ?? ""
    }

    /// The same as HTML where prices stand in it, for on any page a price carries its data; nil where none does.
    func summaryWithPrices(of page: PageIndex) -> [UInt8]? {
        let card = card(page)
        guard card.hasPricesInSummary, let text = card.shortAnswer ?? card.definition else { return nil }
        var buffer = ByteBuffer(capacity: 512)
        RichTextWriter(self, for: header(page)).writeListed(text, into: &buffer)
        return buffer.bytes
    }

    /// The meta description, which is also the description of structured data and of the twin: the beginning of the short
    /// answer or definition, else what the editor wrote, else the beginning of the body, else the title.
    package func metaDescription(of page: PageIndex, body: RichText?) -> String {
        if let text = card(page).shortAnswer ?? card(page).definition {
            return Excerpt.cut(plainText(text, of: page), columns: 160, least: 62)
        }
        if let description = written(page) { return OneLine.text(description) }
        if let summary = catalogSummary(of: page), let language = settings.language(card(page).languageCode) {
            // A long name would leave no room for what is said of the model.
            let title = card(page).title
            let opening = title.utf8.count > 120 ? "" : title + phrase(.colon, in: language)
            return Excerpt.cut(opening + summary, columns: 160, least: 100)
        }
        if let listed = listedTitles(on: page) { return card(page).title + listed }
        let opening = body.map { self.opening(of: $0, on: page) } ?? ""
        return opening.isEmpty ? card(page).title : opening
    }

    /// The note behind a link in `llms.txt`, on one line and never empty.
    /// - Parameter body: for pages that have nothing else.
    func note(of page: PageIndex, body: RichText?) -> String {
        if let text = card(page).shortAnswer ?? card(page).definition {
            let note = Excerpt.cut(plainText(text, of: page), columns: 160, least: 30)
            if !note.isEmpty { return note }
        }
        if let text = written(page) ?? catalogSummary(of: page) ?? listedTitles(on: page).map({ card(page).title + $0 })
        {
            return Excerpt.cut(text, columns: 160, least: 30)
        }
        let opening = body.map { self.opening(of: $0, on: page) } ?? ""
        return opening.isEmpty ? dateNote(of: page) : opening
    }

    /// Whether a page has nothing to summarise it but its body.
    func needsOpening(_ page: PageIndex) -> Bool { card(page).needsOpening }

    /// The beginning of a body, on one line.
    func opening(of body: RichText, on page: PageIndex) -> String {
        Excerpt.cut(plainText(body, of: page), columns: 160, least: 30)
    }
}

extension SiteView {
    /// Notes the questions that a page's card answers, whoever worked it out.
    func noteCard(of page: PageIndex) {
        guard let reads else { return }
        reads.ask(.face, of: page)
        // Most summaries stand in the page's own file.
        let card = unnotedCard(page)
        if card.hasPricesInSummary {
            _ = summaryWithPrices(of: page)
        } else if card.hasOpenSummary {
            _ = summary(of: page)
        }
    }

    private func written(_ page: PageIndex) -> String? {
        card(page).description.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The first pages that a further part of a hub lists.
    private func listedTitles(on page: PageIndex) -> String? {
        let card = card(page)
        guard card.part > 1, let language = settings.language(card.languageCode) else { return nil }
        let titles = groups(of: page).lazy.flatMap(\.pages).prefix(3).map { self.card($0).title }
        guard !titles.isEmpty else { return nil }
        let text = phrase(.colon, in: language) + titles.joined(separator: phrase(.listComma, in: language))
        return Excerpt.cut(OneLine.text(text), columns: 140, least: 62)
    }

    private func plainText(_ text: RichText, of page: PageIndex) -> String {
        if case .plain(let plain) = text.storage { return plain }
        return RichTextWriter(self, for: header(page)).plainText(text)
    }

    private func dateNote(of page: PageIndex) -> String {
        guard let language = settings.language(card(page).languageCode),
            let modified = modified(of: page)
        else {
            return card(page).title
        }
        return phrase(.updated, in: language) + phrase(.colon, in: language) + modified.day
    }
}
