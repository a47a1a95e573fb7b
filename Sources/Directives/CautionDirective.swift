import Diagnostics
import SiteModel

/// `:::caution[Title]`: a box with the title "Caution" unless the call gives one.
package enum CautionDirective: Alert {
    package static let rule = alertRule("caution", Message(en: "Something that does harm", zh: "可能造成损失的操作"))

    static let title = Phrase.caution
}
