import Bytes
import ContentLoading
import Incremental
import Outputs
import Parallel
import SiteModel

/// The record as bytes, and back.
extension BuildRecord {
    /// The bytes of the record without those of the loaded pages.
    func encoded(jobs: Int) async -> ByteBuffer {
        async let tail = encodedTail()
        let pageBytes = await ParallelWork(jobs: jobs, chunk: 512).results(of: pages.count) { range in
            var writer = RecordWriter(capacity: 1 << 18)
            for position in range { pages[position].write(into: &writer, since: stored) }
            var bytes: [UInt8] = []
            writer.append(to: &bytes)
            return bytes
        }
        var writer = RecordWriter(capacity: max(1 << 16, stored.count + stored.count / 8))
        for fingerprint in [frame, listing, catalog, companions, options, others] { writer.write(fingerprint) }
        for number in [clock.day, clock.from, clock.until, generation, compactCount] { writer.write(number) }
        writer.write(isSilent)
        folders.write(into: &writer)
        writer.write(spare) { $1.write(into: &$0) }
        writer.write(pending) { $0.write($1) }
        writer.write(copies) { $1.write(into: &$0) }
        writer.write(packed) { writer, entry in
            entry.source.write(into: &writer)
            writer.write(entry.files) { $1.write(into: &$0) }
        }
        // In chunks with their lengths, so that several tasks can read them.
        writer.write(pageBytes) { $0.write($1.count) }
        for bytes in pageBytes { writer.append(bytes, bytes.indices) }
        writer.write(tasks) { $1.write(into: &$0) }
        writer.write(plans) { $1.write(into: &$0) }
        globals.write(into: &writer)
        let last = await tail
        writer.append(last, last.indices)
        return writer.finish()
    }

    /// What stands behind the pages and grows with them.
    private func encodedTail() -> [UInt8] {
        var writer = RecordWriter(capacity: 1 << 18)
        questions.write(into: &writer, since: stored)
        writer.write(load.entries) { writer, entry in
            writer.write(entry.path)
            entry.signature.write(into: &writer)
            writer.write(entry.fingerprint)
            writer.write(entry.record.lowerBound - load.base..<entry.record.upperBound - load.base)
        }
        return writer.bytes
    }

    /// - Returns: nil when the file holds no record.
    init?(_ file: CacheFile, jobs: Int) async {
        guard let (head, chunks, end) = Self.head(of: file) else { return nil }
        async let entries = ParallelWork(jobs: jobs, chunk: 1).results(of: chunks.count) { range in
            range.map { Self.pages(in: chunks[$0], of: file) }
        }
        self = head
        let isWhole = readTail(of: file, from: end)
        let pages = await entries.joined()
        guard isWhole, pages.allSatisfy({ $0 != nil }) else { return nil }
        self.pages = pages.flatMap { $0 ?? [] }
    }

    private static func first(of file: CacheFile, _ span: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: span[..<file.first.upperBound])
    }

    /// What stands before the pages, where the chunks of pages stand, and where they end.
    private static func head(of file: CacheFile) -> (record: BuildRecord, chunks: [Range<Int>], end: Int)? {
        file.bytes.withUnsafeBytes { span in
            var reader = RecordReader(first(of: file, span), at: file.first.lowerBound)
            let record = BuildRecord(head: &reader, file)
            let lengths = reader.list { $0.integer() }
            let chunks = lengths.map { length in
                let start = reader.offset
                reader.skip(length)
                return start..<reader.offset
            }
            return reader.isBroken ? nil : (record, chunks, reader.offset)
        }
    }

    /// Nil when the chunk holds something else.
    private static func pages(in chunk: Range<Int>, of file: CacheFile) -> [PageEntry]? {
        file.bytes.withUnsafeBytes { span in
            var reader = RecordReader(UnsafeRawBufferPointer(rebasing: span[..<chunk.upperBound]), at: chunk.lowerBound)
            var entries: [PageEntry] = []
            while !reader.isAtEnd, !reader.isBroken { entries.append(PageEntry(&reader, file.bytes)) }
            return reader.isBroken ? nil : entries
        }
    }

    /// What stands behind the pages.
    /// - Returns: whether the file ends there.
    private mutating func readTail(of file: CacheFile, from offset: Int) -> Bool {
        file.bytes.withUnsafeBytes { span in
            var reader = RecordReader(Self.first(of: file, span), at: offset)
            tasks = reader.list { TaskEntry(&$0) }
            plans = reader.list { PlanEntry(&$0) }
            globals = ReadTrace(&reader)
            questions = QuestionTable(&reader)
            let start = file.second.lowerBound
            let entries = reader.list { reader in
                let path = reader.text()
                let signature = FileSignature(&reader)
                let fingerprint = reader.fingerprint()
                let range = reader.range()
                return LoadCache.Entry(
                    path: path, signature: signature, fingerprint: fingerprint,
                    record: start + range.lowerBound..<start + range.upperBound)
            }
            load = LoadCache(bytes: file.bytes, base: start, entries: entries)
            return !reader.isBroken && reader.isAtEnd
        }
    }

    /// What stands before the pages.
    private init(head reader: inout RecordReader, _ file: CacheFile) {
        stored = file.bytes
        (frame, listing, catalog) = (reader.fingerprint(), reader.fingerprint(), reader.fingerprint())
        (companions, options, others) = (reader.fingerprint(), reader.fingerprint(), reader.fingerprint())
        let (day, from, until) = (reader.integer(), reader.integer(), reader.integer())
        clock = BuildClock(day: day, from: from, until: until)
        (generation, compactCount) = (reader.integer(), reader.integer())
        isSilent = reader.flag()
        folders = OutputFolders(&reader)
        spare = reader.optional { OutputFolders(&$0) }
        pending = reader.list { $0.text() }
        copies = reader.list { OutputFile(&$0) }
        packed = reader.list { reader in
            let source = OutputFile(&reader)
            return Precompression.Entry(source: source, files: reader.list { OutputFile(&$0) })
        }
        (pages, tasks, plans, globals, questions) = ([], [], [], ReadTrace(), QuestionTable())
        load = LoadCache(bytes: [], entries: [])
    }
}

extension BuildRecord.PageEntry {
    /// - Parameter old: the bytes that the record was read from.
    func write(into writer: inout RecordWriter, since old: [UInt8]) {
        if let stored { return writer.append(old, stored) }
        writer.write(name)
        writer.write(sourcePath)
        writer.write(source)
        writer.write(face)
        writer.write(modified)
        writer.write(replies.sorted { $0.key < $1.key }) { writer, reply in
            writer.write(UInt64(reply.key))
            writer.write(reply.value)
        }
        writer.write(files) { $1.write(into: &$0) }
        writer.write(twin) { writer, twin in
            for number in [twin.length, twin.contentStart, twin.tokens, twin.partLength] { writer.write(number) }
            writer.write(twin.note)
            writer.write(twin.lineLength) { $0.write($1) }
        }
        for hashes in [inlineCode.scripts, inlineCode.styles] { writer.write(hashes.sorted()) { $0.write($1) } }
        writer.write(images) { $0.write($1) }
        writer.write(generation)
        trace.write(into: &writer)
        writer.write(isSilent)
        cause.write(into: &writer)
    }

    /// - Parameter file: what the reader reads; the entry holds parts of it.
    convenience init(_ reader: inout RecordReader, _ file: [UInt8]) {
        let start = reader.offset
        let (name, sourcePath) = (reader.text(), reader.optionalText())
        let (source, face) = (reader.fingerprint(), reader.fingerprint())
        let modified = reader.integer()
        var replies: [UInt8: Fingerprint] = [:]
        for _ in 0..<reader.count() where !reader.isBroken {
            replies[UInt8(truncatingIfNeeded: reader.number())] = reader.fingerprint()
        }
        let files = reader.list { OutputFile(&$0) }
        let twin = reader.optional { reader in
            let (length, start, tokens) = (reader.integer(), reader.integer(), reader.integer())
            let (part, note) = (reader.integer(), reader.text())
            return PageProducts.Twin(
                length: length, contentStart: start, tokens: tokens, note: note,
                lineLength: reader.optional { $0.integer() }, partLength: part)
        }
        let (scripts, styles) = (reader.list { $0.text() }, reader.list { $0.text() })
        let images = reader.list { $0.text() }
        let generation = reader.integer()
        let trace = ReadTrace(&reader)
        let isSilent = reader.flag()
        let cause = RenderCause(&reader)
        self.init(
            name: name, sourcePath: sourcePath, source: source, face: face, modified: modified, replies: replies,
            files: files, twin: twin,
            inlineCode: InlineCode(scripts: Set(scripts), styles: Set(styles)), images: images,
            generation: generation, trace: trace,
            isSilent: isSilent, cause: cause, stored: start..<reader.offset)
    }
}

extension BuildRecord.TaskEntry {
    func write(into writer: inout RecordWriter) {
        writer.write(plan)
        writer.write(format)
        writer.write(languageCode)
        writer.write(task.folder)
        for number in [task.part, task.parts] { writer.write(number) }
        writer.write(task.pages) { $0.write(UInt64($1.position)) }
        file.write(into: &writer)
        trace.write(into: &writer)
        cause.write(into: &writer)
    }

    init(_ reader: inout RecordReader) {
        plan = reader.fingerprint()
        format = reader.text()
        languageCode = reader.optionalText()
        let folder = reader.optionalText()
        let (part, parts) = (reader.integer(), reader.integer())
        let pages = reader.list { PageIndex(Int($0.number())) }
        file = OutputFile(&reader)
        task = OutputTask(path: file.path, folder: folder, part: part, parts: parts, pages: pages)
        trace = ReadTrace(&reader)
        cause = RenderCause(&reader)
    }
}

extension BuildRecord.PlanEntry {
    func write(into writer: inout RecordWriter) {
        writer.write(format)
        trace.write(into: &writer)
    }

    init(_ reader: inout RecordReader) {
        format = reader.text()
        trace = ReadTrace(&reader)
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
