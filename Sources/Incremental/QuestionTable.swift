package import Bytes

/// Questions with the fingerprints of the replies that the outputs of a build rest on. What a question means is the business of
/// those who ask.
package struct QuestionTable: Sendable {
    package struct Entry: Sendable {
        package let kind: UInt8
        package let key: String
        package let reply: Fingerprint

        package init(kind: UInt8, key: String, reply: Fingerprint) {
            self.kind = kind
            self.key = key
            self.reply = reply
        }
    }

    package private(set) var entries: [Entry]
    /// Where the first entries stand in the bytes that they were read from, while none of them has changed.
    private var stored: (range: Range<Int>, count: Int)?

    package init() { entries = [] }

    package mutating func append(_ entry: Entry) { entries.append(entry) }

    package mutating func set(_ number: Int, reply: Fingerprint) {
        let old = entries[number]
        entries[number] = Entry(kind: old.kind, key: old.key, reply: reply)
        if let stored, number < stored.count { self.stored = nil }
    }

    /// - Parameter old: the bytes that the table was read from.
    package func write(to file: inout CacheFileWriter, since old: [UInt8]) {
        var writer = RecordWriter(capacity: 1 << 15)
        writer.write(UInt64(entries.count))
        var first = 0
        if let stored {
            file.append(from: &writer)
            file.append(old[stored.range])
            first = stored.count
        }
        for entry in entries[first...] {
            writer.write(UInt64(entry.kind))
            writer.write(entry.key)
            writer.write(entry.reply)
            if writer.count >= 1 << 15 { file.append(from: &writer) }
        }
        file.append(from: &writer)
    }

    package init(_ reader: inout RecordReader) {
        let count = reader.count()
        let start = reader.offset
        entries = []
        entries.reserveCapacity(count)
        for _ in 0..<count where !reader.isBroken {
            let (kind, key) = (UInt8(truncatingIfNeeded: reader.number()), reader.text())
            entries.append(Entry(kind: kind, key: key, reply: reader.fingerprint()))
        }
        stored = (start..<reader.offset, count)
    }

    /// Leaves out the questions that no trace asks, and numbers the others anew in the traces.
    package mutating func compact(_ traces: inout [ReadTrace]) {
        var numbers = [UInt32?](repeating: nil, count: entries.count)
        var kept: [Entry] = []
        for index in traces.indices {
            traces[index].questions = traces[index].questions.map { old in
                if let known = numbers[Int(old)] { return known }
                let number = UInt32(kept.count)
                numbers[Int(old)] = number
                kept.append(entries[Int(old)])
                return number
            }
        }
        entries = kept
        stored = nil
    }
}
