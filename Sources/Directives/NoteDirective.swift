import Diagnostics
import SiteModel

/// `:::note[Title]`: a box with the title "Note" unless the call gives one.
package enum NoteDirective: Alert {
    package static let rule = alertRule("note", Message(en: "Something worth knowing beside the text", zh: "补充说明"))

    static let title = Phrase.note
}
