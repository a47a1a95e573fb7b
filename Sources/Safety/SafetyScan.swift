import Bytes

/// One pass over the bytes of a file. Every byte of every source passes here, so many are looked at together for what begins a
/// finding: half a block of bytes that keys and words are made of, leads of invisible characters, a digit before a full stop.
struct SafetyScan {
    let bytes: [UInt8]
    private(set) var findings: [SafetyFinding] = []
    /// Runs of key bytes were looked at up to here.
    private var runsEnd = 0
    /// Hidden characters were looked at up to here.
    private var hiddenEnd = 0
    private var hasLookedForPrivateKeys = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func run() {
        unsafe bytes.withUnsafeBytes { unsafe pass($0) }
        findings.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    private mutating func pass(_ all: UnsafeRawBufferPointer) {
        guard let base = all.baseAddress else { return }
        let count = all.count
        var index = 0
        while index &+ 36 <= count {
            let first = unsafe base.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            let second = unsafe base.loadUnaligned(fromByteOffset: index &+ 16, as: SIMD16<UInt8>.self)
            unsafe lookAtRuns(in: first, at: index, all)
            unsafe lookAtRuns(in: second, at: index &+ 16, all)
            let isPlain = unsafe !(Self.mayBegin(first, base, index) .| Self.mayBegin(second, base, index &+ 16))
                .isAnySet
            if !isPlain {
                if unsafe Self.begins(first, base, index) { lookAtSigns(in: index..<index &+ 16) }
                if unsafe Self.begins(second, base, index &+ 16) { lookAtSigns(in: index &+ 16..<index &+ 32) }
            }
            index &+= 32
        }
        for start in stride(from: index, through: count - 8, by: 8) { unsafe lookAtRun(from: start, all) }
        lookAtSigns(in: index..<count)
    }

    /// Half a block from the hyphen to the letter z: more than keys are made of, but one comparison.
    @inline(__always)
    private mutating func lookAtRuns(in block: SIMD16<UInt8>, at index: Int, _ all: UnsafeRawBufferPointer) {
        let halves = unsafe unsafeBitCast(block.holds(0x4E, from: 0x2D).lanes, to: SIMD2<UInt64>.self)
        let words = unsafe unsafeBitCast(block, to: SIMD2<UInt64>.self)
        if halves.x == UInt64.max, !Self.isLower(words.x) { unsafe lookAtRun(from: index, all) }
        if halves.y == UInt64.max, !Self.isLower(words.y) { unsafe lookAtRun(from: index &+ 8, all) }
    }

    /// Nothing but small letters: part of a word. Every key has eight bytes of another sort at one of these places.
    @inline(__always)
    private static func isLower(_ word: UInt64) -> Bool { word & 0x6060_6060_6060_6060 == 0x6060_6060_6060_6060 }

    /// Leads of invisible characters, full stops, and an F four places before a colon.
    @inline(__always)
    private static func mayBegin(
        _ block: SIMD16<UInt8>, _ base: UnsafeRawPointer, _ index: Int
    ) -> SIMDMask<SIMD16<Int8>> {
        let next = unsafe base.loadUnaligned(fromByteOffset: index &+ 1, as: SIMD16<UInt8>.self)
        let addresses = unsafe beginsAddress(block, base, index)
        return addresses .| block.holds(0xE2) .| block.holds(0xF3) .| block.holds(0x2E)
            .| block.holds(0xEF) .& next.holds(0xB8, under: 0xFC)
    }

    @inline(__always)
    private static func beginsAddress(
        _ block: SIMD16<UInt8>, _ base: UnsafeRawPointer, _ index: Int
    ) -> SIMDMask<SIMD16<Int8>> {
        let fifth = unsafe base.loadUnaligned(fromByteOffset: index &+ 4, as: SIMD16<UInt8>.self)
        return block.holds(0x46, under: 0xDF) .& fifth.holds(0x3A)
    }

    /// The same without quotes and dashes of Chinese text, E2 80 9x, and full stops that neither a digit follows nor what begins
    /// the ending of an internal name.
    @inline(__always)
    private static func begins(_ block: SIMD16<UInt8>, _ base: UnsafeRawPointer, _ index: Int) -> Bool {
        let next = unsafe base.loadUnaligned(fromByteOffset: index &+ 1, as: SIMD16<UInt8>.self)
        let third = unsafe base.loadUnaligned(fromByteOffset: index &+ 2, as: SIMD16<UInt8>.self)
        let marks = block.holds(0xE2) .& next.holds(0x80, under: 0xFE) .& .!third.holds(0x90, under: 0xF0)
        let others = block.holds(0xF3) .| block.holds(0xEF) .& next.holds(0xB8, under: 0xFC)
        let names =
            next.holds(0x4C, under: 0xDF) .& (third.holds(0x4F, under: 0xDF) .| third.holds(0x41, under: 0xDF))
            .| next.holds(0x49, under: 0xDF) .& third.holds(0x4E, under: 0xDF)
            .| next.holds(0x43, under: 0xDF) .& third.holds(0x4F, under: 0xDF)
        let addresses = unsafe beginsAddress(block, base, index)
        return
            (addresses .| marks .| others .| block.holds(0x2E) .& (next.holds(10, from: 0x30) .| names)).isAnySet
    }

    private mutating func lookAtSigns(in range: Range<Int>) {
        for index in range {
            switch bytes[index] {
            case 0xE2, 0xEF, 0xF3: lookAtHidden(from: index)
            case 0x2E:
                let found =
                    PrivateAddress.finding(behindFirstPart: index, in: bytes)
                    ?? InternalName.finding(behindPoint: index, in: bytes)
                if let found { findings.append(found) }
            case 0x46, 0x66:
                if let finding = PrivateAddressV6.finding(at: index, in: bytes) { findings.append(finding) }
            default: break
            }
        }
    }

    private mutating func lookAtHidden(from index: Int) {
        guard index >= hiddenEnd, let found = HiddenCharacters.run(from: index, in: bytes) else { return }
        hiddenEnd = found.end
        if let finding = found.finding { findings.append(finding) }
    }

    /// - Parameter start: of eight bytes that may be part of a run.
    private mutating func lookAtRun(from start: Int, _ all: UnsafeRawBufferPointer) {
        guard start >= runsEnd, unsafe KeyRun.isMember(all[start]) else { return }
        let (range, isMixed, mayHoldKey) = unsafe KeyRun.range(around: start, in: all)
        runsEnd = range.upperBound
        guard isMixed, range.count >= KeyRun.minimum else { return }
        let run = KeyRun(bytes, range)
        if let finding = run.finding(mayHoldKey: mayHoldKey) {
            if findings.last?.range.upperBound ?? 0 <= finding.range.lowerBound { findings.append(finding) }
        } else if !hasLookedForPrivateKeys, run.isLineOfKey {
            // What begins a private key is only looked for when something like its lines is there.
            hasLookedForPrivateKeys = true
            findings += PrivateKeyBlock.findings(in: bytes)
        }
    }
}
