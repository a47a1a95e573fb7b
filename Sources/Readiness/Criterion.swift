package import Diagnostics
package import Outputs

/// How much a criterion counts. Source of the numbers: the Agent-Friendly Documentation Spec 0.5.0.
package enum Weight: Int, Sendable {
    case critical = 10
    case high = 7
    case medium = 4
    case low = 2
}

/// What a criterion says of a page or a site.
package enum Verdict: Sendable {
    case pass
    /// Half of the points.
    case warn(Message)
    case fail(Message)
    /// The owner's settings decide, and scorers disagree: no points either way, but what the choice costs is said.
    case choice(Message)
    /// Nothing to judge.
    case notApplicable

    static func when(_ isGood: Bool, en: String, zh: String) -> Verdict {
        isGood ? .pass : .fail(Message(en: en, zh: zh))
    }

    /// Full points when at most so many of a hundred are missing, half up to another share.
    static func share(_ missing: Int, of all: Int, _ good: Int, _ fair: Int, en: String, zh: String) -> Verdict {
        guard all > 0 else { return .notApplicable }
        // Rounded up: one of two hundred is not none.
        return .limit((missing * 100 + all - 1) / all, good, fair, en: en, zh: zh)
    }

    /// Full points up to one number, half up to another.
    static func limit(_ number: Int, _ good: Int, _ fair: Int, en: String, zh: String) -> Verdict {
        number <= good ? .pass : number <= fair ? .warn(Message(en: en, zh: zh)) : .fail(Message(en: en, zh: zh))
    }
}

/// Something that agent-readiness scorers look at on every page.
package struct PageCriterion: Sendable {
    package let id: String
    package let weight: Weight
    package let title: Message
    let judge: @Sendable (PageUnderTest) -> Verdict

    init(
        _ id: String, _ weight: Weight, en: String, zh: String, judge: @escaping @Sendable (PageUnderTest) -> Verdict
    ) {
        self.id = id
        self.weight = weight
        title = Message(en: en, zh: zh)
        self.judge = judge
    }
}

/// Something that they look at once.
package struct SiteCriterion: Sendable {
    package let id: String
    package let weight: Weight
    package let title: Message
    let judge: @Sendable (SiteUnderTest) -> Verdict

    init(
        _ id: String, _ weight: Weight, en: String, zh: String, judge: @escaping @Sendable (SiteUnderTest) -> Verdict
    ) {
        self.id = id
        self.weight = weight
        title = Message(en: en, zh: zh)
        self.judge = judge
    }
}

/// A finished page with what is known of it.
package struct PageUnderTest: Sendable {
    package let projections: PageProjections
    package let kind: String
    /// Whether it is a hub, a home page or made from the catalog: there is little prose to judge.
    package let isList: Bool
    /// The visible text inside of `main`: many criteria look at it.
    let mainText: String
    let measure: TextMeasure
    let mainSkeleton: TextSkeleton

    package init(_ projections: PageProjections, kind: String, isList: Bool) {
        self.projections = projections
        self.kind = kind
        self.isList = isList
        let main = projections.html.text[projections.html.main]
        mainText = String(decoding: main, as: UTF8.self)
        measure = TextMeasure(mainText)
        mainSkeleton = TextSkeleton(main)
    }

    var html: ReadPage { projections.html }
    var twin: ReadTwin { projections.twin }

    /// The beginning of the twin as it stands.
    /// - Parameter count: in Unicode scalars.
    func startOfTwin(_ count: Int) -> ArraySlice<UInt8> {
        var left = count
        let end = projections.twinBytes.firstIndex { byte in
            if byte & 0xC0 != 0x80 { left -= 1 }
            return left < 0
        }
        return projections.twinBytes[..<(end ?? projections.twinBytes.count)]
    }

    /// Unicode scalars.
    var twinLength: Int { projections.twinBytes.count { $0 & 0xC0 != 0x80 } }
}
