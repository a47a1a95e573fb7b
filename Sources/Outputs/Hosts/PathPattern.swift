/// A path as a regular expression that matches it alone, for nginx and Caddy: what has a meaning in either's grammar or in an
/// expression is written as its number.
enum PathPattern {
    static func text(_ path: String) -> String {
        path.unicodeScalars.map { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "/", "_", "-": String(scalar)
            case "\u{80}"...: String(scalar)
            default: "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            }
        }.joined()
    }
}
