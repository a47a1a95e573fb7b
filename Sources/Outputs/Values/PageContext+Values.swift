import Bytes
import Jinja
import SiteModel

/// The values of a page that take more than a line.
extension PageContext {
    var headTitle: String {
        let name = view.siteName(in: language)
        return header.title == name || name.isEmpty
            ? header.title : header.title + (language.isChinese ? "｜" : " | ") + name
    }

    var breadcrumbs: Value {
        let trail = view.breadcrumbs(of: page)
        return .list(
            trail.map { step in
                let header = view.header(step)
                return LinkValues.definition.value(
                    .init(title: view.breadcrumbTitle(of: step), url: header.address.path, isCurrent: step == page))
            })
    }

    var navigation: Value {
        .list(
            globals.navigation(in: language).map { item in
                let isCurrent = item.target == page || (!header.folder.isEmpty && item.section == header.folder)
                return isCurrent ? item.current : item.other
            })
    }

    var translations: Value {
        .list(
            view.linkedTranslations(of: page).map {
                TranslationValues.definition.value(.init(view: view, page: $0, isCurrent: $0 == page))
            })
    }

    var editURL: String? {
        guard let pattern = view.settings.editURL, let path = header.sourcePath else { return nil }
        let parts = pattern.split(separator: "{path}", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 ? parts[0] + path + parts[1] : pattern + path
    }

    /// The byline is never empty: without an author the organisation answers for the page.
    var author: Value {
        if let named = header.author, view.person(named.text) != nil { return person(named) }
        let organization = view.settings.organization
        guard !organization.name.isEmpty else { return .none }
        return PersonValues.definition.value(
            .init(name: organization.name, url: view.path(ofURL: organization.url), isOrganization: true))
    }

    func person(_ reference: LocatedText?) -> Value {
        guard let reference, let person = view.person(reference.text) else { return .none }
        return PersonValues.definition.value(
            .init(
                name: person.name.text(in: language.code) ?? person.id, url: person.url.map { view.path(ofURL: $0) },
                isOrganization: person.isOrganization))
    }

    var topic: Value {
        guard let named = header.topic, let topic = view.topic(named.text) else { return .none }
        return TopicValues.definition.value((id: topic.id, name: topic.name.text(in: language.code) ?? topic.id))
    }

    var outline: [Heading] {
        guard case .rendered(let rendered)? = body?.text.storage else { return [] }
        return rendered.outline.filter { $0.level == 2 || $0.level == 3 }
    }

    var notes: [SharedText] { header.notes.compactMap { view.sharedText($0.text, in: language) } }

    /// Counted over the Markdown bytes of the body and the plain ones of what stands around it: a Han character has three, a
    /// Latin word about six.
    var readingMinutes: Int {
        let around = facets.richTexts.reduce(facets.question?.utf8.count ?? 0) { $0 + $1.plainLength }
        let bytes = (header.body?.range.count ?? 0) + around
        return max(1, (bytes + (language.isChinese ? 525 : 660)) / (language.isChinese ? 1050 : 1320))
    }

    var sections: Value {
        guard header.kind == "home" || header.kind == "search" else { return .list([]) }
        return .list(
            view.sections(in: language).compactMap { folder in
                guard let hub = view.page(PageID(folder), in: language) else { return nil }
                return SectionValues.definition.value(
                    .init(context: self, folder: folder, hub: hub, members: view.members(of: folder, in: language)))
            })
    }
}

extension PageContext {
    /// The page so many places after this one in its section, of an answer in its topic; of a part of a hub, the part.
    func neighbour(_ distance: Int) -> Value {
        guard header.folder == "docs" || header.folder == "guides" || header.kind == "hub" || header.kind == "answer"
        else { return .none }
        return view.neighbour(of: page, distance: distance).map { card($0) } ?? .none
    }
}

extension RichText {
    /// Bytes of it as Markdown.
    fileprivate var plainLength: Int {
        switch storage {
        case .plain(let text): text.utf8.count
        case .rendered(let rendered): rendered.markdown.bytes.count
        }
    }
}

extension StructuredDataKind {
    /// Whether a page is an article in the words of Open Graph.
    var isArticle: Bool {
        switch self {
        case .article, .answer, .techArticle, .comparison, .definedTerm, .faq: true
        default: false
        }
    }
}
