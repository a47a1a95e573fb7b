import Bytes

/// Names of the theme's files, with a hash of their content so that they can be cached for ever.
enum HashedName {
    static func of(_ path: String, _ bytes: [UInt8]) -> String {
        let hash = Fingerprint(of: bytes).hexadecimal.prefix(10)
        guard let dot = path.lastIndex(of: ".") else { return path + "-" + hash }
        return path[..<dot] + "-" + hash + path[dot...]
    }

    /// `images/favicon.svg` as templates call it: `favicon_svg`.
    static func variable(_ path: String) -> String {
        String((path.split(separator: "/").last ?? "").map { $0 == "." || $0 == "-" ? "_" : $0 })
    }
}
