import Diagnostics
import SiteModel

/// `:::warning[Title]`: a box with the title "Warning" unless the call gives one.
package enum WarningDirective: Alert {
    package static let rule = alertRule("warning", Message(en: "Something that can go wrong", zh: "需要注意的问题"))

    static let title = Phrase.warning
}
