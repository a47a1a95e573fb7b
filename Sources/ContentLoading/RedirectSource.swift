import Diagnostics
import SiteModel

/// The path where a redirect begins, as servers see it: decoded, and one that a browser can ask for. A file of that name is
/// written for hosts that know no redirects, so it may not lead out of the folder.
struct RedirectSource {
    let path: String
    /// Why nothing can ever be found there; nil when something can.
    let problem: Message?

    /// Bytes of the longest name that file systems take, with room for an ending.
    private static let longestName = 200

    /// - Parameter written: percent signs may stand for characters.
    init(_ written: String) {
        path = Site.percentDecoded(written)
        problem = Self.problem(written, decoded: path)
    }

    private static func problem(_ written: String, decoded: String) -> Message? {
        let segments = decoded.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        if !written.hasPrefix("/") || segments.dropLast().contains("") {
            return Message(
                en: "‘\(written)’ is no path of this site; a redirect begins at one such as /old/page",
                zh: "“\(written)”不是本站路径；重定向的起点应类似 /old/page")
        }
        if written.utf8.contains(where: { $0 == 0x3F || $0 == 0x23 }) {
            return Message(
                en: "‘\(written)’: a redirect begins at a path alone; what stands behind ? or # decides nothing",
                zh: "“\(written)”：重定向的起点只能是路径，? 或 # 之后的部分不起作用")
        }
        if segments.contains(where: { $0 == "." || $0 == ".." }) {
            return Message(
                en: "‘\(written)’: browsers take . and .. out of a path before they ask",
                zh: "“\(written)”：浏览器请求前会去掉路径中的 . 和 ..")
        }
        if decoded.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            return Message(
                en: "‘\(written)’ has a control character, which no address may have", zh: "“\(written)”含有控制字符，地址中不能使用")
        }
        if segments.contains(where: { $0.utf8.count > longestName }) {
            return Message(
                en: "a part of ‘\(written.prefix(60))…’ is longer than \(longestName) bytes",
                zh: "“\(written.prefix(60))…”中有一段超过 \(longestName) 字节")
        }
        return nil
    }
}
