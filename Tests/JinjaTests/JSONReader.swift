import Jinja

/// Reads the JSON of a fixture into a value, keeping the order of keys and the difference of 1 and 1.0.
struct JSONReader {
    struct Mistake: Error {}

    private var bytes: ArraySlice<UInt8>

    static func read(_ text: String) throws -> Value {
        var reader = JSONReader(bytes: Array(text.utf8)[...])
        let value = try reader.value()
        reader.skipSpace()
        guard reader.bytes.isEmpty else { throw Mistake() }
        return value
    }

    private mutating func skipSpace() {
        while let byte = bytes.first, byte <= 0x20 { bytes.removeFirst() }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        skipSpace()
        guard bytes.first == byte else { return false }
        bytes.removeFirst()
        return true
    }

    private mutating func value() throws -> Value {
        skipSpace()
        switch bytes.first {
        case 0x7B: return try object()
        case 0x5B: return try list()
        case 0x22: return .text(try string())
        default:
            let word = bytes.prefix { $0 > 0x20 && ![0x2C, 0x5D, 0x7D].contains($0) }
            bytes = bytes[word.endIndex...]
            let text = String(decoding: word, as: UTF8.self)
            switch text {
            case "true": return .boolean(true)
            case "false": return .boolean(false)
            case "null": return Value.none
            default:
                if let number = Int(text) { return .integer(number) }
                guard let number = Double(text) else { throw Mistake() }
                return .double(number)
            }
        }
    }

    private mutating func list() throws -> Value {
        bytes.removeFirst()
        var items: [Value] = []
        if skip(0x5D) { return .list(items) }
        repeat { items.append(try value()) } while skip(0x2C)
        guard skip(0x5D) else { throw Mistake() }
        return .list(items)
    }

    private mutating func object() throws -> Value {
        bytes.removeFirst()
        var pairs: [(String, Value)] = []
        if skip(0x7D) { return .pairs(pairs) }
        repeat {
            skipSpace()
            let key = try string()
            guard skip(0x3A) else { throw Mistake() }
            pairs.append((key, try value()))
        } while skip(0x2C)
        guard skip(0x7D) else { throw Mistake() }
        return .pairs(pairs)
    }

    private mutating func string() throws -> String {
        guard bytes.first == 0x22 else { throw Mistake() }
        bytes.removeFirst()
        var result: [UInt8] = []
        while let byte = bytes.popFirst() {
            if byte == 0x22 { return String(decoding: result, as: UTF8.self) }
            guard byte == 0x5C else {
                result.append(byte)
                continue
            }
            switch bytes.popFirst() {
            case 0x6E: result.append(0x0A)
            case 0x74: result.append(0x09)
            case 0x72: result.append(0x0D)
            case 0x75:
                guard let code = UInt32(String(decoding: bytes.prefix(4), as: UTF8.self), radix: 16),
                    let scalar = Unicode.Scalar(code)
                else { throw Mistake() }
                bytes = bytes.dropFirst(4)
                result += Array(String(scalar).utf8)
            case let other?: result.append(other)
            case nil: throw Mistake()
            }
        }
        throw Mistake()
    }
}
