import SiteModel

/// Pages that say the same where each should say its own.
enum Collision {
    /// Each page with the first one of its language that says the same, letters and digits compared.
    static func among(
        _ pages: [CheckedPage], _ text: (CheckedPage) -> String?
    ) -> [(page: CheckedPage, other: CheckedPage)] {
        var first: [String: Int] = [:]
        var found: [(page: CheckedPage, other: CheckedPage)] = []
        for (number, page) in pages.enumerated() {
            guard let text = text(page) else { continue }
            let key = Letters.normalized(text)
            guard !key.isEmpty else { continue }
            if let other = first[page.header.languageCode + "/" + key] {
                found.append((page, pages[other]))
            } else {
                first[page.header.languageCode + "/" + key] = number
            }
        }
        return found
    }
}
