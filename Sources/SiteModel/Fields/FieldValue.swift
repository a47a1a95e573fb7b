/// What a field holds after reading, typed. Templates see exactly these.
package indirect enum FieldValue: Sendable {
    case none
    case text(String)
    case richText(RichText)
    case moment(Moment)
    case flag(Bool)
    case integer(Int)
    case list([FieldValue])
    case record([(name: String, value: FieldValue)])
}
