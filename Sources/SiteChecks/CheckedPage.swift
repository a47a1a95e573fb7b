import Diagnostics
import SiteModel

/// A written page with its texts.
package struct CheckedPage: Sendable {
    let index: PageIndex
    let header: PageHeader
    let face: PageFace
    /// In the order of the fields, then the body.
    let texts: [CheckedText]

    /// Nil for a page without a file, and one whose file changed.
    init?(_ index: PageIndex, in site: Site) {
        header = site.headers[index.position]
        guard let body = header.body else { return nil }
        self.index = index
        face = site.faces[index.position]
        let facets = site.facets(of: index)
        // A file that is read again may have become shorter; its next build says more.
        let bytes = body.file.bytes
        guard body.range.upperBound <= bytes.count else { return nil }
        var texts: [CheckedText] = []
        for (name, role) in [("title", CheckedText.Role.title), ("description", .description), ("question", .question)]
        {
            guard let range = FrontMatterLine.value(of: name, in: bytes, before: body.range.lowerBound) else {
                continue
            }
            texts.append(CheckedText(role, body.file, bytes, range))
        }
        func add(_ text: RichText?, _ role: CheckedText.Role) {
            guard let place = text?.location, place.range.upperBound <= bytes.count else { return }
            texts.append(CheckedText(role, place.file, bytes, place.range))
        }
        add(facets.shortAnswer, .shortAnswer)
        add(facets.definition, .definition)
        for text in facets.evidence { add(text, .evidence) }
        for text in facets.nextSteps { add(text, .step) }
        for step in facets.steps {
            add(step.text, .step)
            add(step.why, .step)
        }
        for question in facets.questions {
            add(question.question, .askedQuestion)
            add(question.answer, .answer)
        }
        texts.append(CheckedText(.body, body.file, bytes, body.range))
        self.texts = texts
    }

    /// The prose is kept; the bytes of ten thousand files would take as much again.
    func letGoOfFile() { header.body?.file.release() }

    var isChinese: Bool { header.language.isChinese }

    /// The first text of a role.
    func text(_ role: CheckedText.Role) -> CheckedText? { texts.first { $0.role == role } }

    /// The place of a text, else the file.
    func place(_ role: CheckedText.Role) -> SourceLocation? { text(role)?.wholePlace ?? header.body?.file.wholeFile }

    /// The place of a field of the front matter, else the file.
    func place(ofField name: String) -> SourceLocation? {
        guard let body = header.body else { return nil }
        return FrontMatterLine.value(of: name, in: body.file.bytes, before: body.range.lowerBound).map {
            body.file.location(of: $0)
        } ?? body.file.wholeFile
    }
}

/// Finds a short field in the lines of front matter.
enum FrontMatterLine {
    /// The value's place on the line that begins with the name; nil when there is none.
    static func value(of name: String, in bytes: [UInt8], before end: Int) -> Range<Int>? {
        let key = Array(name.utf8) + [0x3A]
        var line = 0
        let end = min(end, bytes.count)
        while line < end {
            let next = bytes[line..<end].firstIndex(of: 0x0A) ?? end
            if bytes[line..<next].starts(with: key) {
                var start = line + key.count
                while start < next, bytes[start] == 0x20 { start += 1 }
                return start < next ? start..<next : nil
            }
            line = next + 1
        }
        return nil
    }
}
