import SiteModel

/// Shows a text of a gateway in a message: short, on one line, with nothing invisible in it.
enum Quoted {
    /// - Parameter limit: how many characters are shown.
    static func text(_ text: String, limit: Int = 40) -> String {
        var shown = ""
        for (count, scalar) in text.unicodeScalars.enumerated() {
            if count == limit { return shown + "…" }
            if ModelID.isHidden(scalar) {
                shown += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}
