import Bytes
import Diagnostics
import SiteModel

/// What is due as a calendar that programs can subscribe to. Source: RFC 5545.
struct DueCalendar {
    private let list: DueList
    private let language: MessageLanguage

    init(_ list: DueList, _ language: MessageLanguage) {
        self.list = list
        self.language = language
    }

    var text: String {
        let head = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Citable//due//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:" + Self.escaped(list.siteName),
        ]
        return (head + list.items.flatMap(lines) + ["END:VCALENDAR"]).map(Self.folded).joined()
    }

    private func lines(of item: DueItem) -> [String] {
        let word = item.what.word.text(in: language)
        let colon = language == .chinese ? "：" : ": "
        let name = [item.what.rawValue, item.language, item.page].joined(separator: " ")
        let description = [item.reason?.text(in: language), item.source].compactMap { $0 }.joined(separator: "\n")
        return [
            "BEGIN:VEVENT",
            // The same task keeps its name when its date moves.
            "UID:\(SHA256.hexadecimal(of: Array(name.utf8)).prefix(32))@\(list.host)",
            "DTSTAMP:" + Self.utc(list.now), start(of: item.moment),
            "SUMMARY:" + Self.escaped(word + colon + item.title),
            "DESCRIPTION:" + Self.escaped(description), "URL:" + item.url,
            "CATEGORIES:" + item.what.rawValue.uppercased(),
            "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    /// A day, or a moment in UTC where content names a time.
    private func start(of moment: Moment) -> String {
        guard moment.zoneMinutes == nil else { return "DTSTART:" + Self.utc(moment) }
        return "DTSTART;VALUE=DATE:" + moment.day.filter { $0 != "-" }
    }

    private static func utc(_ moment: Moment) -> String {
        Moment(seconds: moment.seconds, zoneMinutes: 0).dateTime.filter { $0 != "-" && $0 != ":" }
    }

    /// Section 3.3.11.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result += "\\\(scalar)"
            case "\n": result += "\\n"
            default: if scalar.value >= 0x20 { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// At most 75 bytes a line, no character cut. Source: section 3.1.
    private static func folded(_ line: String) -> String {
        var result = ""
        var length = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if length + size > 75 {
                result += "\r\n "
                length = 1
            }
            result.unicodeScalars.append(scalar)
            length += size
        }
        return result + "\r\n"
    }
}
