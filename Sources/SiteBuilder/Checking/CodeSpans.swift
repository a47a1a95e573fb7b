/// Where a Markdown source holds code, roughly as CommonMark says: fences, and runs of backticks.
enum CodeSpans {
    static func ranges(in bytes: [UInt8], _ text: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var fence: (start: Int, mark: UInt8, length: Int)?
        var line = text.lowerBound
        while line < text.upperBound {
            let end = bytes[line..<text.upperBound].firstIndex(of: 0x0A) ?? text.upperBound
            let content = bytes[line..<end].drop { $0 == 0x20 }
            let length = content.prefix { $0 == content.first }.count
            let isFence = length >= 3 && (content.first == 0x60 || content.first == 0x7E)
            if let open = fence {
                if isFence, content.first == open.mark, length >= open.length {
                    found.append(open.start..<end)
                    fence = nil
                }
            } else if isFence, let mark = content.first {
                fence = (line, mark, length)
            } else {
                spans(in: bytes, line..<end, &found)
            }
            line = end + 1
        }
        if let fence { found.append(fence.start..<text.upperBound) }
        return found
    }

    /// Runs of backticks in one line, each closed by the next run of the same length.
    private static func spans(in bytes: [UInt8], _ line: Range<Int>, _ found: inout [Range<Int>]) {
        let runs = runs(in: bytes, line)
        guard runs.count > 1 else { return }
        var closers = [Int?](repeating: nil, count: runs.count)
        var nextOfLength: [Int: Int] = [:]
        for number in runs.indices.reversed() {
            closers[number] = nextOfLength.updateValue(number, forKey: runs[number].count)
        }
        var number = 0
        while number < runs.count {
            if let closer = closers[number] {
                found.append(runs[number].lowerBound..<runs[closer].upperBound)
                number = closer
            }
            number += 1
        }
    }

    private static func runs(in bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = line.lowerBound
        while let start = bytes[index..<line.upperBound].firstIndex(of: 0x60) {
            index = bytes[start..<line.upperBound].firstIndex { $0 != 0x60 } ?? line.upperBound
            runs.append(start..<index)
        }
        return runs
    }
}
