/// A sentence for people, in each language that Citable speaks. Both are written where the diagnostic is made.
package struct Message: Sendable, Hashable {
    /// The English sentence, without a full stop at its end.
    package let english: String
    /// The Chinese sentence, without a full stop at its end.
    package let chinese: String

    package init(en english: String, zh chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// The sentence in one language.
    package func text(in language: MessageLanguage) -> String {
        language == .chinese ? chinese : english
    }
}

/// The languages of messages.
package enum MessageLanguage: String, Sendable {
    case english = "en"
    case chinese = "zh"
}
