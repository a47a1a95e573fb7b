/// The names of a record's fields in order, made once for each kind of record and shared by all its records.
package final class RecordShape: Sendable {
    /// What such a record is, for messages: "page", "price".
    package let name: String
    package let fields: [String]
    /// A record that prints and unpacks as a tuple, as the groups of `groupby` do.
    let isTuple: Bool
    private let positions: [String: Int]

    package convenience init(_ name: String, _ fields: [String]) {
        self.init(name, fields, isTuple: false)
    }

    init(_ name: String, _ fields: [String], isTuple: Bool) {
        self.name = name
        self.fields = fields
        self.isTuple = isTuple
        self.positions = Dictionary(fields.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func position(of field: String) -> Int? {
        // A few names are looked through faster than one is hashed.
        fields.count <= 8 ? fields.firstIndex(of: field) : positions[field]
    }
}
