/// One node of a YAML text and the place it was read from.
///
/// All ranges are byte offsets in the whole `SourceFile`, not in the parsed part of it.
package struct YAMLNode: Sendable, Hashable {
    /// The three kinds of nodes.
    package enum Content: Sendable, Hashable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        /// In the order of the text; every key once.
        case mapping([YAMLEntry])
    }

    /// The node as written: quotes, brackets and a block scalar's `|` or `>` line belong to it. A block mapping or
    /// sequence reaches from its first key or dash to the end of its last value. A value that was left out has the
    /// empty range just behind its key or dash.
    package let range: Range<Int>
    package let content: Content

    package init(range: Range<Int>, content: Content) {
        self.range = range
        self.content = content
    }
}

extension YAMLNode {
    /// The scalar, or nil for a sequence or mapping.
    package var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The items of a sequence, or nil.
    package var items: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// The entries of a mapping, or nil.
    package var entries: [YAMLEntry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// Whether this is a null (see `YAMLScalar.isNull`).
    package var isNull: Bool { scalar?.isNull ?? false }

    /// The entry of a mapping with this key; a walk over the entries.
    package func entry(_ key: String) -> YAMLEntry? {
        entries?.first { $0.key == key }
    }
}
