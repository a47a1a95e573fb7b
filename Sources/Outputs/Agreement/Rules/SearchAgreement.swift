import Diagnostics

/// What search finds of a page: every pair of characters of its title and short answer, with their ranks.
enum SearchAgreement: SiteAgreement {
    static let formats = ["search", "search-pairs"]

    static func disagreements(_ files: [(path: String, bytes: [UInt8])], _ site: SiteSummaries) -> [Disagreement] {
        let index = PublishedPairs(files)
        let byPath = Dictionary(site.pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        return index.addresses.enumerated().flatMap { number, address -> [Disagreement] in
            guard let page = byPath[address] else {
                return [
                    Disagreement(on: address, Message(en: "address", zh: "地址"), "HTML", "", "search/pages", address)
                ]
            }
            let title = check(
                page, Message(en: "title", zh: "标题"), "HTML h1", page.title, number, atWorst: .title, index)
            let answer = page.answer.flatMap {
                check(
                    page, Message(en: "short answer", zh: "简短回答"), "HTML #answer", $0, number, atWorst: .answer, index)
            }
            return [title, answer].compactMap { $0 }
        }
    }

    private static func check(
        _ page: PageSummary, _ name: Message, _ place: String, _ text: String, _ number: Int,
        atWorst rank: SearchRank, _ index: PublishedPairs
    ) -> Disagreement? {
        let missing = index.firstMissing(of: text, on: number, atWorst: rank)
        return missing.map { Disagreement(on: page.path, name, place, text, $0.file, $0.pair) }
    }
}

/// The index as it is published, as far as titles, questions and short answers go.
private struct PublishedPairs {
    /// By number of the document.
    let addresses: [String]
    private let bits: Int
    /// By pair and document: the rank.
    private var ranks: [UInt64: UInt8] = [:]

    init(_ files: [(path: String, bytes: [UInt8])]) {
        var last: [UInt8] = []
        var addresses: [String] = []
        let lists = files.filter { $0.path.hasPrefix("search/pages/") }.sorted {
            Self.number($0.path) < Self.number($1.path)
        }
        for list in lists {
            last = []
            for line in list.bytes.split(separator: 0x0A) {
                last = last.prefix(Int(line.first ?? 0x40) - 0x40) + Array(line.dropFirst())
                addresses.append(String(decoding: last, as: UTF8.self))
            }
        }
        self.addresses = addresses
        let pairs = files.filter { $0.path.hasPrefix("search/pairs/") }
        bits = max(pairs.count, 1).trailingZeroBitCount
        for file in pairs {
            let first = UInt64(Self.number(file.path)) << UInt64(CharacterPair.bits - bits)
            for block in PairPostings(file.bytes)?.blocks ?? [] {
                let rank = UInt8(block.key & 7)
                guard rank <= SearchRank.answer.rawValue else { continue }
                let pair = first | UInt64(block.key >> 3)
                for document in block.documentNumbers { ranks[pair << 32 | UInt64(document)] = rank }
            }
        }
    }

    func firstMissing(
        of text: String, on document: Int, atWorst rank: SearchRank
    ) -> (file: String, pair: String)? {
        let characters = text.unicodeScalars.compactMap { CharacterPair.folded($0.value) }
        let codes = characters.map(CharacterPair.code)
        for start in characters.indices.dropLast() {
            let pair = CharacterPair.number(codes[start...])
            // What stands behind the text is not known here.
            let isLast = start + 2 == characters.count
            if isLast, codes[start...].allSatisfy({ CharacterPair.isLatin($0) }) { continue }
            if (ranks[UInt64(pair) << 32 | UInt64(document)] ?? .max) > rank.rawValue {
                let shown = characters[start..<start + 2].compactMap { Unicode.Scalar($0) }
                let path = SearchPlan.shardPath(Int(pair >> UInt32(CharacterPair.bits - bits)))
                return (path, String(String.UnicodeScalarView(shown)))
            }
        }
        return nil
    }

    private static func number(_ path: String) -> Int {
        Int(path.split(separator: "/").last?.split(separator: ".").first ?? "") ?? 0
    }
}
