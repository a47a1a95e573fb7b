import Bytes
import ContentLoading
import Incremental
import Outputs
import SiteModel

/// The record as bytes, and back.
extension BuildRecord {
    /// The bytes of the record. What a build without changes needs comes first.
    func encoded() -> [UInt8] {
        var writer = RecordWriter(capacity: max(1 << 16, load.bytes.count * 2))
        for fingerprint in [frame, listing, catalog, companions, options] { writer.write(fingerprint) }
        for number in [clock.day, clock.from, clock.until, generation, compactCount] { writer.write(number) }
        writer.write(isSilent)
        folders.write(into: &writer)
        writer.write(spare) { $1.write(into: &$0) }
        writer.write(pending) { $0.write($1) }
        writer.write(copies) { $1.write(into: &$0) }
        writer.write(pages) { $1.write(into: &$0) }
        writer.write(tasks) { $1.write(into: &$0) }
        globals.write(into: &writer)
        questions.write(into: &writer)
        writer.write(load.entries) { writer, entry in
            writer.write(entry.path)
            entry.signature.write(into: &writer)
            writer.write(entry.fingerprint)
            writer.write(entry.record)
        }
        writer.write(load.bytes)
        return writer.bytes
    }

    /// - Returns: nil when the bytes are no record.
    init?(_ bytes: [UInt8]) {
        var result: BuildRecord?
        bytes.withUnsafeBytes { span in
            var reader = RecordReader(span)
            let record = BuildRecord(&reader)
            if !reader.isBroken, reader.isAtEnd { result = record }
        }
        guard let result else { return nil }
        self = result
    }

    private init(_ reader: inout RecordReader) {
        (frame, listing, catalog) = (reader.fingerprint(), reader.fingerprint(), reader.fingerprint())
        (companions, options) = (reader.fingerprint(), reader.fingerprint())
        let (day, from, until) = (reader.integer(), reader.integer(), reader.integer())
        clock = BuildClock(day: day, from: from, until: until)
        (generation, compactCount) = (reader.integer(), reader.integer())
        isSilent = reader.flag()
        folders = OutputFolders(&reader)
        spare = reader.optional { OutputFolders(&$0) }
        pending = reader.list { $0.text() }
        copies = reader.list { OutputFile(&$0) }
        pages = reader.list { PageEntry(&$0) }
        tasks = reader.list { TaskEntry(&$0) }
        globals = ReadTrace(&reader)
        questions = QuestionTable(&reader)
        let entries = reader.list { reader in
            let path = reader.text()
            let signature = FileSignature(&reader)
            let fingerprint = reader.fingerprint()
            return LoadCache.Entry(path: path, signature: signature, fingerprint: fingerprint, record: reader.range())
        }
        load = LoadCache(bytes: reader.bytes(), entries: entries)
    }
}

extension BuildRecord.PageEntry {
    func write(into writer: inout RecordWriter) {
        writer.write(name)
        writer.write(source)
        writer.write(face)
        writer.write(replies.sorted { $0.key < $1.key }) { writer, reply in
            writer.write(UInt64(reply.key))
            writer.write(reply.value)
        }
        writer.write(files) { $1.write(into: &$0) }
        writer.write(twin) { writer, twin in
            for number in [twin.length, twin.contentStart, twin.tokens] { writer.write(number) }
            writer.write(twin.note)
            writer.write(twin.lineLength) { $0.write($1) }
        }
        for hashes in [inlineCode.scripts, inlineCode.styles] { writer.write(hashes.sorted()) { $0.write($1) } }
        writer.write(generation)
        trace.write(into: &writer)
        writer.write(isSilent)
        cause.write(into: &writer)
    }

    init(_ reader: inout RecordReader) {
        name = reader.text()
        (source, face) = (reader.fingerprint(), reader.fingerprint())
        var replies: [UInt8: Fingerprint] = [:]
        for _ in 0..<reader.count() where !reader.isBroken {
            replies[UInt8(truncatingIfNeeded: reader.number())] = reader.fingerprint()
        }
        self.replies = replies
        files = reader.list { OutputFile(&$0) }
        twin = reader.optional { reader in
            let (length, start, tokens) = (reader.integer(), reader.integer(), reader.integer())
            let note = reader.text()
            return PageProducts.Twin(
                length: length, contentStart: start, tokens: tokens, note: note,
                lineLength: reader.optional { $0.integer() })
        }
        let (scripts, styles) = (reader.list { $0.text() }, reader.list { $0.text() })
        inlineCode = InlineCode(scripts: Set(scripts), styles: Set(styles))
        generation = reader.integer()
        trace = ReadTrace(&reader)
        isSilent = reader.flag()
        cause = RenderCause(&reader)
    }
}

extension BuildRecord.TaskEntry {
    func write(into writer: inout RecordWriter) {
        writer.write(plan)
        file.write(into: &writer)
        trace.write(into: &writer)
        cause.write(into: &writer)
    }

    init(_ reader: inout RecordReader) {
        plan = reader.fingerprint()
        file = OutputFile(&reader)
        trace = ReadTrace(&reader)
        cause = RenderCause(&reader)
    }
}

extension RenderCause {
    func write(into writer: inout RecordWriter) {
        writer.write(UInt64(reason.rawValue))
        writer.write(generation)
        writer.write(question) { writer, question in
            writer.write(UInt64(question.kind.rawValue))
            writer.write(question.key)
        }
        for fingerprint in [old, new] { writer.write(fingerprint) { $0.write($1) } }
    }

    init(_ reader: inout RecordReader) {
        let reason = Reason(rawValue: UInt8(truncatingIfNeeded: reader.number())) ?? .first
        let generation = reader.integer()
        let question = reader.optional { reader in
            let kind = SiteQuestion.Kind(rawValue: UInt8(truncatingIfNeeded: reader.number())) ?? .face
            return SiteQuestion(kind, reader.text())
        }
        let (old, new) = (reader.optional { $0.fingerprint() }, reader.optional { $0.fingerprint() })
        self.init(reason, generation: generation, question: question, old: old, new: new)
    }
}
