import SiteModel

/// Finds amounts of money in a text: a currency's sign or code beside a number.
enum MoneyScan {
    struct Amount {
        let number: DecimalNumber
        let currency: String
        let range: Range<Int>
    }

    static func amounts(in bytes: [UInt8], _ range: Range<Int>) -> [Amount] {
        var found: [Amount] = []
        bytes.withUnsafeBufferPointer { bytes in
            // Every byte of every page is looked at, so the table is fetched once.
            isCandidate.withUnsafeBufferPointer { isCandidate in
                for index in range where isCandidate[Int(bytes[index])] {
                    if let amount = amount(at: index, in: bytes, range) { found.append(amount) }
                }
            }
        }
        return found
    }
}

extension MoneyScan {
    /// The amount whose currency stands at an offset.
    private static func amount(at index: Int, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Amount? {
        guard let mark = mark(at: index, in: bytes, range.upperBound) else { return nil }
        let end = index + mark.length
        return number(from: end, in: bytes, range.upperBound, mark.currency, start: index)
            ?? (mark.isPrefix ? nil : number(before: index, in: bytes, range, mark.currency, end: end))
    }

    private static let marks: [(text: [UInt8], currency: String, isPrefix: Bool)] = [
        (Array("$".utf8), "USD", true), (Array("€".utf8), "EUR", true), (Array("£".utf8), "GBP", true),
        (Array("¥".utf8), "CNY", true), (Array("￥".utf8), "CNY", true), (Array("USD".utf8), "USD", false),
        (Array("CNY".utf8), "CNY", false), (Array("RMB".utf8), "CNY", false), (Array("EUR".utf8), "EUR", false),
        (Array("美元".utf8), "USD", false), (Array("人民币".utf8), "CNY", false), (Array("元".utf8), "CNY", false),
    ]

    private static let yuan = Array("元".utf8)
    /// What makes another word of 元: 元旦, 元素, 元件, 元组, 元年.
    private static let otherWords = ["旦", "素", "件", "组", "年"].map { Array($0.utf8) }

    /// Most bytes begin no mark, and are passed over by one look.
    private static let isCandidate: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for mark in marks { table[Int(mark.text[0])] = true }
        return table
    }()

    private static func mark(
        at index: Int, in bytes: UnsafeBufferPointer<UInt8>, _ end: Int
    ) -> (length: Int, currency: String, isPrefix: Bool)? {
        for mark in marks where mark.text[0] == bytes[index] && index + mark.text.count <= end {
            let isHere = mark.text.indices.allSatisfy { bytes[index + $0] == mark.text[$0] }
            let after = UnsafeBufferPointer(rebasing: bytes[(index + mark.text.count)..<end])
            if isHere, !otherWords.contains(where: { after.starts(with: $0) && mark.text == yuan }) {
                return (mark.text.count, mark.currency, mark.isPrefix)
            }
        }
        return nil
    }

    /// `$1.25`, `USD 1.25`.
    private static func number(
        from start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ limit: Int, _ currency: String, start mark: Int
    ) -> Amount? {
        var first = start
        if first < limit, bytes[first] == 0x20 { first += 1 }
        var end = first
        while end < limit, isNumberByte(bytes[end]) { end += 1 }
        while end > first, !isDigit(bytes[end - 1]) { end -= 1 }
        return amount(bytes, first..<end, currency, mark..<end)
    }

    /// `1.25 USD`, `8 元`.
    private static func number(
        before index: Int, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ currency: String, end: Int
    ) -> Amount? {
        var last = index
        if last > range.lowerBound, bytes[last - 1] == 0x20 { last -= 1 }
        var start = last
        while start > range.lowerBound, isNumberByte(bytes[start - 1]) { start -= 1 }
        while start < last, !isDigit(bytes[start]) { start += 1 }
        // `gpt-4 元` holds no amount: the number is part of a word.
        if start > range.lowerBound, isWordByte(bytes[start - 1]) { return nil }
        return amount(bytes, start..<last, currency, start..<end)
    }

    private static func amount(
        _ bytes: UnsafeBufferPointer<UInt8>, _ digits: Range<Int>, _ currency: String, _ range: Range<Int>
    ) -> Amount? {
        let plain = bytes[digits].filter { $0 != 0x2C }
        guard !plain.isEmpty, let number = try? DecimalNumber(priceText: plain[...]) else { return nil }
        return Amount(number: number, currency: currency, range: range)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isNumberByte(_ byte: UInt8) -> Bool { isDigit(byte) || byte == 0x2E || byte == 0x2C }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D || byte == 0x5F
    }
}
