/// A date, or a date with time and zone, as content writes it. Source of the grammar: ISO 8601 / RFC 3339, section 5.6.
package struct Moment: Sendable, Hashable {
    /// Seconds since 1970-01-01T00:00:00Z; a date without time stands for its midnight in UTC.
    package let seconds: Int
    /// Minutes east of UTC in which it was written; nil for a date without time.
    package var zoneMinutes: Int? { zone.map(Int.init) }

    /// In two bytes, since each page holds a dozen moments.
    private let zone: Int16?

    /// - Parameter zoneMinutes: at most a day, as `init(_:)` reads them.
    package init(seconds: Int, zoneMinutes: Int?) {
        self.seconds = seconds
        zone = zoneMinutes.map { Int16(truncatingIfNeeded: $0) }
    }

    /// Reads `2026-11-23`, `2026-11-23T08:00Z`, `2026-11-23T08:00:00+08:00`; a space may stand for `T`. Nil for anything else,
    /// dates that no calendar has included.
    package init?(_ text: String) {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(digits: 4), scanner.skip(0x2D), let month = scanner.number(digits: 2),
            scanner.skip(0x2D), let day = scanner.number(digits: 2), (1...12).contains(month),
            (1...Self.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        let midnight = Self.days(year: year, month: month, day: day) * 86_400
        if scanner.isAtEnd {
            self.init(seconds: midnight, zoneMinutes: nil)
            return
        }
        guard scanner.skip(0x54) || scanner.skip(0x74) || scanner.skip(0x20), let time = scanner.timeOfDay(),
            let zone = scanner.zone(), scanner.isAtEnd
        else { return nil }
        self.init(seconds: midnight + time - zone * 60, zoneMinutes: zone)
    }

    /// `YYYY-MM-DD`, in the zone in which it was written.
    package var day: String {
        let (year, month, day) = Self.civil(days: Self.floorDivide(localSeconds, 86_400))
        guard (0...9999).contains(year) else {
            return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
        }
        // Written digit by digit: each page asks for a dozen dates.
        return String(unsafeUninitializedCapacity: 10) { text in
            (text[0], text[1]) = (Self.digit(year / 1000), Self.digit(year / 100 % 10))
            (text[2], text[3]) = (Self.digit(year / 10 % 10), Self.digit(year % 10))
            (text[4], text[5], text[6]) = (0x2D, Self.digit(month / 10), Self.digit(month % 10))
            (text[7], text[8], text[9]) = (0x2D, Self.digit(day / 10), Self.digit(day % 10))
            return 10
        }
    }

    /// The day alone.
    package var date: Moment { Moment(day) ?? self }

    /// RFC 3339 with time, for feeds: `YYYY-MM-DDTHH:MM:SSZ` or with the offset in which it was written.
    package var dateTime: String {
        let time = localSeconds - Self.floorDivide(localSeconds, 86_400) * 86_400
        let clock = "\(Self.padded(time / 3600, 2)):\(Self.padded(time / 60 % 60, 2)):\(Self.padded(time % 60, 2))"
        guard let zone = zoneMinutes, zone != 0 else { return "\(day)T\(clock)Z" }
        let sign = zone < 0 ? "-" : "+"
        return "\(day)T\(clock)\(sign)\(Self.padded(abs(zone) / 60, 2)):\(Self.padded(abs(zone) % 60, 2))"
    }

    /// As it was written: the date alone, or date and time.
    package var iso8601: String { zoneMinutes == nil ? day : dateTime }
}

extension Moment: Comparable {
    package static func < (one: Moment, other: Moment) -> Bool { one.seconds < other.seconds }
}

extension Moment {
    private static func digit(_ value: Int) -> UInt8 { UInt8(0x30 + value) }

    private var localSeconds: Int { seconds + (zoneMinutes ?? 0) * 60 }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar. Years are counted from March, so that leap days come last.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = floorDivide(shifted, 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}

/// Reads fixed-width numbers off a short text.
private struct DigitScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position == bytes.count }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    mutating func number(digits: Int) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + digits] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        position += digits
        return value
    }

    /// Seconds of the day; a fraction of a second is read and dropped.
    mutating func timeOfDay() -> Int? {
        guard let hour = number(digits: 2), hour < 24, skip(0x3A), let minute = number(digits: 2), minute < 60 else {
            return nil
        }
        var seconds = hour * 3600 + minute * 60
        if skip(0x3A) {
            guard let second = number(digits: 2), second < 60 else { return nil }
            seconds += second
            if skip(0x2E) {
                guard number(digits: 1) != nil else { return nil }
                while number(digits: 1) != nil {}
            }
        }
        return seconds
    }

    /// Minutes east of UTC.
    mutating func zone() -> Int? {
        if skip(0x5A) || skip(0x7A) { return 0 }
        let sign: Int
        if skip(0x2B) { sign = 1 } else if skip(0x2D) { sign = -1 } else { return nil }
        guard let hour = number(digits: 2), hour < 24 else { return nil }
        _ = skip(0x3A)
        guard let minute = number(digits: 2), minute < 60 else { return nil }
        return sign * (hour * 60 + minute)
    }
}
