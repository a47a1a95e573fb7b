import Bytes
import Diagnostics

/// One pass over the bytes of a file. Every byte of every source passes here, so many are looked at together for what belongs to a
/// finding: half a block of bytes that keys and words are made of, leads of invisible characters, points between parts of addresses.
struct SafetyScan {
    let bytes: [UInt8]
    private(set) var findings: [SafetyFinding] = []
    /// Runs of key bytes were looked at up to here.
    private var runsEnd = 0
    /// The last key ends here: one of several runs is found once.
    private var keysEnd = 0
    /// Hidden characters were looked at up to here.
    private var hiddenEnd = 0
    private var hasLookedForPrivateKeys = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The text as it stands.
    mutating func lookAtAll() { unsafe bytes.withUnsafeBytes { unsafe pass($0) } }

    /// - Parameter isSource: whether an editor wrote the text, with marks that the page does not show.
    mutating func run(isSource: Bool) {
        lookAtAll()
        let spelled = EscapedReading.findings(in: bytes, joinsMarkup: isSource)
        // What a part of a key looked like is said of the whole.
        if !spelled.isEmpty {
            findings.removeAll { one in
                one.code != .zeroWidth && one.code != .hiddenCharacter
                    && spelled.contains { $0.range.overlaps(one.range) }
            }
        }
        findings += spelled
        findings.sort { Self.order($0) < Self.order($1) }
    }

    private static func order(_ finding: SafetyFinding) -> (Int, Int, String) {
        (finding.range.lowerBound, finding.range.upperBound, finding.code.id)
    }

    private mutating func pass(_ all: UnsafeRawBufferPointer) {
        guard let base = all.baseAddress else { return }
        let count = all.count
        var index = 0
        while index &+ 65 <= count {
            let mayBegin =
                unsafe Self.mayBegin(base, index) .| Self.mayBegin(base, index &+ 16)
                .| Self.mayBegin(base, index &+ 32) .| Self.mayBegin(base, index &+ 48)
            if mayBegin.isAnySet {
                for start in stride(from: index, to: index &+ 64, by: 16) { unsafe lookAtSigns(base, start, all) }
            }
            unsafe lookAtRuns(base, index, all)
            unsafe lookAtRuns(base, index &+ 16, all)
            unsafe lookAtRuns(base, index &+ 32, all)
            unsafe lookAtRuns(base, index &+ 48, all)
            index &+= 64
        }
        while index &+ 17 <= count {
            unsafe lookAtSigns(base, index, all)
            unsafe lookAtRuns(base, index, all)
            index &+= 16
        }
        unsafe lookAtSigns(in: index..<count, all)
        for start in stride(from: index, through: count - 8, by: 8) { unsafe lookAtRun(from: start, all) }
    }

    /// Half a block from the hyphen to the letter z: more than keys are made of, but one comparison. No key is shorter than two
    /// halves, so one half of a block at the least is full of it, wherever it stands.
    @inline(__always)
    private mutating func lookAtRuns(_ base: UnsafeRawPointer, _ index: Int, _ all: UnsafeRawBufferPointer) {
        let halves = unsafe unsafeBitCast(Self.block(base, index).holds(0x4E, from: 0x2D).lanes, to: SIMD2<UInt64>.self)
        if halves.x == UInt64.max, index >= runsEnd { unsafe lookAtRun(from: index, all) }
        if halves.y == UInt64.max, index &+ 8 >= runsEnd { unsafe lookAtRun(from: index &+ 8, all) }
    }

    /// Leads of invisible characters; full stops and colons (and `*` and `>`, which one comparison takes for them) that a digit or a
    /// letter follows; slashes before a digit.
    @inline(__always)
    private static func mayBegin(_ base: UnsafeRawPointer, _ index: Int) -> SIMDMask<SIMD16<Int8>> {
        let block = unsafe self.block(base, index)
        let next = unsafe self.block(base, index &+ 1)
        return block.holds(0xE2) .| block.holds(0xF3) .| block.holds(0xEF) .& next.holds(0xB8, under: 0xFC)
            .| block.holds(0x2A, under: 0xEB) .& next.holds(0x4B, from: 0x30)
            .| block.holds(0x2F) .& next.holds(10, from: 0x30)
    }

    @inline(__always)
    private static func block(_ base: UnsafeRawPointer, _ index: Int) -> SIMD16<UInt8> {
        unsafe base.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
    }

    private mutating func lookAtSigns(_ base: UnsafeRawPointer, _ index: Int, _ all: UnsafeRawBufferPointer) {
        if unsafe Self.mayBegin(base, index).isAnySet { unsafe lookAtSigns(in: index..<index &+ 16, all) }
    }

    private mutating func lookAtSigns(in range: Range<Int>, _ all: UnsafeRawBufferPointer) {
        for index in range {
            switch unsafe all[index] {
            case 0xE2, 0xEF, 0xF3: lookAtHidden(from: index)
            case 0x2E: lookAtPoint(index)
            case 0x2F where index >= 2 && index &+ 1 < bytes.count && bytes[index &- 1] == 0x2F:
                if (0x30...0x39).contains(bytes[index &+ 1]),
                    let finding = HostNumber.finding(behind: index &- 1, in: bytes)
                {
                    findings.append(finding)
                }
            case 0x3A where index >= 4:
                if let finding = PrivateAddressV6.finding(at: index &- 4, in: bytes) { findings.append(finding) }
            default: break
            }
        }
    }

    private mutating func lookAtPoint(_ index: Int) {
        guard index &+ 1 < bytes.count else { return }
        let found: SafetyFinding?
        switch bytes[index &+ 1] | 0x20 {
        case 0x30...0x39: found = PrivateAddress.finding(behindFirstPart: index, in: bytes)
        // What endings of internal names begin with.
        case 0x63, 0x69, 0x6C: found = InternalName.finding(behindPoint: index, in: bytes)
        default: return
        }
        if let found { findings.append(found) }
    }

    private mutating func lookAtHidden(from index: Int) {
        guard index >= hiddenEnd, let found = HiddenCharacters.run(from: index, in: bytes) else { return }
        hiddenEnd = found.end
        if let finding = found.finding { findings.append(finding) }
    }

    /// - Parameter start: of eight bytes that may be part of a run.
    private mutating func lookAtRun(from start: Int, _ all: UnsafeRawBufferPointer) {
        guard start >= runsEnd, let range = unsafe KeyRun.range(around: start, in: all) else { return }
        runsEnd = range.upperBound
        if range.count >= KeyRun.minimum, unsafe KeyRun.isMixed(range, in: all) { unsafe judge(range, all) }
    }

    @inline(never)
    private mutating func judge(_ range: Range<Int>, _ all: UnsafeRawBufferPointer) {
        if let finding = unsafe KeyRun(bytes, range).finding(in: all) {
            guard keysEnd < finding.range.upperBound else { return }
            keysEnd = finding.range.upperBound
            findings.append(finding)
        } else if !hasLookedForPrivateKeys, unsafe KeyRun.isLineOfKey(range, in: all) {
            // What begins a private key is only looked for when something like its lines is there.
            hasLookedForPrivateKeys = true
            findings += PrivateKeyBlock.findings(in: bytes)
        }
    }
}
