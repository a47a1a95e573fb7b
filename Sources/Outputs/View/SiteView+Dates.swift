package import SiteModel

/// Dates and names as every output must say them alike.
extension SiteView {
    /// When a page's visible content last changed: `updated`, else `date`; of hubs and home the newest of what they list.
    /// Source: the contract, section 7 (12).
    package func modified(of page: PageIndex) -> Moment? {
        let header = header(page)
        switch header.kind {
        case "hub":
            return newest(members(of: header.folder, in: header.language), header.modified)
        case "home":
            let listed = sections(in: header.language).flatMap { members(of: $0, in: header.language).prefix(8) }
            return newest(listed, header.modified)
        default: return header.modified
        }
    }

    private func newest(_ pages: [PageIndex], _ own: Moment?) -> Moment? {
        pages.reduce(own) { newest, page in
            guard let moment = header(page).modified else { return newest }
            return newest.map { max($0, moment) } ?? moment
        }
    }

    /// What the breadcrumb says, visible and in structured data: the title; of the home page the phrase for it.
    package func breadcrumbTitle(of page: PageIndex) -> String {
        let header = header(page)
        return header.id == .home ? phrase(.home, in: header.language) : header.title
    }

    /// The nearest `llms.txt` that covers a page: its section's, else its language's.
    package func llmsPath(for page: PageIndex) -> String {
        let header = header(page)
        let prefix = settings.prefix(of: header.language)
        return header.folder.isEmpty ? prefix + "/llms.txt" : "\(prefix)/\(header.folder)/llms.txt"
    }
}
