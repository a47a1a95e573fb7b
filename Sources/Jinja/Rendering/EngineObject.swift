/// A thing with a state, made while rendering.
enum EngineObject {
    case namespace(NamespaceFields)
    case cycler([Value], position: Int)
    case joiner(Value, isUsed: Bool)
}

/// The fields of a namespace, which templates may set.
struct NamespaceFields {
    private var names: [String] = []
    private var values: [Value] = []

    subscript(name: String) -> Value? {
        get { names.firstIndex(of: name).map { values[$0] } }
        set {
            guard let newValue else { return }
            if let place = names.firstIndex(of: name) {
                values[place] = newValue
            } else {
                names.append(name)
                values.append(newValue)
            }
        }
    }
}
