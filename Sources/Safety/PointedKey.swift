import Diagnostics

/// Keys of which points are a part: `ID.secret` as Zhipu issues them, `SG.….…` of SendGrid, `ya29.…` of Google.
enum PointedKey {
    /// - Parameter run: a run of letters, digits and signs, perhaps behind a point.
    static func finding(_ run: Range<Int>, in bytes: [UInt8]) -> SafetyFinding? {
        if let end = endOfPair(run, in: bytes) {
            return KeyRun.finding(Message(en: "a Zhipu key", zh: "智谱密钥"), run.lowerBound..<end, in: bytes)
        }
        if let start = start(of: "ya29.", before: run.lowerBound, in: bytes), run.count >= 40, isDrawn(bytes[run]) {
            return KeyRun.finding(
                Message(en: "a Google access token", zh: "Google 访问令牌"), start..<run.upperBound, in: bytes)
        }
        if let start = start(of: "SG.", before: run.lowerBound, in: bytes), run.count == 22,
            let end = endOfPart(behind: run.upperBound, in: bytes), end - run.upperBound == 44, isDrawn(bytes[run])
        {
            return KeyRun.finding(Message(en: "a SendGrid key", zh: "SendGrid 密钥"), start..<end, in: bytes)
        }
        return nil
    }

    /// Where a secret of sixteen letters and digits ends, which stands behind an identifier of 32 hexadecimal digits and a point.
    private static func endOfPair(_ run: Range<Int>, in bytes: [UInt8]) -> Int? {
        guard run.count == 32, bytes[run].allSatisfy(Randomness.isHexadecimal),
            let end = endOfPart(behind: run.upperBound, in: bytes), end - run.upperBound == 17
        else { return nil }
        return Randomness.isSecret(bytes[run.upperBound + 1..<end], atLeast: 16, entropy: 3) ? end : nil
    }

    private static func endOfPart(behind point: Int, in bytes: [UInt8]) -> Int? {
        guard point < bytes.count, bytes[point] == 0x2E else { return nil }
        return bytes[(point + 1)...].firstIndex { !KeyRun.isMember($0) || $0 == 0x5C } ?? bytes.count
    }

    private static func start(of prefix: StaticString, before place: Int, in bytes: [UInt8]) -> Int? {
        let start = place - prefix.utf8CodeUnitCount
        guard start >= 0, bytes[start..<place].elementsEqual(prefix.description.utf8) else { return nil }
        return start
    }

    private static func isDrawn(_ text: ArraySlice<UInt8>) -> Bool {
        Randomness.isSecret(text, atLeast: 16, entropy: 3.3)
    }
}
