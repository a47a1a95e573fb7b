import Bytes
import Diagnostics

/// A header in the form of records.
extension PageHeader {
    func write(into writer: inout RecordWriter) {
        for text in [id.text, kind, folder, languageCode, address.path, title] { writer.write(text) }
        writer.write(description)
        for moment in [published, modified, reviewed, reviewBy, publishAt, expireAt] { writer.write(moment) }
        for name in [author, reviewedBy, topic] { writer.write(name) }
        writer.write(tags) { $0.write($1) }
        for list in [aliases, related, notes] { writer.write(list) }
        writer.write(namedModels) { $0.write($1) }
        writer.write(sortKey)
        writer.write(isDraft)
        writer.write(isHiddenFromMachines)
        writer.write(sources) { writer, source in
            writer.write(source.title)
            writer.write(source.url)
            writer.write(source.accessed)
        }
        writer.write(changes) { $0.write($1) }
        if kind == "hub" { writer.write(paginateBy ?? -1) }
        writer.write(body) { $0.write($1.range) }
    }

    /// The fields without the places in the file, and without what stands on the page alone.
    func writeFace(into writer: inout RecordWriter) {
        for text in [id.text, kind, folder, languageCode, address.path, title] { writer.write(text) }
        writer.write(description)
        // When a page was modified is a question of its own; others show the date by which they list it.
        for moment in [published, listed, reviewed, reviewBy, publishAt, expireAt] { writer.write(moment) }
        for name in [author, reviewedBy, topic] { writer.write(name?.text) }
        writer.write(tags) { $0.write($1) }
        for list in [aliases, related, notes] { writer.writeTexts(of: list) }
        writer.write(namedModels) { $0.write($1) }
        writer.write(sortKey)
        writer.write(isDraft)
        writer.write(isHiddenFromMachines)
        // Feeds tell of them.
        writer.write(changes) { $0.write($1) }
        if kind == "hub" { writer.write(paginateBy ?? -1) }
        writer.write(sourcePath)
    }

    init?(_ reader: inout RecordReader, file: SourceFile?, languages: [Language]) {
        let (id, kind, folder, code) = (reader.text(), reader.text(), reader.text(), reader.text())
        let (path, title) = (reader.text(), reader.text())
        guard let language = languages.first(where: { $0.code == code }) else { return nil }
        var fields = HeaderFields(
            id: PageID(id), kind: kind, folder: folder, language: language, address: SiteAddress(path), title: title)
        fields.description = reader.optionalText()
        fields.published = reader.optionalMoment()
        fields.modified = reader.optionalMoment()
        fields.reviewed = reader.optionalMoment()
        fields.reviewBy = reader.optionalMoment()
        fields.publishAt = reader.optionalMoment()
        fields.expireAt = reader.optionalMoment()
        fields.author = reader.optionalLocated()
        fields.reviewedBy = reader.optionalLocated()
        fields.topic = reader.optionalLocated()
        fields.tags = reader.list { $0.text() }
        fields.aliases = reader.locatedList()
        fields.related = reader.locatedList()
        fields.notes = reader.locatedList()
        fields.namedModels = reader.list { $0.text() }
        fields.sortKey = reader.optionalText()
        fields.isDraft = reader.flag()
        fields.isHiddenFromMachines = reader.flag()
        fields.sources = reader.list { reader in
            let (title, url) = (reader.text(), reader.text())
            return PageSource(title: title, url: url, accessed: reader.optionalMoment())
        }
        fields.changes = reader.list { reader in
            let date = reader.moment()
            return PageChange(date: date, note: reader.text())
        }
        if kind == "hub" {
            let size = reader.integer()
            fields.paginateBy = size < 0 ? nil : size
        }
        let body = reader.optional { $0.range() }
        if let file, let body { fields.body = TextLocation(file: file, range: body) }
        self.init(fields)
    }
}

extension RecordWriter {
    fileprivate mutating func write(_ change: PageChange) {
        write(change.date)
        write(change.note)
    }
}
