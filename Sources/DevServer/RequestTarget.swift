/// The path of a request, taken apart and decoded once. What could name anything but a file below the site is no path.
struct RequestTarget: Sendable, Equatable {
    enum Refusal: Error, Sendable, Equatable {
        /// No path at all, or escapes that are none.
        case malformed
        /// A path that leads nowhere: dots, empty or hidden names, escaped slashes, bare backslashes, controls.
        case nowhere
    }

    /// As it was sent; begins with one slash.
    let sent: String
    /// Decoded.
    let path: String
    /// With its question mark; may be empty.
    let query: String

    /// Names that begin with a dot and are served.
    private static let openNames: Set<String> = [".well-known"]

    init(_ target: String) throws(Refusal) {
        let bytes = target.utf8
        guard bytes.first == 0x2F, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { throw .malformed }
        let end = bytes.firstIndex(of: 0x3F) ?? bytes.endIndex
        sent = String(target[..<end])
        query = String(target[end...])
        let decoded = try Self.decoded(sent)
        path = decoded
        let names = decoded.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        // A slash at the end leaves an empty name, which is a folder's.
        for (position, name) in names.enumerated() {
            if name.isEmpty, position == names.count - 1 { continue }
            guard !name.isEmpty, !name.hasPrefix(".") || Self.openNames.contains(String(name)) else { throw .nowhere }
        }
    }

    private static func decoded(_ path: String) throws(Refusal) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(path.utf8.count)
        var rest = path.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == 0x25 else {
                if byte == 0x5C { throw .nowhere }
                decoded.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                throw .malformed
            }
            let value = high << 4 | low
            // Slash and controls. An escaped backslash is a sign like others: files are looked up among the published ones alone.
            if value == 0x2F || value < 0x20 || value == 0x7F { throw .nowhere }
            decoded.append(value)
        }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .nowhere }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
