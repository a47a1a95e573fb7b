package import Bytes

/// The scripts and styles that stand inside pages, by their hashes: a content policy lets nothing else run.
/// Source: https://www.w3.org/TR/CSP3/#match-element-to-source-list
package struct InlineCode: Sendable, Hashable {
    /// Hashes as a policy writes them, `sha256-…`.
    package private(set) var scripts: Set<String> = []
    package private(set) var styles: Set<String> = []

    package init() {}

    package init(scripts: Set<String>, styles: Set<String>) {
        self.scripts = scripts
        self.styles = styles
    }

    package var isEmpty: Bool { scripts.isEmpty && styles.isEmpty }

    package mutating func formUnion(_ other: InlineCode) {
        scripts.formUnion(other.scripts)
        styles.formUnion(other.styles)
    }

    /// Notes the inline scripts and styles of a rendered page.
    package mutating func add(html: borrowing ByteBuffer) {
        html.withUnsafeBytes { bytes in
            for element in Self.elements(in: bytes) {
                let hash = "sha256-" + Base64.text(of: SHA256.digest(of: Array(bytes[element.content])))
                if element.isScript { scripts.insert(hash) } else { styles.insert(hash) }
            }
        }
    }

    /// Whether a template holds such an element, so that pages need not be searched when none does.
    package static func mayCome(from template: [UInt8]) -> Bool {
        template.withUnsafeBytes { !elements(in: $0).isEmpty }
    }
}

extension InlineCode {
    private struct Element {
        let isScript: Bool
        let content: Range<Int>
    }

    /// The elements whose content a browser would run: scripts without `src` that are no data, and styles.
    private static func elements(in html: UnsafeRawBufferPointer) -> [Element] {
        var found: [Element] = []
        var index = 0
        while let start = html[index...].firstIndex(of: 0x3C) {
            index = start + 1
            let isScript = starts("script", html, index)
            guard isScript || starts("style", html, index), let end = html[index...].firstIndex(of: 0x3E) else {
                continue
            }
            let attributes = html[index..<end]
            let content = end + 1
            let close = closing(isScript ? "</script" : "</style", html, from: content)
            index = close
            let isElsewhere = holds(" src", attributes) || holds("\nsrc", attributes)
            if isScript, isElsewhere || holds("/json", attributes) || holds("+json", attributes) { continue }
            if close > content { found.append(Element(isScript: isScript, content: content..<close)) }
        }
        return found
    }

    private static func starts(_ name: StaticString, _ html: UnsafeRawBufferPointer, _ index: Int) -> Bool {
        let end = index + name.utf8CodeUnitCount
        guard end < html.count, matches(name, html, index) else { return false }
        return [0x20, 0x3E, 0x0A, 0x09].contains(html[end])
    }

    private static func matches(_ name: StaticString, _ html: UnsafeRawBufferPointer, _ index: Int) -> Bool {
        guard index + name.utf8CodeUnitCount <= html.count else { return false }
        return name.withUTF8Buffer { word in
            word.indices.allSatisfy { html[index + $0] | 0x20 == word[$0] || html[index + $0] == word[$0] }
        }
    }

    private static func closing(_ tag: StaticString, _ html: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while let next = html[index...].firstIndex(of: 0x3C) {
            if matches(tag, html, next) { return next }
            index = next + 1
        }
        return html.count
    }

    private static func holds(_ word: StaticString, _ text: Slice<UnsafeRawBufferPointer>) -> Bool {
        let text = UnsafeRawBufferPointer(rebasing: text)
        return text.indices.contains { matches(word, text, $0) }
    }
}
