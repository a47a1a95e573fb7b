internal import Bytes
internal import Glibc

/// A text as a key: two are equal when their code points are, as in Python. Swift's own equality is canonical equivalence.
struct ExactText: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (one: ExactText, other: ExactText) -> Bool {
        guard one.text.utf8.count == other.text.utf8.count else { return false }
        return unsafe one.text.withRawUTF8 { first in
            unsafe other.text.withRawUTF8 { second in
                guard let one = first.baseAddress, let other = second.baseAddress else { return true }
                return unsafe memcmp(one, other, first.count) == 0
            }
        }
    }

    func hash(into hasher: inout Hasher) {
        unsafe text.withRawUTF8 { unsafe hasher.combine(bytes: $0) }
    }
}
