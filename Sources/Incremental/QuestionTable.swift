package import Bytes

/// Questions with the fingerprints of the replies that the outputs of a build rest on. What a question means is the business of
/// those who ask.
package struct QuestionTable: Sendable {
    package struct Entry: Sendable {
        package let kind: UInt8
        package let key: String
        package var reply: Fingerprint

        package init(kind: UInt8, key: String, reply: Fingerprint) {
            self.kind = kind
            self.key = key
            self.reply = reply
        }
    }

    package var entries: [Entry]

    package init(entries: [Entry] = []) { self.entries = entries }

    package func write(into writer: inout RecordWriter) {
        writer.write(entries) { writer, entry in
            writer.write(UInt64(entry.kind))
            writer.write(entry.key)
            writer.write(entry.reply)
        }
    }

    package init(_ reader: inout RecordReader) {
        entries = reader.list { reader in
            let (kind, key) = (UInt8(truncatingIfNeeded: reader.number()), reader.text())
            return Entry(kind: kind, key: key, reply: reader.fingerprint())
        }
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
    }
}
