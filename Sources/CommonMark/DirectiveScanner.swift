/// Reads `name[label]{key=value key="value" key}`.
struct DirectiveScanner {
    private let bytes: ArraySlice<UInt8>
    private(set) var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    var isAtEnd: Bool { bytes[position...].allSatisfy { $0 == 0x20 || $0 == 0x09 } }

    typealias Directive = (name: String, label: String?, attributes: [(name: String, value: String)])

    /// - Returns: nil when no directive stands here.
    mutating func directive() -> Directive? {
        let name = take { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
        guard let first = name.utf8.first, first >= 0x61 else { return nil }
        var label: String?
        if peek == 0x5B {
            guard let text = bracketed() else { return nil }
            label = text
        }
        var attributes: [(name: String, value: String)] = []
        if peek == 0x7B {
            guard let read = braced() else { return nil }
            attributes = read
        }
        return (name, label, attributes)
    }

    private var peek: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private mutating func take(_ isPart: (UInt8) -> Bool) -> String {
        let start = position
        while let byte = peek, isPart(byte) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// Brackets inside must be balanced.
    private mutating func bracketed() -> String? {
        let start = position + 1
        var depth = 0
        while let byte = peek {
            position += 1
            if byte == 0x5B { depth += 1 }
            if byte == 0x5D {
                depth -= 1
                if depth == 0 { return String(decoding: bytes[start..<position - 1], as: UTF8.self) }
            }
        }
        return nil
    }

    private mutating func braced() -> [(name: String, value: String)]? {
        position += 1
        var attributes: [(name: String, value: String)] = []
        while true {
            _ = take { $0 == 0x20 || $0 == 0x09 }
            if peek == 0x7D {
                position += 1
                return attributes
            }
            let name = take { $0 != 0x3D && $0 != 0x7D && $0 != 0x20 && $0 != 0x09 }
            guard !name.isEmpty else { return nil }
            guard peek == 0x3D else {
                attributes.append((name, ""))
                continue
            }
            position += 1
            guard let value = value() else { return nil }
            attributes.append((name, value))
        }
    }

    private mutating func value() -> String? {
        if let quote = peek, quote == 0x22 || quote == 0x27 {
            position += 1
            let text = take { $0 != quote }
            guard peek == quote else { return nil }
            position += 1
            return text
        }
        return take { $0 != 0x20 && $0 != 0x7D && $0 != 0x09 }
    }
}
