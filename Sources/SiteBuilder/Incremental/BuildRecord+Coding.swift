import Bytes
import ContentLoading
import Incremental
import Outputs
import Parallel
import SiteModel

/// The record as bytes, and back.
extension BuildRecord {
    /// The sections of the file, in their order.
    enum Section: Int, CaseIterable {
        /// What loading gave for page files, one behind the other.
        case loaded
        /// The pages, one behind the other.
        case pages
        /// Everything else, and where the others begin and end.
        case state
    }

    /// Pages that one task reads.
    private static let pageChunk = 512

    func write(to file: inout CacheFileWriter, jobs: Int) async {
        let loaded = await Self.write(load.entries.count, to: &file, jobs: jobs) { [load] in
            load.writeRecord(of: load.entries[$0], into: &$1)
        }
        file.endSection()
        let lengths = await Self.write(pages.count, to: &file, jobs: jobs) { [pages, stored] in
            pages[$0].write(into: &$1, since: stored)
        }
        file.endSection()
        var writer = RecordWriter(capacity: 1 << 16)
        let chunks = stride(from: 0, to: lengths.count, by: Self.pageChunk).map { start in
            lengths[start..<min(start + Self.pageChunk, lengths.count)].reduce(0, +)
        }
        writer.write(chunks) { $0.write($1) }
        writeState(to: &file, with: &writer)
        writer.write(load.entries.count)
        for (entry, length) in zip(load.entries, loaded) {
            writer.write(entry.path)
            entry.signature.write(into: &writer)
            writer.write(entry.fingerprint)
            writer.write(length)
            if writer.count >= 1 << 15 { file.append(from: &writer) }
        }
        file.append(from: &writer)
        file.endSection()
    }

    /// A thousand at a time, so that what is written never stands in memory as a whole.
    /// - Returns: how many bytes each of them took.
    private static func write(
        _ count: Int, to file: inout CacheFileWriter, jobs: Int,
        _ item: @escaping @Sendable (Int, inout RecordWriter) -> Void
    ) async -> [Int] {
        var lengths: [Int] = []
        lengths.reserveCapacity(count)
        for start in stride(from: 0, to: count, by: 1024) {
            let parts = await ParallelWork(jobs: jobs, chunk: 256).results(of: min(1024, count - start)) { range in
                var writer = RecordWriter(capacity: 1 << 17)
                let lengths = range.map { index in
                    let before = writer.count
                    item(start + index, &writer)
                    return writer.count - before
                }
                return (bytes: writer.bytes, lengths: lengths)
            }
            for part in parts {
                file.append(part.bytes)
                lengths += part.lengths
            }
        }
        return lengths
    }

    /// What the state says before the loaded pages.
    private func writeState(to file: inout CacheFileWriter, with writer: inout RecordWriter) {
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
        writer.write(UInt64(tasks.count))
        for task in tasks {
            task.write(into: &writer)
            file.append(from: &writer)
        }
        writer.write(plans) { $1.write(into: &$0) }
        globals.write(into: &writer)
        file.append(from: &writer)
        questions.write(to: &file, since: stored)
    }

    /// - Returns: nil when the file holds no record.
    init?(_ file: CacheFile, jobs: Int) async {
        let state = file.sections[Section.state.rawValue]
        guard let (chunks, start) = Self.chunks(of: file) else { return nil }
        async let entries = ParallelWork(jobs: jobs, chunk: 1).results(of: chunks.count) { range in
            range.map { Self.pages(in: chunks[$0], of: file) }
        }
        let record = file.bytes.withUnsafeBytes { span in
            var reader = RecordReader(UnsafeRawBufferPointer(rebasing: span[..<state.upperBound]), at: start)
            let record = BuildRecord(&reader, file)
            return reader.isBroken || !reader.isAtEnd ? nil : record
        }
        let pages = await entries.joined()
        guard let record, pages.allSatisfy({ $0 != nil }) else { return nil }
        self = record
        self.pages = pages.flatMap { $0 ?? [] }
    }

    /// Where the chunks of pages stand, and where the state goes on behind their list.
    private static func chunks(of file: CacheFile) -> (chunks: [Range<Int>], end: Int)? {
        file.bytes.withUnsafeBytes { span in
            let (pages, state) = (file.sections[Section.pages.rawValue], file.sections[Section.state.rawValue])
            var reader = RecordReader(UnsafeRawBufferPointer(rebasing: span[..<state.upperBound]), at: state.lowerBound)
            var start = pages.lowerBound
            var chunks: [Range<Int>] = []
            for length in reader.list({ $0.integer() }) {
                guard length >= 0, length <= pages.upperBound - start else { return nil }
                chunks.append(start..<start + length)
                start += length
            }
            return reader.isBroken || start != pages.upperBound ? nil : (chunks, reader.offset)
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

    /// Everything but the pages.
    private init(_ reader: inout RecordReader, _ file: CacheFile) {
        stored = file.bytes
        pages = []
        (frame, listing, catalog) = (reader.fingerprint(), reader.fingerprint(), reader.fingerprint())
        (companions, options, others) = (reader.fingerprint(), reader.fingerprint(), reader.fingerprint())
        let (day, from, until) = (reader.integer(), reader.integer(), reader.integer())
        clock = BuildClock(day: day, from: from, until: until)
        (generation, compactCount) = (reader.integer(), reader.integer())
        isSilent = reader.flag()
        folders = OutputFolders(&reader)
        spare = reader.optional { OutputFolders(&$0) }
        pending = reader.list { $0.text() }
        copies = reader.list { CopiedFile(&$0) }
        packed = reader.list { reader in
            let source = OutputFile(&reader)
            return Precompression.Entry(source: source, files: reader.list { OutputFile(&$0) })
        }
        tasks = reader.list { TaskEntry(&$0) }
        plans = reader.list { PlanEntry(&$0) }
        globals = ReadTrace(&reader)
        questions = QuestionTable(&reader)
        load = LoadCache(bytes: file.bytes, entries: Self.loaded(&reader, in: file.sections[Section.loaded.rawValue]))
    }

    private static func loaded(_ reader: inout RecordReader, in section: Range<Int>) -> [LoadCache.Entry] {
        var entries: [LoadCache.Entry] = []
        let count = reader.integer()
        var start = section.lowerBound
        while entries.count < count, !reader.isBroken {
            let path = reader.text()
            let signature = FileSignature(&reader)
            let fingerprint = reader.fingerprint()
            let length = reader.integer()
            guard length >= 0, length <= section.upperBound - start else { return [] }
            entries.append(
                LoadCache.Entry(
                    path: path, signature: signature, fingerprint: fingerprint, record: start..<start + length))
            start += length
        }
        return entries
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
        for reply in [replies.near, replies.neighbours, replies.translations] { writer.write(reply) { $0.write($1) } }
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
        let (near, neighbours) = (reader.optional { $0.fingerprint() }, reader.optional { $0.fingerprint() })
        let replies = OwnReplies(
            near: near, neighbours: neighbours, translations: reader.optional { $0.fingerprint() })
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

    convenience init(_ reader: inout RecordReader) {
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
