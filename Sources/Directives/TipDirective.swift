import Diagnostics
import SiteModel

/// `:::tip[Title]`: a box with the title "Tip" unless the call gives one.
package enum TipDirective: Alert {
    package static let rule = alertRule("tip", Message(en: "A piece of advice", zh: "建议"))

    static let title = Phrase.tip
}
