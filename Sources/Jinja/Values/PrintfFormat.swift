internal import Diagnostics

/// `%s`, `%d`, `%05.2f` and their kin. Source: Python, printf-style string formatting.
enum PrintfFormat {
    /// `named`: for `%(name)s`. With `usesAll` a value that is left over is a mistake.
    static func apply(
        _ format: Value, _ values: [Value], named: ValueDictionary?, usesAll: Bool = true
    ) throws(EvaluationError) -> Value {
        var reader = Reader(
            bytes: Array(try format.printed().utf8), values: values, named: named, usesAll: usesAll,
            isHTML: format.isHTML)
        return format.like(try reader.run())
    }

    private struct Reader {
        let bytes: [UInt8]
        let values: [Value]
        let named: ValueDictionary?
        let usesAll: Bool
        let isHTML: Bool
        var index = 0
        var next = 0
        var usedName = false
        var result: [UInt8] = []

        mutating func run() throws(EvaluationError) -> String {
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                if byte == 0x25 { try readDirective() } else { result.append(byte) }
                if result.count > RenderBudget.textLimit { throw .tooLarge }
            }
            if next < values.count, !usedName, named == nil, usesAll {
                throw EvaluationError(
                    .wrongArguments, en: "the format uses \(next) of \(values.count) values",
                    zh: "格式只用到 \(values.count) 个值中的 \(next) 个")
            }
            return String(decoding: result, as: UTF8.self)
        }

        private mutating func readDirective() throws(EvaluationError) {
            if index < bytes.count, bytes[index] == 0x25 {
                index += 1
                return result.append(0x25)
            }
            var name: String?
            if index < bytes.count, bytes[index] == 0x28 {
                let end = bytes[index...].firstIndex(of: 0x29) ?? bytes.count
                name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
                index = min(end + 1, bytes.count)
            }
            var flags: Set<UInt8> = []
            while index < bytes.count, [0x2D, 0x2B, 0x20, 0x30, 0x23].contains(bytes[index]) {
                flags.insert(bytes[index])
                index += 1
            }
            var width = try readNumber() ?? 0
            if width < 0 {
                flags.insert(0x2D)
                width = -width
            }
            var precision: Int?
            if index < bytes.count, bytes[index] == 0x2E {
                index += 1
                precision = max(try readNumber() ?? 0, 0)
            }
            // Sizes of C's integers mean nothing.
            while index < bytes.count, [0x68, 0x6C, 0x4C].contains(bytes[index]) { index += 1 }
            guard index < bytes.count else { throw EvaluationError(en: "the format ends too early", zh: "格式不完整") }
            let kind = bytes[index]
            index += 1
            if width > 10_000 || precision ?? 0 > 1_000 { throw .tooLarge }
            pad(
                try text(of: try value(name), kind, precision, flags), width, flags,
                isNumber: ![0x73, 0x72, 0x61, 0x63].contains(kind))
        }

        /// Digits, or a star for the next value.
        private mutating func readNumber() throws(EvaluationError) -> Int? {
            if index < bytes.count, bytes[index] == 0x2A {
                index += 1
                guard case .integer(let number) = try value(nil) else {
                    throw EvaluationError(en: "‘*’ needs an integer", zh: "“*”需要整数")
                }
                return min(max(number, -1_000_000), 1_000_000)
            }
            var number: Int?
            while index < bytes.count, 0x30...0x39 ~= bytes[index] {
                number = min((number ?? 0) * 10 + Int(bytes[index] - 0x30), 1_000_000)
                index += 1
            }
            return number
        }

        private mutating func value(_ name: String?) throws(EvaluationError) -> Value {
            if let name {
                usedName = true
                guard let value = named?[name] else {
                    throw EvaluationError(.wrongArguments, en: "the format needs ‘\(name)’", zh: "格式需要“\(name)”")
                }
                return value
            }
            guard next < values.count else {
                throw EvaluationError(.wrongArguments, en: "the format needs more values", zh: "传给格式的值不够")
            }
            next += 1
            return values[next - 1]
        }

        private func text(
            of value: Value, _ kind: UInt8, _ precision: Int?, _ flags: Set<UInt8>
        ) throws(EvaluationError) -> String {
            switch kind {
            case 0x73, 0x72, 0x61, 0x63:
                let text = try characters(of: value, kind)
                guard let precision, kind != 0x63 else { return text }
                return String(String.UnicodeScalarView(text.unicodeScalars.prefix(precision)))
            case 0x64, 0x69, 0x75:
                let number: Int
                switch value.number {
                case .integer(let whole): number = whole
                case .double(let double):
                    guard let whole = Int(exactly: double.rounded(.towardZero)) else { throw .tooBigNumber() }
                    number = whole
                case nil: throw .expected(en: "a number", zh: "数字", got: value)
                }
                return sign(number < 0, filled(String(number.magnitude), precision), flags)
            case 0x78, 0x58, 0x6F:
                guard case .integer(let number)? = value.number else {
                    throw .expected(en: "an integer", zh: "整数", got: value)
                }
                let digits = String(number.magnitude, radix: kind == 0x6F ? 8 : 16, uppercase: kind == 0x58)
                let mark = flags.contains(0x23) ? "0" + String(Unicode.Scalar(kind)) : ""
                return sign(number < 0, mark + filled(digits, precision), flags)
            case 0x66, 0x46, 0x65, 0x45, 0x67, 0x47:
                guard let number = value.number?.double else { throw .expected(en: "a number", zh: "数字", got: value) }
                let form = (flags.contains(0x23) ? "%#." : "%.") + "\(precision ?? 6)" + String(Unicode.Scalar(kind))
                let isNegative = number.sign == .minus && !number.isNaN
                return sign(isNegative, PythonNumber.printed(number.magnitude, form), flags)
            default:
                throw EvaluationError(
                    en: "‘%\(String(Unicode.Scalar(kind)))’ is no format",
                    zh: "“%\(String(Unicode.Scalar(kind)))”不是有效格式")
            }
        }

        /// `%s`, `%r`, `%a` and `%c`; into HTML nothing goes that is not escaped.
        private func characters(of value: Value, _ kind: UInt8) throws(EvaluationError) -> String {
            var text = ""
            switch kind {
            case 0x73: return isHTML ? try value.escaped().text : try value.printed()
            case 0x63:
                if case .integer(let number) = value, let scalar = UInt32(exactly: number).flatMap(Unicode.Scalar.init)
                {
                    text = String(scalar)
                } else if let content = value.stringContent, content.unicodeScalars.count == 1 {
                    text = content
                } else {
                    throw EvaluationError(en: "‘%c’ needs one character", zh: "“%c”需要一个字符")
                }
            default:
                try value.writeRepresentation(to: &text)
                if kind == 0x61 { text = Value.onlyASCII(text) }
            }
            return isHTML ? try Value.text(text).escaped().text : text
        }

        private func filled(_ digits: String, _ precision: Int?) -> String {
            String(repeating: "0", count: max(0, (precision ?? 0) - digits.utf8.count)) + digits
        }

        private func sign(_ isNegative: Bool, _ digits: String, _ flags: Set<UInt8>) -> String {
            (isNegative ? "-" : flags.contains(0x2B) ? "+" : flags.contains(0x20) ? " " : "") + digits
        }

        private mutating func pad(_ text: String, _ width: Int, _ flags: Set<UInt8>, isNumber: Bool) {
            let missing = max(0, width - text.unicodeScalars.count)
            if flags.contains(0x2D) {
                result += Array(text.utf8) + [UInt8](repeating: 0x20, count: missing)
            } else if flags.contains(0x30), isNumber {
                var signs = text.utf8.prefix { $0 == 0x2D || $0 == 0x2B || $0 == 0x20 }
                // The zeros stand behind a `0x`.
                let rest = Array(text.utf8.dropFirst(signs.count).prefix(2))
                if flags.contains(0x23), rest.count == 2, rest[0] == 0x30, [0x78, 0x58, 0x6F].contains(rest[1]) {
                    signs = text.utf8.prefix(signs.count + 2)
                }
                result += Array(signs) + [UInt8](repeating: 0x30, count: missing)
                result += text.utf8.dropFirst(signs.count)
            } else {
                result += [UInt8](repeating: 0x20, count: missing) + Array(text.utf8)
            }
        }
    }
}
