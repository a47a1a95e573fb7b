import Diagnostics

/// What scorers look for over all texts, from what the editorial checks and the comparison of files found.
/// Sources: geo-optimizer 4.19; Google's spam policies of May 2026.
enum TextCriteria {
    static let all: [SiteCriterion] = [
        without(
            ["output/disagreement"], "visible-markup", .high, en: "markup says what pages show", zh: "结构化数据与可见内容一致"),
        without(
            ["text/duplicate", "text/boilerplate"], "boilerplate", .medium, en: "texts are not copied", zh: "文字没有照搬"),
        without(["text/machine-addressed"], "injection", .high, en: "no sentence speaks to a model", zh: "没有写给模型的话"),
        without(
            ["term/conflicting-definition"], "one-definition", .medium, en: "a term has one definition", zh: "术语只有一种定义"),
        without(["text/unmarked-language"], "mixed-languages", .medium, en: "languages are marked", zh: "外文段落标明语言"),
        without(["description/duplicate"], "unique-descriptions", .low, en: "descriptions differ", zh: "描述不重复"),
        without(["image/missing-alt"], "alternatives-written", .low, en: "images are described", zh: "图片有说明"),
    ]

    /// Met when none of these was found; half when no more than a twentieth of the pages has one.
    private static func without(
        _ codes: [String], _ id: String, _ weight: Weight, en: String, zh: String
    ) -> SiteCriterion {
        SiteCriterion(id, weight, en: en, zh: zh) { site in
            guard !site.pages.isEmpty else { return .notApplicable }
            let found = site.textFindings.filter { codes.contains($0.code) }
            guard let first = found.first else { return .pass }
            let files = Set(found.map { $0.file ?? "" }).count
            return .share(
                files, of: site.pages.count, 0, 5,
                en: "\(found.count) findings (\(first.code)), the first in \(first.file ?? "the site")",
                zh: "\(found.count) 处（\(first.code)），第一处在 \(first.file ?? "站点")")
        }
    }
}
