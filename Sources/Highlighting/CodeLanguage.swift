/// A language whose code can be coloured.
///
/// A lexer reads bytes once from front to back, keeps what is open on a bounded stack, and takes any input: what it does
/// not understand stays plain.
protocol CodeLanguage: SendableMetatype {
    /// The name, in lower case.
    static var name: String { get }
    /// Other names, in lower case.
    static var aliases: [String] { get }
    /// Reads to the end of what the scanner holds.
    static func read(_ code: inout CodeScanner)
}
