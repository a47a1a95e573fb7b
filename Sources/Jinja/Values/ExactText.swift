/// A text as a key: two are equal when their code points are, as in Python. Swift's own equality is canonical equivalence.
struct ExactText: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (one: ExactText, other: ExactText) -> Bool {
        guard one.text.utf8.count == other.text.utf8.count else { return false }
        let answer = one.text.utf8.withContiguousStorageIfAvailable { first in
            other.text.utf8.withContiguousStorageIfAvailable { first.elementsEqual($0) }
        }
        return answer.flatMap { $0 } ?? one.text.utf8.elementsEqual(other.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
            hasher.combine(bytes: UnsafeRawBufferPointer($0))
        }
        if isDone == nil { for byte in text.utf8 { hasher.combine(byte) } }
    }
}
