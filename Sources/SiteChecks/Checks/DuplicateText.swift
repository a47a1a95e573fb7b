package import Diagnostics
import SiteModel

/// Pages that share most of their text with another page of their language.
package enum DuplicateText: WholeSiteCheck {
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
        let groups = Groups(occurrences, pageCount: pages.count)
        var shared = [Int32](repeating: 0, count: pages.count)
        var found: [Diagnostic] = []
        for one in pages.indices where counts[one] >= leastPrints {
            var touched: [Int] = []
            for (_, other) in groups.partners(of: one, occurrences) {
                let page = Int(occurrences[other].page)
                if shared[page] == 0 { touched.append(page) }
                shared[page] += 1
            }
            for other in touched.sorted() {
                let least = min(counts[one], counts[other])
                let share = Int(shared[other]) * 100 / max(least, 1)
                shared[other] = 0
                guard least >= leastPrints, share >= leastShare else { continue }
                let places = groups.partners(of: one, occurrences).filter { occurrences[$0.other].page == other }
                    .map { (occurrences[$0.own], occurrences[$0.other]) }
                if let mistake = mistake(pages[one], pages[other], min(share, 100), places) { found.append(mistake) }
            }
        }
        return found
    }

    /// Which prints stand on several pages, page by page: pairs of pages would be too many to hold.
    private struct Groups {
        /// By occurrence: where those with its hash begin and end.
        private var ranges: [Range<Int32>]
        /// The occurrences of one page after those of another.
        private var order: [Int32]
        private var starts: [Int]

        init(_ occurrences: [Occurrence], pageCount: Int) {
            ranges = []
            ranges.reserveCapacity(occurrences.count)
            var start = 0
            while start < occurrences.count {
                var end = start + 1
                while end < occurrences.count, occurrences[end].hash == occurrences[start].hash { end += 1 }
                for _ in start..<end { ranges.append(Int32(start)..<Int32(end)) }
                start = end
            }
            starts = [Int](repeating: 0, count: pageCount + 1)
            for occurrence in occurrences { starts[Int(occurrence.page) + 1] += 1 }
            for page in 0..<pageCount { starts[page + 1] += starts[page] }
            var next = starts
            order = [Int32](repeating: 0, count: occurrences.count)
            for (number, occurrence) in occurrences.enumerated() {
                order[next[Int(occurrence.page)]] = Int32(number)
                next[Int(occurrence.page)] += 1
            }
        }

        /// Each print of a page with each place of the same print on a later page.
        func partners(of page: Int, _ occurrences: [Occurrence]) -> [(own: Int, other: Int)] {
            var found: [(own: Int, other: Int)] = []
            for own in order[starts[page]..<starts[page + 1]] {
                let range = ranges[Int(own)]
                guard (2...mostPages).contains(range.count) else { continue }
                for other in range where occurrences[Int(other)].page > page { found.append((Int(own), Int(other))) }
            }
            return found
        }
    }

    /// Sorted by hash, then page; each print once a page.
    private static func occurrences(in pages: [CheckedPage]) -> (all: [Occurrence], counts: [Int]) {
        var all: [Occurrence] = []
        var counts: [Int] = []
        for (number, page) in pages.enumerated() {
            var own: [Occurrence] = []
            for (index, text) in page.texts.enumerated() {
                for print in Shingles.prints(of: text.prose) {
                    own.append(
                        Occurrence(
                            hash: print.hash, page: Int32(number), text: Int16(clamping: index),
                            place: Int32(clamping: print.place)))
                }
            }
            own.sort { ($0.hash, $0.text, $0.place) < ($1.hash, $1.text, $1.place) }
            let former = all.count
            for print in own where all.count == former || all[all.count - 1].hash != print.hash { all.append(print) }
            counts.append(all.count - former)
            // Growing by doubling would hold three times as much at last.
            if number == 63 { all.reserveCapacity(all.count / 64 * (pages.count + pages.count / 8)) }
        }
        all.sort { ($0.hash, $0.page) < ($1.hash, $1.page) }
        return (all, counts)
    }

    /// - Parameter places: of the one and the other page.
    private static func mistake(
        _ one: CheckedPage, _ other: CheckedPage, _ share: Int, _ places: [(Occurrence, Occurrence)]
    ) -> Diagnostic? {
        let sorted = places.sorted { ($0.1.text, $0.1.place) < ($1.1.text, $1.1.place) }
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
