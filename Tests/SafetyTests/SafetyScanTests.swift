import Diagnostics
import Testing

@testable import Safety

/// The pass that looks at many bytes together finds what looking at each byte finds, wherever it stands.
@Suite struct SafetyScanTests {
    /// Draws the same texts each time.
    private struct Drawing {
        var state: UInt64

        mutating func number(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }

        mutating func text() -> [UInt8] {
            var text: [UInt8] = []
            for _ in 0...number(below: 40) {
                let piece = SafetyScanTests.pieces[number(below: SafetyScanTests.pieces.count)]
                text += piece.utf8
                guard number(below: 3) == 0 else { continue }
                let letters = SafetyScanTests.alphabets[number(below: SafetyScanTests.alphabets.count)]
                text += (0..<number(below: 60)).map { _ in letters[number(below: letters.count)] }
            }
            return text
        }
    }

    private static let alphabets: [[UInt8]] = [
        "abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_",
        "0123456789abcdef", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    ].map { Array($0.utf8) }
    /// What begins keys, names them or stands around them, split so that no text of the shape of a key stands in this file.
    private static let pieces = [
        "s" + "k-", "s" + "k-a" + "nt-", "AI" + "za", "LT" + "AI", "AK" + "IA", "gh" + "p_", "gh" + "p\\_", "hf" + "_",
        "gl" + "pat-", "ey" + "J", "Bearer ", "api_key: ", "client_secret=\"", "\u{200B}", "\u{202E}", "\u{2066}",
        "\u{FEFF}", "\u{E0041}", "\u{FE0F}", "“", "，", "。", ".", "/", "\"", " ", "\n", "-", "\\", "10.1.2.3",
        "192.168.1.9", "1.5", "fd12:3456::1", "FE80::2:3", "://db.corp", "gw.LAN:80", "a@b.internal", "x.local", ":",
        "2024-08-25", "字", "权限", "😀", "ü", "word", "imaging-retry-000175", "answers/",
    ]

    @Test func manyBytesTogetherAreJudgedAsEachAlone() {
        var drawing = Drawing(state: 4)
        var found = 0
        for _ in 0..<1000 {
            let text = drawing.text()
            var scan = SafetyScan(text)
            scan.run(isSource: false)
            let expected = findings(in: text)
            found += expected.count
            #expect(
                scan.findings.map(description) == expected.map(description), "\(String(decoding: text, as: UTF8.self))")
        }
        #expect(found > 500)
    }

    /// Every place of a long text, so that each byte of what is looked at together is once the first one.
    @Test(arguments: [
        "s" + "k-q7wmzr1kxohdtbvyge4pAc", "10.1.2.3", "中\u{200B}转", "fd00:1::9", "://db.corp", "a\u{E0041}b",
        "a\u{202E}b",
    ])
    func whatStandsAnywhereIsFound(_ text: String) {
        for padding in 0..<70 {
            for rest in [0, 7, 16, 70] {
                let bytes = Array(
                    (String(repeating: " ", count: padding) + text + String(repeating: " ", count: rest)).utf8)
                var scan = SafetyScan(bytes)
                scan.run(isSource: false)
                #expect(scan.findings.count == 1, "\(padding) \(rest)")
            }
        }
    }

    private func description(_ finding: SafetyFinding) -> String { "\(finding.range) \(finding.message.english)" }

    /// Byte for byte, without a look at several.
    private func findings(in bytes: [UInt8]) -> [SafetyFinding] {
        var findings: [SafetyFinding] = []
        var hiddenEnd = 0
        var keysEnd = 0
        for (index, byte) in bytes.enumerated() {
            if byte >= 0x80, index >= hiddenEnd, let found = HiddenCharacters.run(from: index, in: bytes) {
                hiddenEnd = found.end
                if let finding = found.finding { findings.append(finding) }
            }
            let address =
                byte == 0x2E
                ? PrivateAddress.finding(behindFirstPart: index, in: bytes)
                    ?? InternalName.finding(behindPoint: index, in: bytes)
                : PrivateAddressV6.finding(at: index, in: bytes)
            if let address { findings.append(address) }
            guard KeyRun.isMember(byte), index == 0 || !KeyRun.isMember(bytes[index - 1]) else { continue }
            let run = index..<(bytes[index...].firstIndex { !KeyRun.isMember($0) } ?? bytes.count)
            guard run.count >= KeyRun.minimum, bytes[run].contains(where: { (0x30...0x5A).contains($0) }) else {
                continue
            }
            let finding = unsafe bytes.withUnsafeBytes { unsafe KeyRun(bytes, run).finding(in: $0) }
            if let finding, keysEnd < finding.range.upperBound {
                keysEnd = finding.range.upperBound
                findings.append(finding)
            }
        }
        return findings.sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.code.id) < (
                $1.range.lowerBound, $1.range.upperBound, $1.code.id
            )
        }
    }
}
