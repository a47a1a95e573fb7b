import Diagnostics

/// What the preview's script says to people.
enum PreviewLabels {
    private static let all: [(name: String, text: Message)] = [
        ("panel", Message(en: "As an agent sees it", zh: "智能体看到的页面")),
        ("close", Message(en: "Close", zh: "关闭")),
        (
            "mistakes",
            Message(en: "The site can't be built; this is the last page that could", zh: "站点无法生成；下面是上一次成功生成的页面")
        ),
        ("warnings", Message(en: "Warnings", zh: "警告")),
        ("error", Message(en: "error", zh: "错误")),
        ("warning", Message(en: "warning", zh: "警告")),
        ("note", Message(en: "note", zh: "另见")),
        ("hint", Message(en: "hint", zh: "提示")),
        ("colon", Message(en: ": ", zh: "：")),
        ("twin", Message(en: "Markdown twin", zh: "Markdown 副本")),
        ("noTwin", Message(en: "This address has no Markdown twin", zh: "该地址没有 Markdown 副本")),
        ("index", Message(en: "Entry in llms.txt", zh: "llms.txt 中的条目")),
        ("noIndex", Message(en: "No llms.txt names this page", zh: "没有 llms.txt 列出此页面")),
        ("data", Message(en: "JSON-LD", zh: "JSON-LD")),
        ("noData", Message(en: "The page holds no JSON-LD", zh: "页面没有 JSON-LD")),
        ("headers", Message(en: "Answer to Accept: text/markdown", zh: "Accept: text/markdown 的应答")),
        ("size", Message(en: "Size", zh: "大小")),
        ("form", Message(en: "form", zh: "形式")),
        ("characters", Message(en: "characters", zh: "字符")),
        ("tokens", Message(en: "tokens, about", zh: "token（估算）")),
        ("whole", Message(en: "whole", zh: "完整")),
        ("cut", Message(en: "cut here by a reader that takes this many characters:", zh: "只读取以下字符数的程序在此处截断：")),
        ("offline", Message(en: "The preview has stopped", zh: "预览已停止")),
    ]

    /// As JSON, for the tag of the script.
    static func json(_ language: MessageLanguage) -> [UInt8] {
        JSONPiece.object(
            [("language", .text(language == .chinese ? "zh-Hans" : "en"))]
                + all.map { ($0.name, .text($0.text.text(in: language))) }
        ).bytes
    }
}
