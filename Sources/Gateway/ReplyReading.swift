package import Diagnostics
import JSON
package import SiteModel

/// What adapters have read from the replies of one gateway so far, and what was wrong with them.
package struct ReplyReading: Sendable {
    package let source: CatalogSettings.Source
    /// The reply that is being read.
    package var file: SourceFile
    package private(set) var models: [ModelOffer] = []
    /// The published groups, with what their prices are multiplied with.
    package var groups: [CatalogSnapshot.Group] = []
    package private(set) var mistakes: [Diagnostic] = []
    /// How many units of quota a new-api server sells for one dollar.
    package var quotaPerUnit = ReplyReading.standardQuota

    /// More models than this are no catalog of a gateway (catalog contract: a limit on models).
    package static let modelLimit = 20_000
    private static let standardQuota = DecimalNumber(canonical: "500000") ?? .zero

    package init(source: CatalogSettings.Source, file: SourceFile) {
        self.source = source
        self.file = file
    }

    mutating func add(_ offer: ModelOffer) { models.append(offer) }

    /// Changes each of the models that were read, in order.
    mutating func changeModels(_ change: (inout ModelOffer) -> Void) {
        for index in models.indices { change(&models[index]) }
    }

    /// A model of this source, with what every adapter says of one.
    func offer(_ id: String, name: String? = nil, kind: ModelKind = .chat) -> ModelOffer {
        ModelOffer(id: id, slug: "", name: name ?? id, kind: kind.rawValue, source: source.id)
    }
}

/// Mistakes.
extension ReplyReading {
    /// The text of the reply is not quoted around the place: it may hold what must not be printed.
    mutating func refuse(_ value: JSONValue?, _ code: DiagnosticCode, _ message: Message, hint: Message? = nil) {
        let place = value.map { file.location(of: $0.range) }
        let location = SourceLocation(file: file.path, line: place?.line ?? 1, column: place?.column ?? 1)
        mistakes.append(Diagnostic(code, at: location, message, hint: hint))
    }

    /// A value of another type than the adapter reads.
    mutating func refuseShape(_ value: JSONValue, expected: Message, at name: Message) {
        refuse(
            value, .badReply,
            Message(
                en: "\(name.english) is \(value.kindName.english), not \(expected.english)",
                zh: "\(name.chinese)是\(value.kindName.chinese)，应为\(expected.chinese)"))
    }
}

/// Fields that models have in common.
extension ReplyReading {
    /// The id of a model; nil after a mistake.
    mutating func id(_ value: JSONValue?, of entry: JSONValue, field: String) -> String? {
        guard let value, !value.isNull else {
            refuse(
                entry, .badModelID, Message(en: "an entry has no ‘\(field)’", zh: "有一个条目缺少“\(field)”"))
            return nil
        }
        guard let text = value.stringValue else {
            refuseShape(
                value, expected: Message(en: "a string", zh: "字符串"), at: Message(en: "‘\(field)’", zh: "“\(field)”"))
            return nil
        }
        guard let problem = ModelID.problem(text) else { return text }
        let shown = Quoted.text(text)
        refuse(
            value, .badModelID,
            Message(en: "the id ‘\(shown)’ \(problem.english)", zh: "id“\(shown)”\(problem.chinese)"))
        return nil
    }

    /// The members of an entry of the list; nil after a mistake.
    mutating func members(_ entry: JSONValue) -> EntryFields? {
        if let fields = EntryFields(entry) { return fields }
        refuseShape(
            entry, expected: Message(en: "an object", zh: "对象"), at: Message(en: "an entry of the list", zh: "列表中的条目"))
        return nil
    }

    /// The list of a reply, which is allowed to be `null`: servers in Go write an empty list so.
    mutating func list(_ value: JSONValue?, of root: JSONValue, field: String) -> [JSONValue] {
        guard let value else {
            refuse(
                root, .badReply, Message(en: "the reply has no ‘\(field)’", zh: "回复中没有“\(field)”"))
            return []
        }
        if value.isNull { return [] }
        if let elements = value.elements { return elements }
        refuseShape(
            value, expected: Message(en: "an array", zh: "数组"), at: Message(en: "‘\(field)’", zh: "“\(field)”"))
        return []
    }
}
