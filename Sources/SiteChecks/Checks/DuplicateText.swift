package import Diagnostics
import SiteModel

/// Pages that share most of their text with another page of their language.
package enum DuplicateText: SiteCheck {
    package static let code = DiagnosticCode(
        "text/duplicate", .warning,
        en:
            "Most of a page's text stands on another page too. Two copies drift apart, and engines keep one of them. Merge the pages, or say the common part once in Content/shared.",
        zh: "页面的大部分文字和另一页相同。两份文字迟早不一致，引擎也只会保留其中一份。请合并页面，或把共同部分写进 Content/shared。",
        wrong: "guides/start.md and docs/start.md with the same text", right: "guides/start.md alone, and a redirect")

    /// Of the prints of the shorter page.
    private static let leastShare = 50
    /// Shorter pages are alike by their subject.
    private static let leastPrints = 30
    /// What stands on more pages says nothing about two of them; it is boilerplate.
    private static let mostPages = 12

    private struct Occurrence {
        let hash: UInt64
        let page: Int32
        let text: Int16
        let place: Int32
    }

    package static func mistakes(in site: CheckedSite) -> [Diagnostic] {
        site.site.settings.languages.flatMap { mistakes(among: site.pages(in: $0.code)) }
    }

    private static func mistakes(among pages: [CheckedPage]) -> [Diagnostic] {
        let (occurrences, counts) = occurrences(in: pages)
        var shared: [UInt64: [Int]] = [:]
        var start = 0
        while start < occurrences.count {
            var end = start + 1
            while end < occurrences.count, occurrences[end].hash == occurrences[start].hash { end += 1 }
            if (2...mostPages).contains(end - start) {
                for one in start..<end {
                    for other in one + 1..<end {
                        let key = UInt64(UInt32(occurrences[one].page)) << 32 | UInt64(UInt32(occurrences[other].page))
                        shared[key, default: []].append(one)
                        shared[key, default: []].append(other)
                    }
                }
            }
            start = end
        }
        return shared.sorted { $0.key < $1.key }.compactMap { key, numbers in
            let (one, other) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
            let least = min(counts[one], counts[other])
            let share = numbers.count / 2 * 100 / max(least, 1)
            guard least >= leastPrints, share >= leastShare else { return nil }
            return mistake(pages[one], pages[other], min(share, 100), numbers.map { occurrences[$0] })
        }
    }

    /// Sorted by hash, then page; each print once a page.
    private static func occurrences(in pages: [CheckedPage]) -> (all: [Occurrence], counts: [Int]) {
        var all: [Occurrence] = []
        var counts: [Int] = []
        for (number, page) in pages.enumerated() {
            var own: Set<UInt64> = []
            for (index, text) in page.texts.enumerated() {
                for print in Shingles.prints(of: text.prose) where own.insert(print.hash).inserted {
                    all.append(
                        Occurrence(
                            hash: print.hash, page: Int32(number), text: Int16(clamping: index),
                            place: Int32(clamping: print.place)))
                }
            }
            counts.append(own.count)
        }
        return (all.sorted { ($0.hash, $0.page) < ($1.hash, $1.page) }, counts)
    }

    /// - Parameter places: of the one and the other page in turn.
    private static func mistake(
        _ one: CheckedPage, _ other: CheckedPage, _ share: Int, _ places: [Occurrence]
    ) -> Diagnostic? {
        let pairs = stride(from: 0, to: places.count - 1, by: 2).map { (places[$0], places[$0 + 1]) }
        let sorted = pairs.sorted { ($0.1.text, $0.1.place) < ($1.1.text, $1.1.place) }
        guard let first = sorted.first else { return nil }
        let middle = sorted[sorted.count / 2]
        let notes = [first, middle].map { pair in
            DiagnosticNote(at: place(pair.0, one), Message(en: "the same words stand here", zh: "同样的文字也在这里"))
        }
        return Diagnostic(
            code, at: place(first.1, other),
            Message(
                en: "\(share) % of the text stands on ‘\(one.header.id.text)’ as well",
                zh: "有 \(share)% 的文字与“\(one.header.id.text)”相同"),
            hint: Message(
                en: "merge the pages, or say the common part once in Content/shared",
                zh: "请合并页面，或把共同部分写进 Content/shared"),
            notes: notes)
    }

    private static func place(_ occurrence: Occurrence, _ page: CheckedPage) -> SourceLocation {
        let text = page.texts[Int(occurrence.text)]
        let start = Int(occurrence.place)
        return text.place(start..<start + 1)
    }
}
