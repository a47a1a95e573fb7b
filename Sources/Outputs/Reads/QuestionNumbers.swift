// Finds the number of a question among those that were asked before.
internal import Bytes
internal import Incremental

/// The numbers of questions by their contents: a table with open addressing. A renderer asks some thirty times for each page, and a
/// fingerprint is all the hashing that takes.
struct QuestionNumbers {
    private struct Slot {
        var fingerprint: UInt64
        /// One more than the number, so that 0 means: free.
        var next: UInt32
    }

    /// A power of two of them, at most half of which are taken.
    private var slots = [Slot](repeating: Slot(fingerprint: 0, next: 0), count: 256)
    private var taken = 0

    /// - Parameters:
    ///   - questions: the known ones, by number.
    ///   - new: the number that a question gets which is not among them.
    mutating func number(of question: SiteQuestion, among questions: [SiteQuestion], orNew new: UInt32) -> UInt32 {
        let fingerprint = Fingerprint(of: question.key).low &+ UInt64(question.kind.rawValue)
        var index = Int(truncatingIfNeeded: fingerprint) & (slots.count - 1)
        while slots[index].next != 0 {
            if slots[index].fingerprint == fingerprint, questions[Int(slots[index].next) - 1] == question {
                return slots[index].next - 1
            }
            index = (index + 1) & (slots.count - 1)
        }
        slots[index] = Slot(fingerprint: fingerprint, next: new + 1)
        taken += 1
        if taken * 2 > slots.count { grow() }
        return new
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(fingerprint: 0, next: 0), count: old.count * 2)
        for slot in old where slot.next != 0 {
            var index = Int(truncatingIfNeeded: slot.fingerprint) & (slots.count - 1)
            while slots[index].next != 0 { index = (index + 1) & (slots.count - 1) }
            slots[index] = slot
        }
    }
}
