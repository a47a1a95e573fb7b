import SiteModel

/// Which pages have something in common that few others have: a model, a tag, a term, a topic, two Han characters or a word of their
/// titles and questions. Worked out once for a site, from what other pages can see of a page, when somebody asks first.
///
/// What more than `commonLimit` pages share says nothing of any two of them, so each page looks at a bounded number of others,
/// however large the site is.
struct RelatedIndex: Sendable {
    private static let commonLimit = 32
    /// Pages that one page is compared with.
    private static let candidateLimit = 96
    /// Less in common is chance.
    private static let threshold: UInt32 = 12

    /// Places in `pages` where the pages of a feature begin, by feature; the last one is the end.
    private let starts: [UInt32]
    private let pages: [UInt32]
    /// Places in `features` where those of a page begin, by page.
    private let ownStarts: [UInt32]
    private let features: [PageFeature]

    /// - Parameters:
    ///   - headers: of all pages, by position.
    ///   - faces: likewise.
    ///   - isCandidate: whether others may name the page at a position.
    init(_ headers: [PageHeader], _ faces: [PageFace], isCandidate: (Int) -> Bool) {
        let buckets = RelatedFeatures.buckets(forPages: headers.count)
        var counts = [UInt32](repeating: 0, count: buckets)
        var own: [PageFeature] = []
        own.reserveCapacity(headers.count * 48)
        var ownStarts: [UInt32] = [0]
        ownStarts.reserveCapacity(headers.count + 1)
        var reader = RelatedFeatures(buckets: buckets)
        for position in headers.indices {
            if isCandidate(position) {
                let start = own.count
                reader.read(headers[position], faces[position], page: UInt32(position), into: &own)
                for feature in own[start...] { counts[feature.bucket] += 1 }
            }
            ownStarts.append(UInt32(own.count))
        }
        // From here on a count is where the pages of its feature go.
        var total: UInt32 = 0
        for bucket in counts.indices {
            let count = counts[bucket]
            counts[bucket] = total
            if count > 1, count <= Self.commonLimit { total += count }
        }
        var starts = counts
        starts.append(total)
        var pages = [UInt32](repeating: 0, count: Int(total))
        for position in headers.indices {
            for place in ownStarts[position]..<ownStarts[position + 1] {
                let bucket = own[Int(place)].bucket
                guard starts[bucket + 1] > starts[bucket] else { continue }
                pages[Int(counts[bucket])] = UInt32(position)
                counts[bucket] += 1
            }
        }
        self.starts = starts
        self.pages = pages
        self.ownStarts = ownStarts
        features = own
    }

    /// The pages that have most in common with one, in that order, then in the order of the pages.
    ///
    /// - Parameter isWanted: leaves pages out.
    func nearest(to page: PageIndex, limit: Int, isWanted: (PageIndex) -> Bool) -> [PageIndex] {
        var pairs: [UInt64] = []
        for place in ownStarts[page.position]..<ownStarts[page.position + 1] {
            let feature = features[Int(place)]
            let bucket = feature.bucket
            let others = starts[bucket]..<starts[bucket + 1]
            guard !others.isEmpty, pairs.count + others.count <= Self.candidateLimit else { continue }
            // Of two pages alone 5, of four 4, of thirty-two 1.
            let rarity = UInt64(6 - (UInt32.bitWidth - 1 - UInt32(others.count).leadingZeroBitCount))
            for other in others where pages[Int(other)] != UInt32(page.position) {
                pairs.append(UInt64(pages[Int(other)]) << 32 | feature.weight * rarity)
            }
        }
        guard !pairs.isEmpty else { return [] }
        pairs.sort()
        var found: [(page: PageIndex, score: UInt32)] = []
        var index = 0
        while index < pairs.count {
            let other = pairs[index] >> 32
            var score: UInt32 = 0
            while index < pairs.count, pairs[index] >> 32 == other {
                score += UInt32(truncatingIfNeeded: pairs[index])
                index += 1
            }
            let page = PageIndex(Int(other))
            if score >= Self.threshold, isWanted(page) { found.append((page, score)) }
        }
        found.sort { $0.score != $1.score ? $0.score > $1.score : $0.page < $1.page }
        return found.prefix(limit).map(\.page)
    }
}
