package import Diagnostics

/// What can be wrong with the fields of a page or settings file.
extension DiagnosticCode {
    package static let missingField = DiagnosticCode(
        "front-matter/missing-field",
        en: "A field that this kind of page requires is not there, or is empty.",
        zh: "缺少这类页面必填的字段，或字段为空。",
        wrong: "---\nquestion: What is a relay?\n---",
        right: "---\ntitle: What is a relay?\nquestion: What is a relay?\n---")
    package static let unknownField = DiagnosticCode(
        "front-matter/unknown-field",
        en: "No field of this name belongs to this kind of page, so nothing would ever show it.",
        zh: "这类页面没有这个字段，写了也不会出现在任何地方。",
        wrong: "short_anwser: …", right: "short_answer: …")
    package static let malformedField = DiagnosticCode(
        "front-matter/malformed-field",
        en:
            "A field holds something of another type than it should: a list instead of a text, a word instead of true or false.",
        zh: "字段的类型不对：例如应为文本却写了列表，应为 true 或 false 却写了别的词。",
        wrong: "draft: no", right: "draft: false")
    package static let malformedDate = DiagnosticCode(
        "front-matter/malformed-date",
        en: "A date is not an ISO 8601 date that exists.",
        zh: "日期不是真实存在的 ISO 8601 日期。",
        wrong: "date: 2026-02-30", right: "date: 2026-02-28")
}

/// The codes that reading fields can give.
package enum FieldCodes {
    package static let all: [DiagnosticCode] = [.missingField, .unknownField, .malformedField, .malformedDate]
}
