import Diagnostics

/// The front matter that all kinds share.
extension PageHeader {
    /// Reads the fields that all kinds share, in the order in which the reference lists them.
    package mutating func read(_ fields: inout FieldReader) { change { $0.read(&fields) } }

    /// Reads how many pages a hub lists at one address.
    package mutating func readParts(_ fields: inout FieldReader) {
        paginateBy = fields.count(
            "paginate_by",
            Message(
                en: "How many pages the list shows before it goes on at page/2; 0: all; without it site.yaml decides",
                zh: "列表每页显示多少个页面，其余从 page/2 起；0 表示不分页；不写则按 site.yaml"))
    }
}

extension HeaderFields {
    mutating func read(_ fields: inout FieldReader) {
        title = fields.text("title", Message(en: "The page's title; of an answer, the question", zh: "页面标题；回答页写成问题"))
        description = fields.optionalText(
            "description",
            Message(en: "One or two plain sentences for lists and search results", zh: "一两句话的摘要，用于列表和搜索结果"))
        published = fields.moment(
            "date", required: true, Message(en: "When the page was first published", zh: "首次发布日期"))
        let updated = fields.moment("updated", Message(en: "When its content last changed", zh: "内容最近一次更新的日期"))
        modified = updated ?? published
        if let updated, let published, updated < published {
            fields.add(
                Diagnostic(
                    .malformedDate, at: fields.location(ofField: "updated"),
                    Message(
                        en: "‘updated’ (\(updated.iso8601)) is before ‘date’ (\(published.iso8601))",
                        zh: "updated（\(updated.iso8601)）早于 date（\(published.iso8601)）")))
        }
        author = fields.reference("author", Message(en: "An id from people.yaml", zh: "people.yaml 中的 id"))
        readReview(&fields)
        readPlace(&fields)
        related = fields.texts(
            "related",
            Message(en: "Page ids such as answers/what-is-a-relay", zh: "相关页面的 id，例如 answers/what-is-a-relay"))
        notes = fields.texts("notes", Message(en: "Ids of shared texts to show", zh: "要引用的共享文本 id"))
        sources = fields.records(
            "sources", owner: Message(en: "a source", zh: "来源"),
            Message(en: "What the page's claims rest on", zh: "页面论断的出处")
        ) { PageSource(reading: &$0) }
        readChanges(&fields)
    }

    private mutating func readReview(_ fields: inout FieldReader) {
        reviewed = fields.moment("reviewed", Message(en: "When the page was last reviewed", zh: "最近一次审核的日期"))
        reviewedBy = fields.reference(
            "reviewed_by", Message(en: "Who reviewed it: an id from people.yaml", zh: "审核人：people.yaml 中的 id"))
        reviewBy = fields.moment("review_by", Message(en: "When the next review is due", zh: "下一次审核的截止日期"))
    }

    private mutating func readPlace(_ fields: inout FieldReader) {
        topic = fields.reference("topic", Message(en: "An id from topics.yaml", zh: "topics.yaml 中的 id"))
        tags = fields.texts("tags", Message(en: "Keywords", zh: "关键词")).map(\.text)
        aliases = fields.texts("aliases", Message(en: "Old addresses that redirect here", zh: "重定向到本页的旧地址"))
        _ = fields.optionalText(
            "slug", Message(en: "Last part of the address, instead of the file's name", zh: "地址的最后一段，代替文件名"))
        sortKey = fields.optionalText(
            "sort_key", Message(en: "What lists sort by, for instance pinyin", zh: "列表排序用的键，例如拼音"))
        isDraft =
            fields.flag("draft", Message(en: "true: not built without --drafts", zh: "true 表示草稿，不加 --drafts 不生成"))
            ?? false
        publishAt = fields.moment("publish_at", Message(en: "Not built before this time", zh: "在此时间之前不生成"))
        expireAt = fields.moment("expire_at", Message(en: "Not built from this time on", zh: "从此时间起不再生成"))
        isHiddenFromMachines =
            fields.flag("noindex", Message(en: "true: stands in no machine file", zh: "true 表示不进入任何机器可读文件")) ?? false
    }
}

extension PageSource {
    init(reading fields: inout FieldReader) {
        title = fields.text("title", Message(en: "The source's title", zh: "来源标题"))
        let url = fields.text("url", Message(en: "Its address", zh: "来源地址"))
        let isAddress = ["https://", "http://", "/"].contains { url.hasPrefix($0) }
        if !url.isEmpty, !isAddress {
            fields.add(
                Diagnostic(
                    .malformedField, at: fields.location(ofField: "url"),
                    Message(
                        en: "a source's ‘url’ begins with https://, http:// or /, not as in ‘\(url)’",
                        zh: "来源的 url 应以 https://、http:// 或 / 开头，不能是“\(url)”")))
        }
        self.url = isAddress ? WebAddress.encoded(url) : ""
        accessed = fields.moment("accessed", Message(en: "When it was read", zh: "查阅日期"))
    }
}
