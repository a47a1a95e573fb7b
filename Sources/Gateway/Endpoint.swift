/// A request that a gateway says it answers, as one text.
enum Endpoint {
    private static let methods = ["GET", "POST"]

    /// `POST /v1/chat/completions`, or the path alone where no method is stated; nil for anything that isn't a path on the
    /// gateway: a host never passes.
    static func text(_ method: String? = nil, path: String?) -> String? {
        guard method.map(methods.contains) ?? true, let path, path.utf8.first == 0x2F, !path.hasPrefix("//"),
            path.utf8.count <= 128, path.utf8.allSatisfy(isPathByte)
        else { return nil }
        return method.map { $0 + " " + path } ?? path
    }

    /// Letters, digits and what paths of such requests are made of; braces stand around `{model}`.
    private static func isPathByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E, 0x2F, 0x5F, 0x7B, 0x7D: true
        default: false
        }
    }
}
