import CommonMark
import Glibc
import Testing

/// The examples of the specifications, when the environment says where they lie; see `.ci/spec-suites` for the same through the program.
@Suite struct SpecificationTests {
    private struct Example {
        let line: Int
        var source = ""
        var html = ""
    }

    @Test(.enabled(if: path("COMMONMARK_SPEC") != nil))
    func commonMark() {
        let examples = Self.examples("COMMONMARK_SPEC")
        #expect(!examples.isEmpty)
        for example in examples {
            let html = read(example.source, options(.commonMark)).htmlText
            #expect(html == example.html, "line \(example.line)")
        }
    }

    /// In the extended dialect, too, an example without extensions and raw HTML comes out as the specification says.
    @Test(.enabled(if: path("COMMONMARK_SPEC") != nil))
    func extendedLeavesExamplesUnchanged() {
        let extended = options { $0.gfmAttributes = true }
        for example in Self.examples("COMMONMARK_SPEC") {
            if example.source.utf8.contains(0x3C) || example.source.utf8.contains(0x40) { continue }
            if example.source == "http://example.com\n" { continue }
            #expect(read(example.source, extended).htmlText == example.html, "line \(example.line)")
        }
    }

    private static func examples(_ name: String) -> [Example] {
        guard let path = path(name), let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = fgetc(file), byte >= 0 { bytes.append(UInt8(byte)) }
        let fence = String(repeating: "`", count: 32)
        var result: [Example] = []
        var current: Example?
        var inHTML = false
        for (index, line) in String(decoding: bytes, as: UTF8.self).lines.enumerated() {
            let shown = String(line.map { $0 == "→" ? "\t" : $0 }) + "\n"
            if current == nil {
                if line.hasPrefix(fence + " example") { current = Example(line: index + 1) }
            } else if line == fence {
                if let done = current { result.append(done) }
                (current, inHTML) = (nil, false)
            } else if line == ".", !inHTML {
                inHTML = true
            } else if inHTML {
                current?.html += shown
            } else {
                current?.source += shown
            }
        }
        return result
    }
}

private func path(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
