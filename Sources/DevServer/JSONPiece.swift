import Bytes

/// A piece of JSON for the preview's script.
enum JSONPiece {
    case text(String)
    case number(Int)
    case list([JSONPiece])
    case object([(name: String, value: JSONPiece)])
    case null

    /// On one line.
    var bytes: [UInt8] {
        var buffer = ByteBuffer()
        write(into: &buffer)
        return buffer.bytes
    }

    private func write(into buffer: inout ByteBuffer) {
        switch self {
        case .text(let text): buffer.append(jsonString: text)
        case .number(let number): buffer.append(text: String(number))
        case .null: buffer.append("null")
        case .list(let pieces):
            buffer.append("[")
            for (position, piece) in pieces.enumerated() {
                if position > 0 { buffer.append(",") }
                piece.write(into: &buffer)
            }
            buffer.append("]")
        case .object(let members):
            buffer.append("{")
            for (position, member) in members.enumerated() {
                if position > 0 { buffer.append(",") }
                buffer.append(jsonString: member.name)
                buffer.append(":")
                member.value.write(into: &buffer)
            }
            buffer.append("}")
        }
    }
}
