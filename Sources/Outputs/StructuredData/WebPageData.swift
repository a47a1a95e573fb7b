import Bytes
import SiteModel

/// The page itself, with its review, under the type of its kind. Source: https://schema.org/WebPage
enum WebPageData: StructuredDataNode {
    static func isOn(_ page: GraphPage) -> Bool { true }

    static func write(_ page: GraphPage, into buffer: inout ByteBuffer) {
        buffer.beginObject()
        buffer.scriptMember("@type", type(of: page.kind))
        buffer.scriptMember("@id", page.canonical, fragment: "#webpage")
        buffer.scriptMember("url", page.canonical)
        buffer.scriptMember("name", page.header.title)
        if !page.description.isEmpty { buffer.scriptMember("description", page.description) }
        buffer.scriptMember("inLanguage", page.language.tag)
        page.writeDates(into: &buffer)
        if let reviewed = page.header.reviewed, let reviewer = page.reviewer {
            buffer.scriptMember("lastReviewed", reviewed.iso8601)
            page.writePerson("reviewedBy", reviewer, into: &buffer)
        }
        if !page.isArticle { page.writeAuthor(into: &buffer) }
        page.writePublisher(into: &buffer)
        buffer.reference("isPartOf", page.base, fragment: "/#website")
        if BreadcrumbListData.isOn(page) { buffer.reference("breadcrumb", page.canonical, fragment: "#breadcrumb") }
        writeTranslations(page, into: &buffer)
        writeRelated(page, into: &buffer)
        if isSpeakable(page) {
            buffer.append(",\"speakable\":{\"@type\":\"SpeakableSpecification\",\"cssSelector\":[\"#answer\"]}")
        }
        writeMainEntity(page, into: &buffer)
        buffer.endObject()
    }
}

extension WebPageData {
    private static func type(of kind: StructuredDataKind) -> String {
        switch kind {
        case .collection, .glossary, .modelList: "CollectionPage"
        case .faq: "FAQPage"
        case .aboutPage: "AboutPage"
        case .contactPage: "ContactPage"
        default: "WebPage"
        }
    }

    /// Only where the settings ask for it, and never on Chinese pages, which no reader of it takes.
    private static func isSpeakable(_ page: GraphPage) -> Bool {
        page.view.settings.machines.hasSpeakable && !page.language.isChinese
            && page.view.card(page.page).shortAnswer != nil
    }

    private static func writeMainEntity(_ page: GraphPage, into buffer: inout ByteBuffer) {
        switch page.kind {
        case .faq: QuestionData.writeList(page, into: &buffer)
        case .glossary: buffer.reference("mainEntity", page.canonical, fragment: "#glossary")
        case .modelList, .collection:
            if ItemListData.isOn(page) { buffer.reference("mainEntity", page.canonical, fragment: "#list") }
        case .definedTerm:
            if DefinedTermData.isOn(page) { DefinedTermData.writeReference("mainEntity", page, into: &buffer) }
        case .model: if ServiceData.isOn(page) { buffer.reference("mainEntity", page.canonical, fragment: "#service") }
        case .website, .aboutPage, .contactPage: page.writePublisher("mainEntity", into: &buffer)
        case .answer, .article, .comparison, .techArticle:
            buffer.reference("mainEntity", page.canonical, fragment: "#article")
        case .webPage: break
        }
    }

    private static func writeRelated(_ page: GraphPage, into buffer: inout ByteBuffer) {
        guard !page.related.isEmpty, page.header.kind != "not-found" else { return }
        buffer.key("relatedLink")
        buffer.beginList()
        for other in page.related { buffer.scriptElement(page.view.canonical(other)) }
        buffer.endList()
    }

    /// Only between texts that editors wrote; the default language holds the original.
    private static func writeTranslations(_ page: GraphPage, into buffer: inout ByteBuffer) {
        guard page.header.sourcePath != nil, !page.view.isHub(page.page), !page.view.isHome(page.page) else { return }
        let view = page.view
        let others = view.translations(of: page.page).filter {
            $0 != page.page && view.isListed($0) && view.card($0).hasSource
        }
        let original = view.settings.defaultLanguage.code
        if page.language.code == original {
            guard !others.isEmpty else { return }
            buffer.key("workTranslation")
            buffer.beginList()
            for other in others { write(other, view, into: &buffer) }
            buffer.endList()
        } else if let source = others.first(where: { view.card($0).languageCode == original }) {
            buffer.key("translationOfWork")
            write(source, view, into: &buffer)
        }
    }

    private static func write(_ other: PageIndex, _ view: SiteView, into buffer: inout ByteBuffer) {
        let url = view.canonical(other)
        buffer.beginObject()
        buffer.append("\"@type\":\"WebPage\"")
        buffer.scriptMember("@id", url, fragment: "#webpage")
        buffer.scriptMember("url", url)
        let code = view.card(other).languageCode
        buffer.scriptMember("inLanguage", view.settings.language(code)?.tag ?? code)
        buffer.endObject()
    }
}
