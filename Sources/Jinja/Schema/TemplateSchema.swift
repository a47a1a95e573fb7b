/// What a template may name: the variables of its page, the site-wide globals, and the records both are made of.
package struct TemplateSchema: Sendable {
    /// The variables of the page.
    package let page: RecordType
    /// The variables of every page; also seen by imported templates.
    package let globals: RecordType
    /// Records that are reached by name, because they contain themselves or stand in many places.
    package let named: [String: RecordType]
    /// True when nothing is known of the variables, so names are looked up while rendering.
    package let isOpen: Bool

    package init(page: RecordType, globals: RecordType = .empty, named: [RecordType] = []) {
        self.page = page
        self.globals = globals
        self.named = Dictionary(named.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.isOpen = false
    }

    private init() {
        self.page = .empty
        self.globals = .empty
        self.named = [:]
        self.isOpen = true
    }

    /// For templates whose data is not known before: every name may exist.
    package static let open = TemplateSchema()
}
