/// The fields of a kind of record with their types and what they mean; the template reference is generated from it.
package final class RecordType: Sendable {
    /// One field: what a template writes after the dot.
    package struct Field: Sendable {
        package let name: String
        package let type: ValueType
        /// One English sentence for editors.
        package let doc: String

        package init(_ name: String, _ type: ValueType, _ doc: String) {
            self.name = name
            self.type = type
            self.doc = doc
        }
    }

    /// What such a record is, for messages and the reference: "page", "price".
    package let name: String
    package let fields: [Field]
    /// The shape that records of this type have.
    package let shape: RecordShape

    package init(_ name: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields
        self.shape = RecordShape(name, fields.map(\.name))
    }

    package static let empty = RecordType("nothing", [])

    package func field(_ name: String) -> Field? { shape.position(of: name).map { fields[$0] } }
}
