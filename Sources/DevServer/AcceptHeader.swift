/// Which form of a page a request wants. The same rule as the host files': Markdown when it is named with a q above 0 that is
/// not below that of HTML; `*/*` names nothing. Source: RFC 9110, section 12.5.1.
enum AcceptHeader {
    static func wantsMarkdown(_ header: String?) -> Bool {
        guard let header else { return false }
        let markdown = quality(of: "text/markdown", in: header)
        return markdown > 0 && markdown >= quality(of: "text/html", in: header)
    }

    /// In thousandths; 0 when the type isn't named or its q is none.
    private static func quality(of type: String, in header: String) -> Int {
        for entry in header.utf8.split(separator: 0x2C) {
            let parts = entry.split(separator: 0x3B, omittingEmptySubsequences: false)
            guard word(parts[0]) == type else { continue }
            for part in parts.dropFirst() {
                let sides = part.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
                if sides.count == 2, word(sides[0]) == "q" { return thousandths(word(sides[1])) }
            }
            return 1000
        }
        return 0
    }

    /// `1`, `0.35`: at most three digits.
    private static func thousandths(_ text: String) -> Int {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let digits = parts.count > 1 ? parts[1] : ""
        guard parts[0] == "0" || parts[0] == "1", digits.utf8.count <= 3,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return 0 }
        let value = Int(parts[0] + digits + String(repeating: "0", count: 3 - digits.utf8.count)) ?? 0
        return value <= 1000 ? value : 0
    }

    private static func word(_ part: Substring.UTF8View) -> String {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        var rest = part.drop(while: isSpace)
        while let last = rest.last, isSpace(last) { rest = rest.dropLast() }
        return String(Substring(rest)).lowercased()
    }
}
