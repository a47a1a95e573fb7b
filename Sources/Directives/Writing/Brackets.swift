import Bytes
import SiteModel

/// Brackets and separators, which differ between Chinese and Latin text.
struct Brackets {
    let isChinese: Bool

    init(_ language: Language) { isChinese = language.isChinese }

    /// With the space that Latin text wants before a bracket.
    var opening: String { isChinese ? "（" : " (" }

    var closing: String { isChinese ? "）" : ")" }

    var comma: String { isChinese ? "，" : ", " }
}
