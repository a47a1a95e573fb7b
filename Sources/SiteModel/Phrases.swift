/// The visible phrases of the interface, from `Templates/text/<language>.yaml`.
package struct Phrases: Sendable {
    private let texts: [String: [String: String]]
    /// The keys in the order of the default language's file.
    package let keys: [String]

    /// - Parameter texts: by language code, then by key.
    package init(keys: [String], texts: [String: [String: String]]) {
        self.keys = keys
        self.texts = texts
    }

    /// The phrase, or its key when the language lacks it (which loading has reported).
    package func text(_ key: String, in language: String) -> String { texts[language]?[key] ?? key }

    package func has(_ key: String, in language: String) -> Bool { texts[language]?[key] != nil }
}

/// The phrases that Swift code needs, so that loading can report which a language lacks.
package enum Phrase: String, Sendable, CaseIterable {
    case home = "home"
    case answers = "kind_answers"
    case guides = "kind_guides"
    case glossary = "kind_glossary"
    case faq = "kind_faq"
    case checklists = "kind_checklists"
    case examples = "kind_examples"
    case comparisons = "kind_comparisons"
    case models = "kind_models"
    case trust = "kind_trust"
    case docs = "kind_docs"
    case prices = "prices"
    case notFound = "not_found"
    case free = "price_free"
    case variable = "price_variable"
    case unknown = "price_unknown"
    case unconfirmed = "price_unconfirmed"
    case perMillion = "per_million"
    case directAnswer = "direct_answer"
    case originalQuestion = "original_question"
    case evidence = "evidence"
    case nextSteps = "next_steps"
    case followUps = "follow_ups"
    case related = "related"
    case siblings = "siblings"
    case sources = "sources"
    case updated = "updated"
    case published = "published"
    case author = "author"
    case definition = "definition"
    case steps = "steps"
    case englishSummary = "english_summary"
    case colon = "colon"
    case input = "meter_input"
    case output = "meter_output"
    case cacheRead = "meter_cache_read"
    case cacheWrite = "meter_cache_write"
    case context = "context"
    case model = "model"
    case vendor = "vendor"
    case note = "alert_note"
    case tip = "alert_tip"
    case important = "alert_important"
    case warning = "alert_warning"
    case caution = "alert_caution"
    case withdrawn = "withdrawn"
    case modelTableCaption = "model_table_caption"
    case accessed = "accessed"
    case reviewed = "reviewed"
    case aliases = "term_aliases"
    case testedWith = "tested_with"
    case asOf = "as_of"
    case modelKind = "model_kind"
    case maxOutput = "max_output"
    case inputModalities = "input_modalities"
    case outputModalities = "output_modalities"
    case capabilities = "capabilities"
    case firstSeen = "first_seen"
    case lastChanged = "last_changed"
    case lastSeen = "last_seen"
    case meter = "meter"
    case condition = "condition"
    /// What `llms.txt` says about its own links, in one sentence.
    case llmsNote = "llms_note"
    /// What `llms.txt` says about `llms-full.txt`, in one sentence.
    case llmsFullNote = "llms_full_note"
}
