import Diagnostics
import SiteModel

/// `:::important[Title]`: a box with the title "Important" unless the call gives one.
package enum ImportantDirective: Alert {
    package static let rule = alertRule("important", Message(en: "Something that readers must not miss", zh: "重要信息"))

    static let title = Phrase.important
}
