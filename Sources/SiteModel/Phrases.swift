/// The visible phrases of the interface, from `Templates/text/<language>.yaml`.
package struct Phrases: Sendable {
    private let texts: ByLanguage<[String: String]>
    /// Those that Swift code asks for, by the phrase's number.
    private let common: ByLanguage<[String]>
    /// The keys in the order of the default language's file.
    package let keys: [String]

    /// Texts are by language code, then by key.
    package init(keys: [String], texts: [String: [String: String]]) {
        self.init(keys: keys, texts: ByLanguage(texts))
    }

    private init(keys: [String], texts: ByLanguage<[String: String]>) {
        self.keys = keys
        self.texts = texts
        common = texts.mapValues { texts in Phrase.allCases.map { texts[$0.rawValue] ?? $0.rawValue } }
    }

    /// The phrase, or its key when the language lacks it (which loading has reported).
    package func text(_ key: String, in language: String) -> String { texts[language]?[key] ?? key }

    /// Nil when the language lacks the phrase.
    package func optionalText(_ key: String, in language: String) -> String? { texts[language]?[key] }

    package func text(_ phrase: Phrase, in language: String) -> String {
        common[language]?[phrase.number] ?? phrase.rawValue
    }

    /// The same in memory of its own, for a task that asks often: two processors that count references to the same texts hold
    /// each other up.
    package func copied() -> Phrases {
        Phrases(
            keys: keys, texts: texts.mapValues { $0.mapValues { String(decoding: Array($0.utf8), as: UTF8.self) } })
    }

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
    case search = "search"
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
    case changes = "changes"
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
    case reviewDue = "review_due"
    case reviewDueNotice = "review_due_notice"
    case withdrawn = "withdrawn"
    case priceHistory = "price_history"
    case aliasOf = "alias_of"
    case exampleCall = "example_call"
    case exampleCallNote = "example_call_note"
    case exampleGreeting = "example_greeting"
    case modelTableCaption = "model_table_caption"
    case accessed = "accessed"
    case catalogChanges = "catalog_changes"
    case modelAdded = "event_added"
    case modelRemoved = "event_removed"
    case modelReturned = "event_returned"
    case detailsChanged = "event_details_changed"
    case maxOutput = "max_output"
    case modalities = "modalities"
    case kind = "model_kind"
    case listComma = "list_comma"
    case lastSeen = "last_seen"
    case capabilities = "capabilities"
    case released = "released"
    case retires = "retires"
    case lastChanged = "last_changed"
    /// `{n}` stands for a number, `{name}` for a name.
    case contextOver = "tier_context_over"
    case service = "tier_service"
    case utcHours = "tier_utc"
    case priceGroup = "price_group"
    case lowestPrice = "price_lowest"
    case perMillionCharacters = "per_million_characters"
    case perRequest = "per_request"
    case perQuery = "per_query"
    case perSearch = "per_search"
    case perSession = "per_session"
    case perPage = "per_page"
    case perImage = "per_image"
    case perSecond = "per_second"
    case perPixel = "per_pixel"
    case perUnit = "per_unit"
    case cacheWriteOneHour = "meter_cache_write_1h"
    case reasoning = "meter_reasoning"
    case inputAudio = "meter_input_audio"
    case outputAudio = "meter_output_audio"
    case cacheReadAudio = "meter_cache_read_audio"
    case inputImageToken = "meter_input_image_token"
    case outputImageToken = "meter_output_image_token"
    case inputVideoToken = "meter_input_video_token"
    case outputVideoToken = "meter_output_video_token"
    case inputCharacter = "meter_input_character"
    case outputCharacter = "meter_output_character"
    case request = "meter_request"
    case query = "meter_query"
    case webSearch = "meter_web_search"
    case session = "meter_session"
    case page = "meter_page"
    case inputImage = "meter_input_image"
    case outputImage = "meter_output_image"
    case inputSecond = "meter_input_second"
    case outputSecond = "meter_output_second"
    case inputPixel = "meter_input_pixel"
    case outputPixel = "meter_output_pixel"
    /// `{amount}`, `{base}`, `{rate}`, `{target}`, `{day}`.
    case converted = "price_converted"
    case otherNames = "model_aliases"
    case successor = "successor"
    case endpoints = "endpoints"
    case vendors = "vendors"
    case modelMentions = "model_mentions"
    case status = "status"
    case statusDescription = "status_description"
    case uptime = "uptime"
    case uptimeAsOf = "uptime_as_of"
    case uptimeOld = "uptime_old"
    case uptimeLive = "uptime_live"
    case uptimeMissing = "uptime_missing"
    case uptimeUnknown = "uptime_unknown"
    /// `{n}` stands for the number of checks, `{m}` for that of failed ones.
    case uptimeChecks = "uptime_checks"
    case reviewed = "reviewed"
    case reviewedBy = "reviewed_by"
    case aliases = "also_called"
    case testedWith = "tested_with"
    case code = "code"
    case why = "why"
    case checklistItems = "checklist_items"
    case questions = "questions"
    case modelFacts = "model_facts"
    case modelTableTitle = "model_table_title"
    case catalogAsOf = "catalog_as_of"
    case morePages = "more_pages"
    /// What `llms.txt` says about its own links, in one sentence.
    case llmsInfo = "llms_info"
    /// What `llms.txt` says about `llms-full.txt`, in one sentence.
    case llmsFullNote = "llms_full_note"
}

extension Phrase {
    /// Its place among all cases. A case without a payload is stored as the number of its place.
    var number: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

    /// What a meter is called; nil for one that has no name of its own.
    package init?(meter: String) { self.init(rawValue: "meter_" + meter) }

    /// What an amount of this meter is for, such as "per 1M tokens".
    package static func unit(of meter: Meter) -> Phrase {
        switch meter.unit {
        case "token": .perMillion
        case "character": .perMillionCharacters
        case "request": .perRequest
        case "query": .perQuery
        case "search": .perSearch
        case "session": .perSession
        case "page": .perPage
        case "image": .perImage
        case "second": .perSecond
        case "pixel": .perPixel
        default: .perUnit
        }
    }
}
