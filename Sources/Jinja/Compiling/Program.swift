internal import Diagnostics

/// A compiled template: operations and the tables they point into.
struct Program: Sendable {
    /// A macro, the body of a `call` tag, or a recursive loop.
    struct Function: Sendable {
        let name: String
        var parameters: [Parameter] = []
        var entry: Int32 = 0
        /// Of its frame.
        var slots: Int32 = 0
        /// Slots of the special names, or -1 when the macro does not use them.
        var caller: Int32 = -1
        var varargs: Int32 = -1
        var kwargs: Int32 = -1
        var isLoop = false
        /// The body looks at the arguments that no parameter takes.
        var usesVarargs = false
        var usesKwargs = false
        var usesCaller = false

        struct Parameter: Sendable {
            let name: String
            let isOptional: Bool
        }
    }

    /// Where a macro, filter, test, function or method is called, and with how much.
    struct CallSite: Sendable {
        let name: String
        /// Index in the registry, for filters, tests and functions.
        var target: Int32 = -1
        let positional: Int32
        let keywords: [String]
    }

    /// A field that is read. Numbers only, so that tasks that share the program don't count references to it.
    struct FieldSite: Sendable {
        /// Indices in `names`: of the field, and of the variable of the page for `rootField`.
        let name: Int32
        var rootName: Int32 = -1
        let hint: Int32
        var rootHint: Int32 = 0
        /// The shapes that the positions were taken from; they live as long as the schema.
        let shape: ObjectIdentifier?
        var rootShape: ObjectIdentifier?
    }

    /// Where an operation comes from.
    struct Place: Sendable, Hashable {
        let span: SourceSpan
        /// Which `include`, `extends` or `import` led here; -1 for the entry itself.
        let route: Int32
    }

    struct Route: Sendable {
        let span: SourceSpan
        let parent: Int32
        let verb: Message
    }

    var operations: [Operation] = []
    /// For each operation, an index in `placeTable`.
    var places: [Int32] = []
    var placeTable: [Place] = []
    var routes: [Route] = []
    var constants: [Value] = []
    var names: [String] = []
    var text: [UInt8] = []
    var functions: [Function] = []
    var calls: [CallSite] = []
    var fields: [FieldSite] = []
    var missing: [MissingName] = []
    var shapes: [RecordShape] = []
    /// Shapes that `fields` refer to.
    var knownShapes: [RecordShape] = []
    var mainSlots: Int32 = 0
}

extension Program {
    /// The same in memory of its own: two processors that count references to the same tables hold each other up.
    func copied() -> Program {
        var copy = self
        copy.operations = operations.map { $0 }
        copy.places = places.map { $0 }
        copy.placeTable = placeTable.map { $0 }
        copy.routes = routes.map { $0 }
        copy.constants = constants.map { $0.copied() }
        copy.names = names.map { $0.copied() }
        copy.text = text.map { $0 }
        copy.functions = functions.map { function in
            var copy = function
            copy.parameters = function.parameters.map { $0 }
            return copy
        }
        copy.calls = calls.map { $0 }
        copy.fields = fields.map { $0 }
        copy.missing = missing.map { $0 }
        copy.shapes = shapes.map { $0 }
        copy.knownShapes = knownShapes.map { $0 }
        return copy
    }
}

extension Value {
    fileprivate func copied() -> Value {
        switch self {
        case .text(let text): .text(text.copied())
        case .html(let html): .html(SafeHTML(trusted: html.bytes.map { $0 }))
        default: self
        }
    }
}

extension String {
    fileprivate func copied() -> String { String(decoding: Array(utf8), as: UTF8.self) }
}
