/// Emphasis as a Chinese writer means it: a delimiter run may open and close beside Han and full-width punctuation.
///
/// CommonMark asks what stands on the other side of a run when there is punctuation on one side, for the sake of scripts that put
/// spaces between words. Source of the rule for scripts that don't: the CJK-friendly amendments to CommonMark, section 6.2
/// (https://github.com/tats-u/markdown-cjk-friendly). Where they make a run flanking and CommonMark does not, a mark beside the run
/// makes the parser see a letter there, so the parser itself pairs the runs.
extension SourceMarker {
    /// Marks the run of `*` at `index`; returns where it ends.
    mutating func markEmphasisRun(at index: Int, in range: Range<Int>) -> Int {
        let end = index + lines.runLength(of: 0x2A, from: index, to: range.upperBound)
        let isASCII =
            (index == range.lowerBound || bytes[index - 1] < 0x80) && (end == range.upperBound || bytes[end] < 0x80)
        if isASCII { return end }
        let sides = Flanks(bytes, index..<end, in: range)
        if sides.opens, !sides.opensByItself {
            buffer.copy(to: end)
            buffer.write(.afterRun)
        } else if sides.closes, !sides.closesByItself {
            buffer.copy(to: index)
            buffer.write(.beforeRun)
        }
        return end
    }
}

/// Which sides of a delimiter run are flanking, by the amended rule and by CommonMark's own.
struct Flanks {
    let opens: Bool
    let closes: Bool
    let opensByItself: Bool
    let closesByItself: Bool

    init(_ bytes: [UInt8], _ run: Range<Int>, in range: Range<Int>) {
        let before = Side(before: run.lowerBound, bytes, range.lowerBound)
        let after = Side(after: run.upperBound, bytes, range.upperBound)
        let isOpen = !after.isSpace
        opensByItself = isOpen && (!after.isPunctuation || before.isSpace || before.isPunctuation)
        opens =
            isOpen
            && (!after.isOtherPunctuation || before.isSpace || before.isOtherPunctuation || before.isCJK)
        let isClose = !before.isSpace
        closesByItself = isClose && (!before.isPunctuation || after.isSpace || after.isPunctuation)
        closes =
            isClose
            && (!before.isOtherPunctuation || after.isSpace || after.isOtherPunctuation || after.isCJK)
    }

    /// The character on one side of a run.
    private struct Side {
        let isSpace: Bool
        let isPunctuation: Bool
        /// CJK, also when a variation selector stands between it and the run.
        let isCJK: Bool
        /// Punctuation that is not CJK.
        let isOtherPunctuation: Bool

        init(after index: Int, _ bytes: [UInt8], _ end: Int) {
            self.init(index < end ? Scalars.scalar(at: index, in: bytes, end: end).value : 0x20)
        }

        init(before index: Int, _ bytes: [UInt8], _ start: Int) {
            guard index > start else {
                self.init(0x20)
                return
            }
            let (value, first) = Scalars.scalar(before: index, in: bytes, start: start)
            // Ideographic variation selectors stand only behind Han.
            if (0xE0100...0xE01EF).contains(value) {
                self.init(0x4E00)
            } else if (0xFE00...0xFE0E).contains(value), first > start {
                let base = Scalars.scalar(before: first, in: bytes, start: start).value
                // With its selector for the full-width form, a shared quotation mark is CJK.
                self.init(selected: base, isFullWidth: value == 0xFE01 && Scalars.isSharedPunctuation(base))
            } else {
                self.init(value)
            }
        }

        private init(_ value: UInt32) {
            isSpace = Scalars.isWhitespace(value)
            isPunctuation = !isSpace && Scalars.isPunctuation(value)
            isCJK = Scalars.isCJK(value)
            isOtherPunctuation = isPunctuation && !isCJK
        }

        /// A character with a variation selector. CommonMark's own rule sees only the selector, which is no punctuation.
        private init(selected base: UInt32, isFullWidth: Bool) {
            isSpace = false
            isPunctuation = false
            isCJK = Scalars.isCJK(base) || isFullWidth
            isOtherPunctuation = !isCJK && Scalars.isPunctuation(base)
        }
    }
}
