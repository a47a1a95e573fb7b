import Highlighting
import Jinja
import SiteModel

/// The parts of a page that are lists of small records.
enum StepValues {
    static let definition = RecordDefinition<(PageContext, PageFacets.Step)>(
        "step",
        [
            .init("text", .html, "What to do or to check.") { $0.0.html($0.1.text) },
            .init("why", .optional(.html), "Why.") { $0.0.html($0.1.why) },
        ])
}

enum QuestionValues {
    static let definition = RecordDefinition<(PageContext, PageFacets.Question)>(
        "question",
        [
            .init("question", .html, "The question.") { $0.0.html($0.1.question) },
            .init("answer", .html, "The answer.") { $0.0.linked($0.1.answer) },
        ])
}

enum SourceValues {
    static let definition = RecordDefinition<PageSource>(
        "source",
        [
            .init("title", .text, "The source's title.") { .text($0.title) },
            .init("url", .text, "Its address.") { .text($0.url) },
            .init("accessed", .optional(.record(DayValues.definition.type)), "When it was read.") {
                $0.accessed.map { DayValues.definition.value($0) } ?? .none
            },
        ])
}

enum ChangeValues {
    static let definition = RecordDefinition<PageChange.Marked>(
        "change",
        [
            .init("id", .text, "The id of the element that shows it, which feeds link to.") { .text($0.id) },
            .init("day", .record(DayValues.definition.type), "When.") { DayValues.definition.value($0.change.date) },
            .init("note", .text, "What changed.") { .text($0.change.note) },
        ])
}

enum CodeValues {
    static let definition = RecordDefinition<PageFacets.CodeSample>(
        "code sample",
        [
            .init("language", .text, "Its language, such as python.") { .text($0.language) },
            .init("title", .optional(.text), "A title, such as the file's name.") { .optional($0.title) },
            .init("text", .text, "The code.") { .text($0.text) },
            .init("html", .html, "The code with a class for each piece, as the content of a code element.") {
                .html(SafeHTML(trusted: CodeHighlighting.html(of: $0.text, language: $0.language)))
            },
        ])
}

enum HeadingValues {
    static let definition = RecordDefinition<Heading>(
        "heading",
        [
            .init("level", .integer, "2 or 3.") { .integer($0.level) },
            .init("id", .text, "The heading's id.") { .text($0.id) },
            .init("text", .text, "The heading as plain text.") { .text($0.text) },
        ])
}

enum NoteValues {
    static let definition = RecordDefinition<(PageContext, SharedText)>(
        "note",
        [
            .init("id", .text, "The shared text's id.") { .text($0.1.id) },
            .init("title", .text, "Its title.") { .text($0.1.title) },
            .init("body", .html, "The text.") { $0.0.html($0.1.body) },
        ])
}

enum TopicValues {
    static let definition = RecordDefinition<(id: String, name: String)>(
        "topic",
        [
            .init("id", .text, "The topic's id.") { .text($0.id) },
            .init("name", .text, "Its name in the page's language.") { .text($0.name) },
        ])
}

enum GroupValues {
    static let definition = RecordDefinition<(context: PageContext, group: PageGroup)>(
        "group",
        [
            .init("id", .text, "An id for links to the group.") { .text($0.group.id) },
            .init("title", .text, "Its title; empty for a hub with a single group.") { .text($0.group.title) },
            .init("pages", .list(of: .record(CardValues.definition.type)), "The pages in it.") {
                $0.context.cards($0.group.pages)
            },
        ])
}

enum JumpValues {
    static let definition = RecordDefinition<(title: String, path: String, id: String)>(
        "jump",
        [
            .init("title", .text, "The title of the group.") { .text($0.title) },
            .init("path", .text, "The path of the hub's part that it stands on; empty for the page itself.") {
                .text($0.path)
            },
            .init("id", .text, "The group's id.") { .text($0.id) },
        ])
}

enum SectionValues {
    struct Source: Sendable {
        let context: PageContext
        let folder: String
        let hub: PageIndex
        let members: [PageIndex]
    }

    static let definition = RecordDefinition<Source>(
        "section",
        [
            .init("id", .text, "The section's folder, such as answers.") { .text($0.folder) },
            .init("title", .text, "The hub's title.") { .text($0.context.view.header($0.hub).title) },
            .init("url", .text, "The hub's address.") { .text($0.context.view.header($0.hub).address.path) },
            .init("description", .text, "The hub's description; may be empty.") {
                CardValues.summary(of: $0.hub, $0.context.view)
            },
            .init("count", .integer, "How many pages it has.") { .integer($0.members.count) },
            .init("pages", .list(of: .record(CardValues.definition.type)), "Its first pages.") {
                $0.context.cards(Array($0.members.prefix(SiteView.pagesPerSectionOnHome)))
            },
        ])
}
