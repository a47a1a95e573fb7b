package import Bytes
import Diagnostics
package import SiteModel

/// `:as-of[main]`: the date of a source's snapshot; without a source the oldest of all.
package enum AsOfDirective: Directive {
    package static let rule = DirectiveRule(
        name: "as-of", forms: [.inline], label: .raw, attributes: [],
        explanation: Message(en: "The date of the catalog's snapshot", zh: "目录快照的日期"))

    package static func check(_ call: DirectiveCall, _ facts: any DirectiveFacts) -> [DirectiveMistake] {
        let source = call.trimmedLabel
        guard facts.snapshotDate(source: source) == nil else { return [] }
        guard let source, facts.snapshotDate(source: nil) != nil else {
            return [
                DirectiveMistake(
                    .unknownSource, at: call.range,
                    Message(en: "the site has no catalog, so there is no date to show", zh: "站点还没有模型目录，因此没有日期"),
                    hint: Message(en: "run ‘citable catalog fetch’ first", zh: "请先运行 citable catalog fetch"))
            ]
        }
        let known = Set(facts.offers().map(\.source)).sorted()
        return [
            DirectiveMistake(
                .unknownSource, at: call.labelRange,
                Message(en: "the catalog has no source ‘\(source)’", zh: "目录中没有来源“\(source)”"),
                hint: NearName.hint(for: source, among: known)
                    ?? Message(
                        en: "sources are \(known.joined(separator: ", "))", zh: "来源有 \(known.joined(separator: "、"))"))
        ]
    }

    package static func render(
        _ call: DirectiveCall, part: HoledBytes.Part, as projection: Projection, _ facts: any DirectiveFacts,
        into buffer: inout ByteBuffer
    ) -> DirectiveContents {
        if let moment = facts.snapshotDate(source: call.trimmedLabel) { buffer.append(day: moment, as: projection) }
        return .shown
    }
}
