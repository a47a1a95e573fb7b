/// Bytes with holes: a text that is finished but for places which only the whole site can fill, such as the address
/// behind a link or the price that a directive names.
///
/// Rendering Markdown is a function of one file; what depends on other files is left as a hole, so the text can be cached.
package struct HoledBytes: Sendable, Hashable {
    /// A hole at `offset` in `bytes`. Holes are sorted by offset; several may stand at one offset.
    package struct Hole: Sendable, Hashable {
        package let offset: Int
        /// Index in the list of things to fill in that goes with these bytes.
        package let index: Int
        /// What part of the thing stands here, for instance a container's beginning or its end.
        package let part: Part

        package init(offset: Int, index: Int, part: Part = .whole) {
            self.offset = offset
            self.index = index
            self.part = part
        }
    }

    package enum Part: UInt8, Sendable, Hashable {
        case whole
        case opening
        case closing
    }

    package let bytes: [UInt8]
    package let holes: [Hole]

    package init(bytes: [UInt8], holes: [Hole] = []) {
        self.bytes = bytes
        self.holes = holes
    }

    package static let empty = HoledBytes(bytes: [])

    package var isEmpty: Bool { bytes.isEmpty && holes.isEmpty }
}
