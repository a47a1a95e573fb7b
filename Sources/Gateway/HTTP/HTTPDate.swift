import SiteModel

/// A time as HTTP writes it, in the form of today and in the two of old. Source: RFC 9110, section 5.6.7.
enum HTTPDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// Seconds since 1970; nil for what is no such date.
    /// - Parameter now: decides what century a year of two digits is of.
    static func seconds(_ text: String, now: Int) -> Int? {
        let parts = text.split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
        guard let day = parts.first, days.contains(where: { day.hasPrefix($0) }) else { return nil }
        switch parts.count {
        // Sun, 06 Nov 1994 08:49:37 GMT, or Sunday, 06-Nov-94 08:49:37 GMT
        case 6 where parts[5] == "GMT": return seconds(parts[3], parts[2], parts[1], parts[4], now)
        // Sun Nov  6 08:49:37 1994
        case 5: return seconds(parts[4], parts[1], parts[2], parts[3], now)
        default: return nil
        }
    }

    private static func seconds(_ year: String, _ month: String, _ day: String, _ time: String, _ now: Int) -> Int? {
        guard let month = months.firstIndex(of: month), (1...2).contains(day.utf8.count) else { return nil }
        // A second that was put in is the end of the one before.
        let time = time.hasSuffix(":60") ? time.dropLast(2) + "59" : time
        func seconds(_ year: String) -> Int? {
            Moment("\(year)-\(padded(String(month + 1)))-\(padded(day))T\(time)Z")?.seconds
        }
        guard year.utf8.count == 2 else { return seconds(year) }
        // More than fifty years ahead is the last century.
        guard let late = seconds("20" + year) else { return seconds("19" + year) }
        return late - now > 50 * 365 * 86_400 ? seconds("19" + year) : late
    }

    private static func padded(_ number: String) -> String { number.utf8.count == 1 ? "0" + number : number }
}
