import Diagnostics

/// A change of a page that its readers should know of: the page shows it, and feeds tell of it.
package struct PageChange: Sendable, Hashable {
    package let date: Moment
    /// What changed, plain text on one line.
    package let note: String

    package init(date: Moment, note: String) {
        self.date = date
        self.note = note
    }

    /// The newest first; of one day in the order in which they were written.
    package static func sorted(_ changes: [PageChange]) -> [PageChange] {
        guard changes.count > 1 else { return changes }
        return changes.enumerated().sorted {
            $0.element.date.seconds != $1.element.date.seconds
                ? $0.element.date.seconds > $1.element.date.seconds : $0.offset < $1.offset
        }.map(\.element)
    }
}

extension PageChange {
    /// A change with the id of the element that shows it: its day, and a number when the day has several.
    package struct Marked: Sendable {
        package let id: String
        package let change: PageChange
    }

    /// How those ids begin.
    package static let idStart = "part-change-"

    /// - Parameter changes: sorted.
    package static func marked(_ changes: [PageChange]) -> [Marked] {
        var (day, count) = ("", 0)
        return changes.map { change in
            count = change.date.day == day ? count + 1 : 1
            day = change.date.day
            return Marked(id: idStart + day + (count > 1 ? "-\(count)" : ""), change: change)
        }
    }
}

extension HeaderFields {
    /// A change after the date that the page shows would make that date a lie, and one before it was published nobody saw.
    mutating func readChanges(_ fields: inout FieldReader) {
        let (published, modified) = (published, modified)
        let read = fields.records(
            "changes", owner: Message(en: "a change", zh: "变更"),
            Message(en: "What changed and when, for readers and feeds", zh: "变更记录：日期和改了什么，显示在页面和订阅源中")
        ) { inner -> PageChange? in
            let date = inner.moment(
                "date", required: true,
                Message(en: "The day of the change, at the latest ‘updated’", zh: "变更日期，不晚于 updated"))
            let note = inner.text("note", Message(en: "What changed, in one sentence", zh: "一句话说明改了什么"))
            guard let date, !note.isEmpty else { return nil }
            if let message = Self.mistake(date, published: published, modified: modified) {
                inner.add(Diagnostic(.malformedDate, at: inner.location(ofField: "date"), message))
                return nil
            }
            return PageChange(date: modified.map { min($0, date) } ?? date, note: note)
        }
        changes = PageChange.sorted(read.compactMap { $0 })
    }

    private static func mistake(_ date: Moment, published: Moment?, modified: Moment?) -> Message? {
        if let modified, modified < date, modified.day != date.day {
            return Message(
                en: "a change on \(date.iso8601) is after the page's ‘updated’ (\(modified.iso8601))",
                zh: "变更日期 \(date.iso8601) 晚于页面的 updated（\(modified.iso8601)）")
        }
        if let published, date < published, published.day != date.day {
            return Message(
                en: "a change on \(date.iso8601) is before the page's ‘date’ (\(published.iso8601))",
                zh: "变更日期 \(date.iso8601) 早于页面的 date（\(published.iso8601)）")
        }
        return nil
    }
}
