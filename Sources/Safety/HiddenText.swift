package import Diagnostics

/// Styles and attributes that hide text from people in markup that is copied or filled in as it is. A script may show what it hid
/// itself; style attributes are never allowed by the content policy of the hosts anyway.
package enum HiddenText {
    private static let styles = [
        "display:none", "visibility:hidden", "opacity:0", "text-indent:-", "color:transparent", "left:-99", "top:-99",
        "clip:rect(0", "clip-path:inset(50%", "clip-path:inset(100%", "clip-path:circle(0",
    ].map { Array($0.utf8) }
    /// Smaller letters nobody reads: in px and pt, and in em, rem and hundredths.
    private static let leastPoints = 4.0
    private static let leastShare = 0.3
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

    static func hidingStyle(in tag: ArraySlice<UInt8>) -> String? {
        guard tag.contains(0x3D) else { return nil }
        let plain = tag.filter { $0 > 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        guard let style = position(of: Array("style=".utf8), in: plain) else { return nil }
        let words = Array(plain[style...])
        return styles.first { word in
            guard let place = position(of: word, in: words) else { return false }
            // Half transparent (0.5) is not hidden.
            let next = place + word.count < words.count ? words[place + word.count] : 0x3B
            return word.last != 0x30 || !(next == 0x2E || (0x30...0x39).contains(next))
        }.map { String(decoding: $0, as: UTF8.self) } ?? tinyLetters(in: words) ?? sameColours(in: words)
    }

    /// `font-size:1px`, `font-size:.1em`.
    private static func tinyLetters(in words: [UInt8]) -> String? {
        guard let value = value(of: "font-size", in: words) else { return nil }
        let number = value.prefix { $0.isNumber || $0 == "." }
        guard let size = Double(number.hasPrefix(".") ? "0" + number : String(number)) else { return nil }
        let isTiny =
            switch value.dropFirst(number.count) {
            case "px", "pt", "": size < leastPoints
            case "em", "rem": size < leastShare
            case "%": size < leastShare * 100
            default: size == 0
            }
        return isTiny ? "font-size:" + value : nil
    }

    /// Letters in the colour of what is behind them.
    private static func sameColours(in words: [UInt8]) -> String? {
        guard let ink = value(of: "color", in: words), !["inherit", "initial", "unset", "currentcolor"].contains(ink)
        else {
            return nil
        }
        let paper = value(of: "background-color", in: words) ?? value(of: "background", in: words)
        return paper == ink ? "color:\(ink)" : nil
    }

    /// What a property of a `style` is set to; in small letters, without spaces.
    private static func value(of property: String, in words: [UInt8]) -> String? {
        let text = String(decoding: words, as: UTF8.self)
        for declaration in text.split(whereSeparator: { ";\"'".contains($0) }) {
            let parts = declaration.split(separator: ":", maxSplits: 1)
            if parts.count == 2, parts[0] == property { return String(parts[1].replacing("!important", with: "")) }
        }
        return nil
    }

    private static func position(of word: [UInt8], in text: [UInt8]) -> Int? {
        guard text.count >= word.count else { return nil }
        return (0...text.count - word.count).first { text[$0] == word[0] && text[$0...].starts(with: word) }
    }
}
