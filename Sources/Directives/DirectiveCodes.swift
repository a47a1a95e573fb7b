package import Diagnostics

/// What calls of directives can get wrong beyond their syntax.
extension DiagnosticCode {
    package static let badAttribute = DiagnosticCode(
        "directive/bad-attribute",
        en: "An attribute of a directive has a value that the directive can't use.",
        zh: "指令的属性值无法使用。",
        wrong: ":price[gpt-5]{context_over=200k}", right: ":price[gpt-5]{context_over=200000}")
    package static let missingAttribute = DiagnosticCode(
        "directive/missing-attribute",
        en: "A directive lacks an attribute that it needs.",
        zh: "指令缺少必需的属性。",
        wrong: ":lang[relay]", right: ":lang[relay]{tag=en}")
    package static let missingLabel = DiagnosticCode(
        "directive/missing-label",
        en: "A directive needs a text between square brackets.",
        zh: "指令缺少方括号中的文字。",
        wrong: ":::details\nBecause.\n:::", right: ":::details[Why]\nBecause.\n:::")
    package static let unknownTerm = DiagnosticCode(
        "directive/unknown-term",
        en: "The glossary has no term, alias or slug of this name in the page's language.",
        zh: "页面语言的术语表中没有这个术语、别名或 slug。",
        wrong: ":term[relais]", right: ":term[relay]")
    package static let unknownSharedText = DiagnosticCode(
        "directive/unknown-shared-text",
        en: "There is no shared text of this id in the page's language.",
        zh: "页面语言没有这个 id 的共享文本。",
        wrong: "::include[demo-price]", right: "::include[demo-prices]")
    package static let includeCycle = DiagnosticCode(
        "directive/include-cycle",
        en: "A shared text includes itself, directly or through others, or includes make too large a text.",
        zh: "共享文本直接或间接包含了自己，或者包含的内容过多。",
        wrong: "::include[one]   # in Content/shared/zh/one.md itself",
        right: "::include[two]   # in Content/shared/zh/one.md")
}

/// The codes that directives can give; those about the catalog are in `CatalogCodes`.
package enum DirectiveCodes {
    package static let all: [DiagnosticCode] = [
        .badAttribute, .missingAttribute, .missingLabel, .unknownTerm, .unknownSharedText, .includeCycle,
    ]
}
