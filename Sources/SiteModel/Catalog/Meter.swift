/// What a price counts. The names, units and quantities are those of the catalog contract, section 3.
package struct Meter: Sendable, Hashable {
    package let name: String
    /// Such as `token`.
    package let unit: String
    /// How many units an amount is for.
    package let per: Int

    /// Every meter with a name of its own, in the order in which people read prices.
    package static let all: [Meter] =
        tokens.map { Meter(name: $0, unit: "token", per: 1_000_000) }
        + ["input_character", "output_character"].map { Meter(name: $0, unit: "character", per: 1_000_000) }
        + singles.map { Meter(name: $0.name, unit: $0.unit, per: 1) }

    /// The meter of a name: a known one, or `other:<what the source calls it>`; nil for anything else.
    package init?(named name: String) {
        if let known = Self.byName[name] {
            self = known
        } else if name.hasPrefix(Self.otherPrefix), name.utf8.count > Self.otherPrefix.utf8.count {
            self.init(name: name, unit: "unit", per: 1)
        } else {
            return nil
        }
    }

    /// Where prices of this meter stand in a list; unknown meters come last.
    package static func rank(of name: String) -> Int { ranks[name] ?? all.count }

    /// What people call a meter that has no name of its own.
    package static func sourceName(of name: String) -> String {
        name.hasPrefix(otherPrefix) ? String(name.dropFirst(otherPrefix.count)) : name
    }

    private init(name: String, unit: String, per: Int) {
        self.name = name
        self.unit = unit
        self.per = per
    }
}

extension Meter {
    private static let otherPrefix = "other:"

    private static let tokens = [
        "input", "output", "cache_read", "cache_write", "cache_write_1h", "reasoning", "input_audio", "output_audio",
        "cache_read_audio", "input_image_token", "output_image_token", "input_video_token", "output_video_token",
    ]

    private static let singles: [(name: String, unit: String)] = [
        ("request", "request"), ("query", "query"), ("web_search", "search"), ("session", "session"), ("page", "page"),
        ("input_image", "image"), ("output_image", "image"), ("input_second", "second"), ("output_second", "second"),
        ("input_pixel", "pixel"), ("output_pixel", "pixel"),
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
    private static let ranks = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })
}
