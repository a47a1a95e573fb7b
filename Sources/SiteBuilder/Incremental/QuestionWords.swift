import Diagnostics
import Outputs

/// What outputs asked, in words.
extension OutputHistory {
    /// A question in words.
    static func words(_ question: SiteQuestion) -> Message {
        let key = question.key
        switch question.kind {
        case .face: return Message(en: "what lists and links show of \(key)", zh: "列表和链接中显示的 \(key) 的内容")
        case .source: return Message(en: "the file of \(key)", zh: "\(key) 的源文件")
        case .near: return Message(en: "the pages near \(key)", zh: "与 \(key) 相近的页面")
        case .neighbours: return Message(en: "the pages before and after \(key)", zh: "\(key) 的上一页和下一页")
        case .translations: return Message(en: "the language versions of \(key)", zh: "\(key) 的各语言版本")
        case .modified: return Message(en: "the date of \(key)", zh: "\(key) 的更新日期")
        case .note: return Message(en: "the line of \(key) in llms.txt", zh: "llms.txt 中 \(key) 的条目")
        case .twin: return Message(en: "the Markdown twin of \(key)", zh: "\(key) 的 Markdown 副本")
        case .page: return Message(en: "whether there is a page \(key)", zh: "是否存在页面 \(key)")
        case .address: return Message(en: "the page at \(key)", zh: "地址 \(key) 上的页面")
        case .link: return Message(en: "where the link \(firstLine(key)) leads", zh: "链接 \(firstLine(key)) 指向何处")
        case .members: return Message(en: "the pages of the section \(key)", zh: "栏目 \(key) 的页面")
        case .part: return Message(en: "the pages that \(key) lists", zh: "\(key) 列出的页面")
        case .hasMembers: return Message(en: "whether the section \(key) has pages", zh: "栏目 \(key) 是否有页面")
        case .listed: return Message(en: "the pages that machine files name", zh: "机器文件列出的页面")
        case .person: return Message(en: "the person \(key)", zh: "人员 \(key)")
        case .topics: return Message(en: "the topics", zh: "主题")
        case .sharedText: return Message(en: "the shared text \(key)", zh: "共享文本 \(key)")
        case .sharedTexts: return Message(en: "which shared texts there are", zh: "有哪些共享文本")
        case .term: return Message(en: "the page of the term \(key)", zh: "术语 \(key) 的页面")
        case .termNames:
            return Message(en: "the names of terms that are linked by themselves", zh: "自动加链接的术语名称")
        case .terms: return Message(en: "the terms of the glossary", zh: "术语表中的术语")
        case .catalog: return Message(en: "the models and prices of the catalog", zh: "目录中的模型和价格")
        case .catalogState: return Message(en: "the day of the catalog", zh: "目录的日期")
        case .catalogStanding: return Message(en: "whether the prices are confirmed", zh: "价格是否已确认")
        case .snapshotDate: return Message(en: "when the catalog was fetched", zh: "目录的抓取时间")
        case .filtered: return Message(en: "which models a table shows", zh: "表格显示哪些模型")
        case .vendor: return Message(en: "whose models \(key) lists", zh: "\(key) 列出哪家厂商的模型")
        case .modelIDs: return Message(en: "which models there are", zh: "有哪些模型")
        case .catalogSummary: return Message(en: "what lists say of \(key)", zh: "列表中对 \(key) 的说明")
        case .uptime: return Message(en: "the record of the status page", zh: "状态页的记录")
        case .mentions: return Message(en: "the pages that name the model \(key)", zh: "提到模型 \(key) 的页面")
        case .offer:
            return Message(
                en: "the model \(key.drop { $0 == "/" }) of the catalog", zh: "目录中的模型 \(key.drop { $0 == "/" })")
        case .modelPage: return Message(en: "the page of the model at \(key)", zh: "模型 \(key) 的页面")
        case .presented: return Message(en: "which model \(key) presents", zh: "\(key) 介绍的模型")
        case .surroundings: return Message(en: "the history and vendor of the model \(key)", zh: "模型 \(key) 的历史和厂商")
        case .redirects: return Message(en: "the redirects", zh: "重定向")
        case .staticFiles: return Message(en: "which files are copied", zh: "有哪些原样复制的文件")
        case .isPast: return Message(en: "whether the time \(key) has passed", zh: "时间 \(key) 是否已过")
        case .file: return Message(en: "whether there is a file \(key)", zh: "是否存在文件 \(key)")
        case .anchor:
            return Message(en: "the place of a link: \(firstLine(key))", zh: "链接所指的位置：\(firstLine(key))")
        case .template: return Message(en: "the template of the kind \(key)", zh: "页面类型 \(key) 的模板")
        case .withheld: return Message(en: "which pages are not published", zh: "有哪些未发布的页面")
        case .inlineCode: return Message(en: "the scripts and styles inside pages", zh: "页面内嵌的脚本和样式")
        case .search: return Message(en: "the texts that search finds", zh: "搜索可找到的文本")
        case .hidden: return Message(en: "the pages that machine files leave out", zh: "机器文件不列出的页面")
        case .images: return Message(en: "the images on pages", zh: "页面中的图片")
        case .sections: return Message(en: "which sections have a page of their own", zh: "哪些栏目有自己的首页")
        }
    }

    private static func firstLine(_ key: String) -> String { String(key.split(separator: "\n").first ?? "") }
}
