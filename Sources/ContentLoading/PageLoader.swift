import Bytes
import Diagnostics
import PageKinds
import Safety
import SiteModel

/// One content file to one page. The result depends on that file and the settings alone.
struct PageLoader: Sendable {
    let settings: SiteSettings
    let files: SiteFiles
    let markdown: MarkdownReader
    let safety: SafetyScreen

    /// At most this many bytes in one page.
    static let sizeLimit = 8 * 1024 * 1024

    struct Result: Sendable {
        var page: (any Page)?
        var diagnostics: [Diagnostic] = []
        /// Of the bytes on disk.
        var fingerprint = Fingerprint(of: [])
    }

    /// - Parameters:
    ///   - path: inside the project, such as `Content/zh/answers/relay.md`.
    ///   - language: the language of the folder.
    ///   - place: what the path says.
    func load(_ path: String, language: Language, place: PagePlace) -> Result {
        let read: [UInt8]
        do {
            read = try files.read(path, limit: Self.sizeLimit)
        } catch {
            return Result(diagnostics: [SourceReading.diagnostic(error, path)])
        }
        let source = SourceText.file(path, read)
        var result = Result(diagnostics: source.diagnostics, fingerprint: Fingerprint(of: read))
        guard source.diagnostics.isEmpty else { return result }
        let screened = safety.screen(path, source.file.bytes)
        result.diagnostics += screened.diagnostics
        // What is covered stays so: such a file is not read again.
        let file =
            screened.diagnostics.isEmpty
            ? file(
                path, result.fingerprint, size: read.count, known: source.file.bytes, isAsRead: source.isAsRead)
            : SourceFile(path: path, bytes: screened.bytes)
        let front = FrontMatter(of: file)
        result.diagnostics += front.diagnostics
        guard front.diagnostics.isEmpty else { return result }
        let fields = FieldParsing.parse(file, range: front.fields)
        result.diagnostics += fields.diagnostics
        // After a syntax error nothing in the front matter can be trusted: no follow-up errors.
        guard let root = fields.root else { return result }
        let slug = slug(of: place, root, file, &result.diagnostics)
        var header = PageHeader(
            id: place.id(slug: slug), kind: place.kind.name, folder: place.folder, language: language,
            address: place.address(slug: slug, in: language, settings), title: "")
        header.body = TextLocation(file: file, range: front.body)
        if let topic = place.topic { header.topic = LocatedText(topic, range: 0..<0) }
        var reader = reader(of: root, in: file, place.kind)
        var page = place.kind.init(header: header, reading: &reader)
        if page.header.topic == nil, let topic = place.topic { page.header.topic = LocatedText(topic, range: 0..<0) }
        if settings.catalog != nil { page.header.namedModels = NamedModels.names(in: source.file.bytes) }
        reader.finish()
        result.diagnostics += reader.diagnostics.diagnostics
        result.page = page
        return result
    }
}

extension PageLoader {
    private func reader(of root: FieldSource, in file: SourceFile, _ kind: any PageKind.Type) -> FieldReader {
        FieldReader(
            root, in: file, owner: kind.article,
            markdown: { [markdown] text, file in markdown.inline(text, file) })
    }

    /// The facets of a page that was loaded before. What is wrong with its fields was told then.
    func facets(of file: SourceFile, _ kind: any PageKind.Type, _ header: PageHeader) -> PageFacets? {
        guard let root = FieldParsing.parse(file, range: FrontMatter(of: file).fields).root else { return nil }
        var reader = reader(of: root, in: file, kind)
        return kind.init(header: header, reading: &reader).facets
    }

    /// A page that an earlier build loaded from the same bytes; nil when the record can't be read.
    func restore(_ entry: LoadCache.Entry, from bytes: UnsafeRawBufferPointer) -> RestoredPage? {
        var reader = RecordReader(bytes, at: entry.record.lowerBound)
        let file = file(entry.path, entry.fingerprint, size: entry.signature.size, known: nil, isAsRead: false)
        return PageRecord.read(&reader, file: file, languages: settings.languages).map {
            RestoredPage(header: $0.header, face: $0.face)
        }
    }

    /// A file whose text is read again when somebody asks for it after it was let go.
    ///
    /// - Parameters:
    ///   - size: of the file on disk.
    ///   - isAsRead: whether the text is known to be the bytes as they stand on the disk.
    private func file(
        _ path: String, _ fingerprint: Fingerprint, size: Int, known bytes: [UInt8]?, isAsRead: Bool
    ) -> SourceFile {
        SourceFile(path: path, bytes: bytes) { [files] in
            let bytes = files.readAgain(path, expecting: fingerprint, size: size)
            return isAsRead ? bytes : SourceText.file(path, bytes).file.bytes
        }
    }

    /// The slug in force: the field's, else the file's name.
    private func slug(
        of place: PagePlace, _ root: FieldSource, _ file: SourceFile, _ diagnostics: inout [Diagnostic]
    ) -> String {
        guard place.role == .member else { return "" }
        var slug = place.slug
        var location = file.wholeFile
        if case .mapping(let entries) = root.node, let entry = entries.first(where: { $0.key == "slug" }),
            case .text(let text) = entry.value.node, !text.isNull
        {
            let parent = place.slug.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            slug = (parent.map(String.init) + [text.value]).joined(separator: "/")
            location = file.location(of: entry.value.range)
        }
        guard slug != "index", !slug.hasSuffix("/index") else {
            diagnostics.append(
                Diagnostic(
                    .badSlug, at: location,
                    Message(
                        en: "‘index’ is the file of the section's own page; a page in it needs another slug",
                        zh: "index 是栏目自身页面的文件名，栏目内的页面请换一个 slug")))
            return slug
        }
        guard PagePlace.isSlug(slug, isPath: place.folder == "docs") else {
            diagnostics.append(
                Diagnostic(
                    .badSlug, at: location,
                    Message(
                        en: "‘\(slug)’ can't be part of an address: lower-case letters a–z, digits and hyphens only",
                        zh: "“\(slug)”不能用在地址里：只能用小写字母 a–z、数字和连字符"),
                    hint: Message(
                        en: "rename the file, or add a field such as ‘slug: what-is-a-relay’",
                        zh: "请重命名文件，或添加字段，例如 slug: what-is-a-relay")))
            return slug
        }
        return slug
    }
}
