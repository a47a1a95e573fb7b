package import SiteModel

/// Where the machine files of a page's section and language stand.
extension SiteView {
    /// The site-absolute path of the nearest `llms.txt`: that of the page's section, else that of its language.
    package func llmsPath(for page: PageIndex) -> String {
        let card = card(page)
        let prefix = settings.prefix(ofLanguage: card.languageCode)
        let hasFile = SiteView.sectionOrder.contains(card.folder) && hasMembersBeside(page)
        return hasFile ? prefix + "/" + card.folder + "/llms.txt" : prefix + "/llms.txt"
    }

    /// Pages that machine files leave out, sorted by address.
    var hiddenPages: [PageIndex] {
        reads?.ask(.hidden)
        let headers = wholeSite.headers
        return headers.indices.filter { headers[$0].isHiddenFromMachines }.map { PageIndex($0) }
    }

    /// The site-absolute path of the Atom feed that a page's readers would follow; nil when feeds are switched off.
    package func feedPath(for page: PageIndex) -> String? {
        guard settings.wants(output: "feeds") else { return nil }
        let header = header(page)
        let prefix = settings.prefix(of: header.language)
        if isSection(header.folder, in: header.language.code) { return prefix + "/" + header.folder + "/feed.xml" }
        return sections(in: header.language).isEmpty ? nil : prefix + "/feed.xml"
    }

    /// The site-absolute path of the `llms-full.txt` of a language.
    package func llmsFullPath(in language: Language) -> String { settings.prefix(of: language) + "/llms-full.txt" }

    private func isSection(_ folder: String, in language: String) -> Bool {
        SiteView.sectionOrder.contains(folder) && hasMembers(folder, in: language)
    }
}
