import Bytes

/// One pass over the bytes of a file. Every byte of every source passes here, so sixteen are looked at together for what begins a
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
        while index &+ 18 <= count {
            let first = unsafe base.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            let second = unsafe base.loadUnaligned(fromByteOffset: index &+ 1, as: SIMD16<UInt8>.self)
            let third = unsafe base.loadUnaligned(fromByteOffset: index &+ 2, as: SIMD16<UInt8>.self)
            // From the hyphen to the letter z: more than keys are made of, but one comparison.
            let halves = unsafe unsafeBitCast(first.holds(0x4E, from: 0x2D).lanes, to: SIMD2<UInt64>.self)
            if halves.x == UInt64.max { lookAtRun(from: index) }
            if halves.y == UInt64.max { lookAtRun(from: index &+ 8) }
            // Quotes and dashes of Chinese text, E2 80 9x, are no reason to stop.
            let marks = first.holds(0xE2) .& second.holds(0x80, under: 0xFE) .& .!third.holds(0x90, under: 0xF0)
            let others = first.holds(0xEF) .& second.holds(0xB8, under: 0xFC) .| first.holds(0xF3)
            let numbers = first.holds(10, from: 0x30) .& second.holds(0x2E)
            if (marks .| others .| numbers).isAnySet { lookAtSigns(in: index..<index &+ 16) }
            index &+= 16
        }
        for start in stride(from: index, through: count - 8, by: 8) { lookAtRun(from: start) }
        lookAtSigns(in: index..<count)
    }

    private mutating func lookAtSigns(in range: Range<Int>) {
        for index in range {
            switch bytes[index] {
            case 0xE2, 0xEF, 0xF3: lookAtHidden(from: index)
            case 0x30...0x39 where index + 1 < bytes.count && bytes[index + 1] == 0x2E:
                if let finding = PrivateAddress.finding(endingFirstPart: index, in: bytes) { findings.append(finding) }
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
    private mutating func lookAtRun(from start: Int) {
        guard start >= runsEnd, (start..<start + 8).allSatisfy({ KeyRun.isMember(bytes[$0]) }) else { return }
        let run = KeyRun(around: start, in: bytes)
        runsEnd = run.range.upperBound
        guard run.range.count >= KeyRun.minimum, run.isMixed else { return }
        if let finding = run.finding() {
            if findings.last?.range.upperBound ?? 0 <= finding.range.lowerBound { findings.append(finding) }
        } else if !hasLookedForPrivateKeys {
            // The lines of a private key are such runs: what begins one is only looked for when there are any.
            hasLookedForPrivateKeys = true
            findings += PrivateKeyBlock.findings(in: bytes)
        }
    }
}
