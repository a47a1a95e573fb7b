import Jinja

/// A kind of record that templates see: each field with its type, its meaning and how it is worked out, in one list. So the
/// checker, the reference and the rendering can't disagree.
struct RecordDefinition<Source>: Sendable {
    struct Field: Sendable {
        let name: String
        let type: ValueType
        /// One English sentence for editors.
        let doc: String
        let value: @Sendable (Source) -> Value

        init(_ name: String, _ type: ValueType, _ doc: String, _ value: @escaping @Sendable (Source) -> Value) {
            self.name = name
            self.type = type
            self.doc = doc
            self.value = value
        }
    }

    let type: RecordType
    private let makers: [@Sendable (Source) -> Value]

    init(_ name: String, _ fields: [Field]) {
        type = RecordType(name, fields.map { RecordType.Field($0.name, $0.type, $0.doc) })
        makers = fields.map(\.value)
    }

    /// The same with functions in memory of their own, for a task that makes many records: two processors that count references
    /// to the same functions hold each other up.
    func copied() -> RecordDefinition {
        RecordDefinition(type: type, makers: makers.map { maker in { maker($0) } })
    }

    private init(type: RecordType, makers: [@Sendable (Source) -> Value]) {
        self.type = type
        self.makers = makers
    }

    func record(_ source: Source) -> Record {
        Record(type.shape, count: makers.count) { makers[$0](source) }
    }

    func value(_ source: Source) -> Value { .record(record(source)) }
}
