/// the keys of one object and where they stand, compared byte by byte; linear for few keys, hashed for many.
struct MemberIndex {
    private var keys: [(text: String, range: Range<Int>)] = []
    private var hashed: [[UInt8]: Int] = [:]
}

extension MemberIndex {
    /// Adds a key, or gives the place of the same key before it.
    mutating func add(_ text: String, _ range: Range<Int>) -> Range<Int>? {
        if keys.count < 16 {
            let count = text.utf8.count
            for known in keys where known.text.utf8.count == count && known.text.utf8.elementsEqual(text.utf8) {
                return known.range
            }
        } else {
            if hashed.isEmpty {
                for (index, known) in keys.enumerated() { hashed[Array(known.text.utf8)] = index }
            }
            let bytes = Array(text.utf8)
            if let index = hashed[bytes] { return keys[index].range }
            hashed[bytes] = keys.count
        }
        keys.append((text, range))
        return nil
    }
}
