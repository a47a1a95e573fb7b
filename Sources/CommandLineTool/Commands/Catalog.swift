import Diagnostics

/// `citable catalog fetch|diff|show`: the models and prices of the gateways.
enum Catalog: Command {
    static let name = "catalog"
    static let summary = Message(
        en: "Fetch models and prices, show them, or show what changed", zh: "抓取模型和价格、显示目录，或显示变化")
    static let wordNames = ["fetch|diff|show", "OLD", "NEW"]
    static let options = [
        Option("--source", value: "ID", en: "fetch: only this source", zh: "fetch：只处理此来源"),
        Option(
            "--from-file", value: "FILE", en: "fetch: a reply in a file, instead of the network",
            zh: "fetch：用文件中的回复代替网络"),
        Option("--adapter", value: "NAME", en: "fetch: how to read the reply", zh: "fetch：用哪个适配器读取"),
        Option("--accept", en: "fetch: take also what the gate refuses", zh: "fetch：接受被拒绝的变化"),
        Option("--dry-run", en: "fetch: say what would change and write nothing", zh: "fetch：只报告变化，不写文件"),
        Option("--now", value: "ISO8601", en: "The time of the fetch; default: the clock", zh: "抓取时间；默认为当前时间"),
        Option("--format", value: "text|json", en: "diff and show: how to print", zh: "diff 与 show 的输出格式"),
    ]

    static func run(_ invocation: Invocation) async -> ExitCode {
        let words = invocation.arguments.words
        guard words.first != "diff" || words.count != 2, words.first == "diff" || words.count == 1 else {
            return usage(invocation)
        }
        if let format = invocation.arguments.values["--format"], !["text", "json"].contains(format) {
            return usage(invocation)
        }
        switch words.first {
        case "fetch": return CatalogFetch.run(invocation)
        case "diff": return CatalogDiff.run(Array(words.dropFirst()), invocation)
        case "show": return await CatalogShow.run(invocation)
        default: return usage(invocation)
        }
    }

    private static func usage(_ invocation: Invocation) -> ExitCode {
        invocation.terminal.complain(
            Message(
                en: "say ‘catalog fetch’, ‘catalog diff [OLD NEW]’ or ‘catalog show’",
                zh: "用法：catalog fetch、catalog diff [OLD NEW] 或 catalog show"), in: invocation.language)
        invocation.terminal.message(Help.usage(of: Self.self))
        return .usage
    }
}
