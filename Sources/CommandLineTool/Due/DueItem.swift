import Diagnostics
import SiteModel

/// One thing that somebody has to do about a page, or that happens to it by itself.
struct DueItem {
    enum What: String {
        case publish, expire, review, translate

        var word: Message {
            switch self {
            case .publish: Message(en: "publish", zh: "发布")
            case .expire: Message(en: "expire", zh: "过期")
            case .review: Message(en: "review", zh: "审核")
            case .translate: Message(en: "translate", zh: "翻译")
            }
        }
    }

    let what: What
    let moment: Moment
    let page: String
    /// The language of the page, or the one that is wanted.
    let language: String
    let title: String
    let url: String
    /// Path of the source inside the project; of a translation that is not there, of the page to translate.
    let source: String
    /// Why, where the date alone doesn't say it.
    var reason: Message?
}
