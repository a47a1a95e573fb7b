package import Bytes
package import Diagnostics
import Directives
package import SiteModel

/// Writes rich text in one projection with its holes filled, as seen from one page.
package struct RichTextWriter: Sendable {
    package let view: SiteView
    package let header: PageHeader
    /// How many shared texts stand around this one; a shared text that includes itself ends here.
    let depth: Int

    package init(_ view: SiteView, for header: PageHeader, depth: Int = 0) {
        self.view = view
        self.header = header
        self.depth = depth
    }

    package func write(_ text: RichText, as projection: Projection, into buffer: inout ByteBuffer) {
        switch text.storage {
        case .plain(let plain):
            switch projection {
            case .html: buffer.append(htmlEscaped: plain)
            case .markdown, .plain: buffer.append(text: plain)
            }
        case .rendered(let rendered):
            let holed =
                switch projection {
                case .html: rendered.html
                case .markdown: rendered.markdown
                case .plain: rendered.plain
                }
            fill(holed, rendered.insertions, projection, &buffer)
        }
    }

    /// Writes a text as lists show it, in HTML: as plain text, in which only prices are more, for each carries its data.
    package func writeListed(_ text: RichText, into buffer: inout ByteBuffer) {
        guard case .rendered(let rendered) = text.storage else { return write(text, as: .html, into: &buffer) }
        let holed = rendered.plain
        var plain = ByteBuffer(capacity: 512)
        var position = 0
        var next = 0
        while next < holed.holes.count {
            let hole = holed.holes[next]
            plain.append(holed.bytes[position..<hole.offset])
            position = hole.offset
            next += 1
            guard rendered.insertions.indices.contains(hole.index) else { continue }
            let insertion = rendered.insertions[hole.index]
            guard PriceUse.isShown(by: insertion) else {
                let contents = insert(insertion, hole.part, .plain, &plain)
                if contents == .leftOut { position = Self.end(of: hole, in: holed, &next) ?? position }
                continue
            }
            buffer.append(htmlEscaped: plain.text)
            plain.truncate(to: 0)
            _ = insert(insertion, hole.part, .html, &buffer)
        }
        plain.append(holed.bytes[position...])
        buffer.append(htmlEscaped: plain.text)
    }

    /// What is wrong with the directives of a text, each at its place.
    package func mistakes(in text: RichText) -> [Diagnostic] {
        guard let file = text.location?.file else { return [] }
        let facts = PageFacts(self)
        return text.insertions.flatMap { insertion -> [Diagnostic] in
            guard case .directive(let call) = insertion,
                let directive = DirectiveRegistry.directive(named: call.name)
            else { return [] }
            return directive.check(call, facts).map {
                Diagnostic($0.code, at: file.location(of: $0.range), $0.message, hint: $0.hint)
            }
        }
    }

    /// The plain text of a rich text.
    package func plainText(_ text: RichText) -> String {
        if case .plain(let plain) = text.storage { return plain }
        var buffer = ByteBuffer(capacity: 512)
        write(text, as: .plain, into: &buffer)
        return buffer.text
    }
}

extension RichTextWriter {
    private func fill(
        _ holed: HoledBytes, _ insertions: [Insertion], _ projection: Projection, _ buffer: inout ByteBuffer
    ) {
        var position = 0
        var next = 0
        while next < holed.holes.count {
            let hole = holed.holes[next]
            buffer.append(holed.bytes[position..<hole.offset])
            position = hole.offset
            next += 1
            guard insertions.indices.contains(hole.index) else { continue }
            let start = buffer.count
            let contents = insert(insertions[hole.index], hole.part, projection, &buffer)
            if projection == .markdown, hole.offset > 0, holed.bytes[hole.offset - 1] != 0x0A,
                buffer.contains(0x0A, from: start)
            {
                LinePrefix(of: holed.bytes, before: hole.offset)
                    .insert(into: &buffer, from: start, goesOn: hole.part == .opening)
            }
            if contents == .leftOut { position = Self.end(of: hole, in: holed, &next) ?? position }
        }
        buffer.append(holed.bytes[position...])
    }

    /// Where a directive ends whose contents are not for a projection; nil where nothing stands between its opening and an end.
    /// - Parameter next: the number of the hole behind `hole`; afterwards of the one behind the closing.
    private static func end(of hole: HoledBytes.Hole, in holed: HoledBytes, _ next: inout Int) -> Int? {
        guard hole.part == .opening else { return nil }
        while next < holed.holes.count, holed.holes[next].index != hole.index { next += 1 }
        guard next < holed.holes.count else { return nil }
        next += 1
        return holed.holes[next - 1].offset
    }

    private func insert(
        _ insertion: Insertion, _ part: HoledBytes.Part, _ projection: Projection, _ buffer: inout ByteBuffer
    ) -> DirectiveContents {
        switch insertion {
        case .link(let destination, _): writeDestination(destination, isImage: false, projection, &buffer)
        case .image(let destination, _): writeDestination(destination, isImage: true, projection, &buffer)
        case .directive(let call):
            guard let directive = DirectiveRegistry.directive(named: call.name) else { return .shown }
            let facts = PageFacts(self)
            // `mistakes(in:)` reports a call that is wrong; it is not rendered.
            guard directive.check(call, facts).allSatisfy({ $0.code.severity != .error }) else { return .shown }
            return directive.render(call, part: part, as: projection, facts, into: &buffer)
        }
        return .shown
    }

    private func writeDestination(
        _ destination: String, isImage: Bool, _ projection: Projection, _ buffer: inout ByteBuffer
    ) {
        let target =
            switch view.resolve(destination, from: header) {
            case .page(let page, let suffix): pageDestination(page, suffix, projection)
            case .samePage(let fragment):
                projection == .markdown
                    ? view.url(header.address.twinPath) + "#" + fragment : "#" + fragment
            case .file(let path, let suffix):
                projection == .markdown ? view.url(path) + suffix : path + suffix
            case .external(let url): url
            case .unknown(let written): written
            case .withheld(let page): page.path
            }
        switch projection {
        case .html:
            if isImage, target.utf8.first == 0x2F { view.reads?.note(image: target, on: header.address.path) }
            if URLText.isPlain(target) { return buffer.append(text: target) }
            var encoded = ByteBuffer(capacity: target.utf8.count + 16)
            encoded.append(urlEncoded: target)
            buffer.append(htmlEscaped: encoded.text)
        case .markdown: buffer.append(linkDestination: target)
        case .plain: buffer.append(text: target)
        }
    }

    private func pageDestination(_ page: PageIndex, _ suffix: String, _ projection: Projection) -> String {
        let target = projection == .markdown ? view.twinURL(page) : view.header(page).address.path
        return suffix.isEmpty ? target : target + suffix
    }

    /// Parentheses and spaces would end the destination of an inline link.
}
