import Diagnostics
import SiteModel

/// Why a page is only in a preview, for the mark that it bears there.
enum WithheldWords {
    static func text(_ reason: WithheldPage.Reason) -> Message {
        switch reason {
        case .draft: Message(en: "Draft: not published", zh: "草稿：不会发布")
        case .scheduled(let from): Message(en: "Scheduled for \(from.iso8601)", zh: "定时发布：\(from.iso8601)")
        case .expired(let until): Message(en: "Expired on \(until.iso8601)", zh: "已于 \(until.iso8601) 过期")
        case .unreadable: Message(en: "Unreadable", zh: "无法读取")
        }
    }
}
