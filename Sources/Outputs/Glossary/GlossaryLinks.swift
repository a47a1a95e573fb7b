import Bytes
import SiteModel

/// Links the terms of one language's glossary in finished HTML: each at its first use in a section, the longest name
/// where several begin; never in headings, code, links and other elements whose words are names.
///
/// It works on the bytes that rendering wrote, because who has which term is known only then. A class, because each text
/// that is searched refers to it.
final class GlossaryLinks: Sendable {
    /// A term with what is written before its name.
    struct Term: Sendable {
        let page: PageIndex
        let opening: [UInt8]
        /// The attribute with the definition, for links that are there already; empty without one.
        let description: [UInt8]
    }

    /// Something to write into the HTML.
    enum Change {
        case link(start: Int, length: Int, term: Int)
        case describe(at: Int, term: Int)
    }

    /// Everything that a link to the term shows and that lists and pages may name; sorted as the names are claimed.
    let names: [(name: String, page: PageIndex)]
    let trie: TermTrie
    let passedOver = TermScan.PassedOver()
    private let terms: [Term]
    private let termsByAddress: [[UInt8]: Int]
    /// With what the addresses of all terms begin.
    let addressStart: [UInt8]

    init(_ site: Site, language: Language) {
        let pages = site.faces.indices.filter {
            site.faces[$0].term != nil && site.headers[$0].languageCode == language.code
        }
        terms = pages.map { Self.term(site.headers[$0], site.faces[$0], PageIndex($0)) }
        // A term itself goes before the aliases of others.
        let own = pages.map { (site.faces[$0].term ?? "", PageIndex($0)) }
        let aliases = pages.flatMap { page in site.faces[page].termAliases.map { ($0.text, PageIndex(page)) } }
        names = own + aliases
        var numbers: [PageIndex: Int32] = [:]
        for (number, page) in pages.enumerated() { numbers[PageIndex(page)] = Int32(number) }
        trie = TermTrie(names.map { (Self.nameInHTML($0.name), numbers[$0.page] ?? 0) })
        var byAddress: [[UInt8]: Int] = [:]
        for (number, page) in pages.enumerated() { byAddress[Array(site.headers[page].address.path.utf8)] = number }
        termsByAddress = byAddress
        addressStart = Array((site.settings.prefix(of: language) + "/glossary/").utf8)
    }

    /// By language: of those with terms, unless the settings say that terms are not linked by themselves.
    static func all(of site: Site) -> [String: GlossaryLinks] {
        guard site.settings.linksTerms else { return [:] }
        var glossaries: [String: GlossaryLinks] = [:]
        for language in site.settings.languages {
            let links = GlossaryLinks(site, language: language)
            if !links.trie.isEmpty { glossaries[language.code] = links }
        }
        return glossaries
    }

    private static func term(_ header: PageHeader, _ face: PageFace, _ page: PageIndex) -> Term {
        var opening = ByteBuffer(capacity: 256)
        opening.append("<a class=\"term\" href=\"")
        opening.append(urlEncoded: header.address.path)
        opening.append("\"")
        var description = ByteBuffer(capacity: 256)
        if let text = definition(face) {
            description.append(" aria-description=\"")
            description.append(htmlEscaped: Excerpt.cut(text, columns: 160, least: 30))
            description.append("\"")
        }
        let attribute = description.bytes
        return Term(page: page, opening: opening.bytes + attribute + [0x3E], description: attribute)
    }

    /// The definition as plain text; nil when it shows what other files say.
    private static func definition(_ face: PageFace) -> String? {
        guard let definition = face.definition, definition.insertions.isEmpty else { return nil }
        switch definition.storage {
        case .plain(let text): return text
        case .rendered(let rendered): return String(decoding: rendered.plain.bytes, as: UTF8.self)
        }
    }

    private static func nameInHTML(_ name: String) -> [UInt8] {
        var buffer = ByteBuffer(capacity: 64)
        buffer.append(htmlEscaped: name)
        return buffer.bytes.map { TermTrie.lower($0) }
    }
}

extension GlossaryLinks {
    func term(at address: ArraySlice<UInt8>) -> Int? { termsByAddress[Array(address)] }

    func page(of term: Int) -> PageIndex { terms[term].page }

    /// The HTML with the changes, which are in the order of their places.
    func apply(_ changes: [Change], to html: [UInt8]) -> [UInt8] {
        var linked: [UInt8] = []
        linked.reserveCapacity(html.count + changes.count * 320)
        var position = 0
        for change in changes {
            switch change {
            case .link(let start, let length, let term):
                linked += html[position..<start]
                linked += terms[term].opening
                linked += html[start..<start + length]
                linked += [0x3C, 0x2F, 0x61, 0x3E]
                position = start + length
            case .describe(let place, let term):
                linked += html[position..<place]
                linked += terms[term].description
                position = place
            }
        }
        linked += html[position...]
        return linked
    }
}
