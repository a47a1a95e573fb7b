import Bytes
import Diagnostics
import Outputs
import Safety
import SiteModel

/// What checks over the whole site need of one page's texts.
struct PageFindings: Sendable {
    /// A link that only the whole site can judge.
    struct Link: Sendable {
        let target: ResolvedLink
        let location: TextLocation
        let range: Range<Int>
    }

    let page: PageIndex
    let links: [Link]
    let headingIDs: HeadingIDs
    let emptySections: [(text: String, range: Range<Int>)]
    /// What is wrong with directives, and prices that should be some.
    let directiveMistakes: [Diagnostic]

    /// Whether the page alone gives no reason to say anything. Links are judged by the whole site.
    var isSilent: Bool { emptySections.isEmpty && directiveMistakes.isEmpty }

    /// - Parameter hiding: the classes that no markup of a text may have; nil where texts hold no markup.
    init(_ page: PageIndex, _ header: PageHeader, _ texts: PageTexts, _ view: SiteView, hiding: HidingClasses?) {
        self.page = page
        var links: [Link] = []
        var mistakes: [Diagnostic] = []
        let (facets, body) = (texts.facets, texts.body)
        let writer = RichTextWriter(view, for: header)
        let hasCatalog = view.hasCatalog
        func look(at text: RichText?) {
            if let text, hasCatalog {
                mistakes += HardCodedPrices.mistakes(in: text, view.catalogOfIDs) { _ = view.offer($0.id) }
            }
            if let hiding, let text { mistakes += Self.hiddenText(in: text, hiding) }
            guard let text, let location = text.location, !text.insertions.isEmpty else { return }
            for insertion in text.insertions {
                switch insertion {
                case .link(let destination, let range), .image(let destination, let range):
                    let target = view.resolve(destination, from: header)
                    guard Self.isOpen(target) else { continue }
                    links.append(Link(target: target, location: location, range: range))
                case .directive: break
                }
            }
            mistakes += writer.mistakes(in: text)
        }
        look(at: body?.text)
        for text in [facets.shortAnswer, facets.definition, facets.englishSummary] { look(at: text) }
        for text in facets.evidence { look(at: text) }
        for text in facets.nextSteps { look(at: text) }
        for step in facets.steps {
            look(at: step.text)
            look(at: step.why)
        }
        for question in facets.questions {
            look(at: question.question)
            look(at: question.answer)
        }
        self.links = links
        directiveMistakes = mistakes
        var outline: [Heading] = []
        if case .rendered(let rendered)? = body?.text.storage { outline = rendered.outline }
        headingIDs = HeadingIDs(outline.map(\.id))
        emptySections = outline.filter { !$0.hasContent }.map { ($0.text, $0.range) }
    }

    /// Where the class is named in the source, else where the text is.
    private static func hiddenText(in text: RichText, _ hiding: HidingClasses) -> [Diagnostic] {
        guard case .rendered(let rendered) = text.storage, let location = text.location,
            let name = hiding.first(in: rendered.html.bytes)
        else { return [] }
        let word = Array(name.utf8)
        let source = location.file.bytes[location.range.clamped(to: location.file.bytes.indices)]
        let place = source.indices.first { source[$0] == word[0] && source[$0...].starts(with: word) }
        let range = place.map { $0..<$0 + word.count } ?? location.range
        return [HidingClasses.mistake(name, at: location.file.location(of: range))]
    }

    /// Links to pages as such and to other sites are in order.
    private static func isOpen(_ target: ResolvedLink) -> Bool {
        switch target {
        case .external: false
        case .page(_, let suffix): suffix.utf8.contains(0x23)
        case .samePage, .file, .unknown, .withheld: true
        }
    }
}
