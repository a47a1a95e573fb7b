/// A text whose circled digits ① to ⑳ mark places; they are not part of the text.
///
/// A test writes the place of a mistake where it is, instead of counting lines and columns.
package struct MarkedText: Sendable {
    /// A marked place: what stands directly behind the circled digit.
    package struct Place: Sendable, Hashable {
        /// 1-based.
        package let line: Int
        /// 1-based, in Unicode scalars.
        package let column: Int
        /// Offset in the UTF-8 of the text without marks.
        package let offset: Int
    }

    /// The text without its marks.
    package let text: String
    /// The places by the number of their mark.
    package let places: [Int: Place]

    package init(_ marked: String) {
        var scalars: [Unicode.Scalar] = []
        var marks: [(number: Int, index: Int)] = []
        for scalar in marked.unicodeScalars {
            if (0x2460...0x2473).contains(scalar.value) {
                marks.append((Int(scalar.value - 0x245F), scalars.count))
            } else {
                scalars.append(scalar)
            }
        }
        text = String(String.UnicodeScalarView(scalars))
        places = Dictionary(
            marks.map { ($0.number, Self.place(before: $0.index, in: scalars)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// `line:column` of a mark, as diagnostics print it; `unmarked` when the text has no such mark.
    package func position(_ number: Int) -> String {
        places[number].map { "\($0.line):\($0.column)" } ?? "unmarked"
    }
}

extension MarkedText {
    private static func place(before index: Int, in scalars: [Unicode.Scalar]) -> Place {
        var (line, column, offset) = (1, 1, 0)
        for (position, scalar) in scalars[..<index].enumerated() {
            offset += UTF8.width(scalar)
            let isCRLF = scalar == "\r" && position + 1 < scalars.count && scalars[position + 1] == "\n"
            if scalar == "\n" || (scalar == "\r" && !isCRLF) {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        return Place(line: line, column: column, offset: offset)
    }
}
