package import SiteModel

/// Brackets and separators, which differ between Chinese and Latin text.
package struct Brackets {
    let isChinese: Bool

    init(_ language: Language) { isChinese = language.isChinese }

    /// With the space that Latin text wants before a bracket.
    var opening: String { isChinese ? "（" : " (" }

    var closing: String { isChinese ? "）" : ")" }

    var comma: String { isChinese ? "，" : ", " }

    /// A text in brackets, with the space that Latin text wants before them.
    package static func around(_ text: String, _ language: Language) -> String {
        let brackets = Brackets(language)
        return brackets.opening + text + brackets.closing
    }
}
