package import Diagnostics

/// Styles and attributes that hide text from people in markup that is copied or filled in as it is. A script may show what it hid
/// itself; style attributes are never allowed by the content policy of the hosts anyway.
package enum HiddenText {
    private static let styles = [
        "display:none", "visibility:hidden", "font-size:0", "opacity:0", "text-indent:-", "color:transparent",
    ].map { Array($0.utf8) }
    /// Longer tags are no tags.
    private static let reach = 4096

    /// - Parameter file: HTML or SVG, or a template of one.
    package static func mistakes(in file: SourceFile) -> [Diagnostic] {
        let bytes = file.bytes
        var found: [Diagnostic] = []
        var index = 0
        while let start = bytes[index...].firstIndex(of: 0x3C) {
            index = start + 1
            guard index < bytes.count, Randomness.isAlphanumeric(bytes[index]) else { continue }
            let end = bytes[index..<min(bytes.count, index + reach)].firstIndex(of: 0x3E) ?? index
            if let style = hidingStyle(in: bytes[index..<end]) {
                found.append(
                    Diagnostic(
                        .hiddenText, at: file.location(of: start..<end + 1),
                        Message(en: "‘\(style)’ hides text from people", zh: "“\(style)”会让人看不到文字"),
                        hint: Message(en: "show the text, or leave it out", zh: "请显示这段文字，或者删掉它")))
            }
            index = max(index, end)
        }
        return found
    }

    private static func hidingStyle(in tag: ArraySlice<UInt8>) -> String? {
        guard tag.contains(0x3D) else { return nil }
        let plain = tag.filter { $0 > 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        guard let style = position(of: Array("style=".utf8), in: plain) else { return nil }
        let words = Array(plain[style...])
        return styles.first { word in
            guard let place = position(of: word, in: words) else { return false }
            // Half transparent (0.5) is not hidden.
            let next = place + word.count < words.count ? words[place + word.count] : 0x3B
            return word.last != 0x30 || !(next == 0x2E || (0x30...0x39).contains(next))
        }.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func position(of word: [UInt8], in text: [UInt8]) -> Int? {
        guard text.count >= word.count else { return nil }
        return (0...text.count - word.count).first { text[$0] == word[0] && text[$0...].starts(with: word) }
    }
}
