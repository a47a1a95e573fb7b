/// The lines that an info string sets off, as in `{2,4-6}`.
enum MarkedLines {
    /// The bytes of these lines in a code block, line feeds included: sorted, apart from each other, none empty.
    static func ranges(named list: ArraySlice<UInt8>, in text: [UInt8], _ code: Range<Int>) -> [Range<Int>] {
        let numbers = merged(numbers(in: list))
        var result: [Range<Int>] = []
        var line = 1
        var offset = code.lowerBound
        for wanted in numbers {
            while line < wanted.lowerBound, offset < code.upperBound { pass(&offset, &line, text, code) }
            let start = offset
            while line <= wanted.upperBound, offset < code.upperBound { pass(&offset, &line, text, code) }
            if start < offset { result.append(start..<offset) }
        }
        return result
    }

    private static func pass(_ offset: inout Int, _ line: inout Int, _ text: [UInt8], _ code: Range<Int>) {
        while offset < code.upperBound, text[offset] != 0x0A { offset += 1 }
        if offset < code.upperBound { offset += 1 }
        line += 1
    }

    /// `2,4-6` names 2…2 and 4…6; a range that runs backwards, or from 0, names nothing.
    private static func numbers(in list: ArraySlice<UInt8>) -> [ClosedRange<Int>] {
        list.split(separator: 0x2C).compactMap { part in
            let ends = part.split(separator: 0x2D, omittingEmptySubsequences: false).map(number)
            switch (ends.count, ends.first ?? 0, ends.last ?? 0) {
            case (1...2, let first, let last) where first > 0 && first <= last: return first...last
            default: return nil
            }
        }
    }

    /// Numbers beyond any file become the largest.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        var value = 0
        for byte in digits where (0x30...0x39).contains(byte) { value = min(value * 10 + Int(byte - 0x30), 1 << 40) }
        return value
    }

    private static func merged(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        var result: [ClosedRange<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound + 1 {
                result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}
