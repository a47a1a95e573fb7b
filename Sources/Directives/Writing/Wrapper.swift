import Bytes
import SiteModel

/// A container that only groups what is in it: `<div class="name">` in HTML, nothing elsewhere.
protocol Wrapper: Directive {}

extension Wrapper {
    package static func check(_ call: DirectiveCall, _ facts: any DirectiveFacts) -> [DirectiveMistake] { [] }

    package static func render(
        _ call: DirectiveCall, part: HoledBytes.Part, as projection: Projection, _ facts: any DirectiveFacts,
        into buffer: inout ByteBuffer
    ) -> DirectiveContents {
        guard projection == .html else { return .shown }
        if part == .closing {
            buffer.append("</div>")
        } else {
            buffer.append("<div")
            buffer.append(attribute: "class", rule.name)
            buffer.append(">")
        }
        return .shown
    }
}
