/// `robots.txt` as a crawler reads it: the groups, and which rule decides about a path. Source: RFC 9309.
package struct RobotsText: Sendable {
    package struct Rule: Sendable, Hashable {
        package let allows: Bool
        package let pattern: String
        /// Counted from 1.
        package let line: Int
    }

    private struct Group {
        var agents: [String] = []
        var rules: [Rule] = []
    }

    /// Why a crawler may or may not fetch a path.
    package struct Decision: Sendable, Hashable {
        package let isAllowed: Bool
        /// Nil when nothing in the file speaks of the path.
        package let rule: Rule?
        /// The name under which the group of the crawler stands, `*` for all others; nil when there is no group.
        package let agent: String?
    }

    private var groups: [Group] = []

    package init(_ text: String) {
        var isInAgents = false
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let content = line.prefix { $0 != "#" }
            guard let colon = content.firstIndex(of: ":") else { continue }
            let key = Self.trimmed(content[..<colon]).lowercased()
            let value = Self.trimmed(content[content.index(after: colon)...])
            switch key {
            case "user-agent":
                if !isInAgents { groups.append(Group()) }
                isInAgents = true
                groups[groups.count - 1].agents.append(value)
            case "allow", "disallow":
                isInAgents = false
                // An empty pattern matches nothing.
                guard !groups.isEmpty, !value.isEmpty else { continue }
                groups[groups.count - 1].rules.append(
                    Rule(allows: key == "allow", pattern: value, line: number + 1))
            default: continue
            }
        }
    }

    /// - Parameters:
    ///   - crawler: a product token, or a whole `User-Agent` header that begins with one.
    ///   - path: with its query, percent-encoded.
    package func decision(for crawler: String, path: String) -> Decision {
        let token = crawler.prefix { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_" || $0 == " ") }.lowercased()
        let names = groups.flatMap(\.agents).filter { $0 != "*" && Self.isNamed($0.lowercased(), token) }
        let own = names.max { $0.utf8.count < $1.utf8.count }
        let agent = own ?? (groups.contains { $0.agents.contains("*") } ? "*" : nil)
        guard let agent else { return Decision(isAllowed: true, rule: nil, agent: nil) }
        let rules = groups.filter { $0.agents.contains { $0.lowercased() == agent.lowercased() } }.flatMap(\.rules)
        // The longest pattern decides; of two of one length the one that allows. robots.txt itself may always be read.
        let wanted = Self.normalized(path)
        let matching = rules.map { (rule: $0, pattern: Self.normalized($0.pattern)) }
            .filter { Self.matches($0.pattern, wanted) }
        let rule = matching.max { one, other in
            let lengths = (one.pattern.count, other.pattern.count)
            return lengths.0 != lengths.1 ? lengths.0 < lengths.1 : !one.rule.allows && other.rule.allows
        }?.rule
        if path == "/robots.txt" { return Decision(isAllowed: true, rule: nil, agent: agent) }
        return Decision(isAllowed: rule?.allows ?? true, rule: rule, agent: agent)
    }
}

extension RobotsText {
    private static func trimmed(_ text: Substring) -> String {
        let isSpace = { (character: Character) in character == " " || character == "\t" || character == "\r" }
        var text = text.drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return String(text)
    }

    private static func isNamed(_ agent: String, _ token: String) -> Bool {
        token == agent || token.hasPrefix(agent + " ") || token.split(separator: " ").first.map(String.init) == agent
    }

    /// Percent-encoded in one way: what needs no percent sign has none, what does has digits in upper case.
    /// Source: RFC 9309, section 2.2.2; RFC 3986, section 6.2.2.
    static func normalized(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let digits = byte == 0x25 && index + 2 < bytes.count ? bytes[index + 1...index + 2] : []
            if digits.count == 2, let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) {
                if isUnreserved(code) { result.append(code) } else { appendEncoded(code, to: &result) }
                index += 3
                continue
            }
            if byte > 0x20, byte < 0x7F { result.append(byte) } else { appendEncoded(byte, to: &result) }
            index += 1
        }
        return result
    }

    private static func appendEncoded(_ byte: UInt8, to result: inout [UInt8]) {
        let digits = String(byte, radix: 16, uppercase: true)
        result += Array((byte < 16 ? "%0" : "%").utf8) + Array(digits.utf8)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    /// A pattern is the beginning of a path; `*` stands for anything, `$` at its end for the end of the path.
    private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        var pattern = pattern
        let isAnchored = pattern.last == 0x24
        if isAnchored { pattern.removeLast() } else { pattern.append(0x2A) }
        // Places in the pattern and the path to go on from when a star has to stand for one byte more.
        var (place, index) = (0, 0)
        var star: (place: Int, index: Int)?
        while index < path.count {
            if place < pattern.count, pattern[place] == 0x2A {
                star = (place, index)
                place += 1
            } else if place < pattern.count, pattern[place] == path[index] {
                place += 1
                index += 1
            } else if let last = star {
                star = (last.place, last.index + 1)
                (place, index) = (last.place + 1, last.index + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == 0x2A }
    }
}
