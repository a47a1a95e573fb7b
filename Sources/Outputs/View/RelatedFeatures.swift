import SiteModel

/// Something that pages may have in common: where it stands in a table of counts, and what it weighs. A table has at most 2²⁰ places.
struct PageFeature {
    private let packed: UInt32

    init(bucket: Int, weight: UInt32) { packed = UInt32(bucket) << 8 | weight }

    var bucket: Int { Int(packed >> 8) }
    var weight: UInt64 { UInt64(packed & 0xFF) }
}

/// Reads what a page may have in common with others, as numbers.
struct RelatedFeatures {
    private enum Weight {
        static let model: UInt32 = 8
        static let tag: UInt32 = 4
        static let term: UInt32 = 4
        static let topic: UInt32 = 1
        static let word: UInt32 = 1
    }

    private let mask: UInt64
    /// The page that named a feature last: each counts once.
    private var last: [UInt32]

    init(buckets: Int) {
        mask = UInt64(buckets - 1)
        last = [UInt32](repeating: .max, count: buckets)
    }

    /// So many that two features seldom meet; a power of two.
    static func buckets(forPages count: Int) -> Int {
        var buckets = 1 << 14
        while buckets < count * 64, buckets < 1 << 20 { buckets *= 2 }
        return buckets
    }

    /// Adds the page's features, the heavy ones first.
    mutating func read(_ header: PageHeader, _ face: PageFace, page: UInt32, into features: inout [PageFeature]) {
        // Pages of two languages have nothing in common that a reader of one could use.
        let salt = Self.hash(header.languageCode, 0)
        for model in face.models { add(Self.hash(model.text, salt ^ 1), Weight.model, page, &features) }
        if let model = face.model { add(Self.hash(model.text, salt ^ 1), Weight.model, page, &features) }
        for tag in header.tags { add(Self.hash(tag, salt ^ 2), Weight.tag, page, &features) }
        if let term = face.term { add(Self.hash(term, salt ^ 3), Weight.term, page, &features) }
        for alias in face.termAliases { add(Self.hash(alias.text, salt ^ 3), Weight.term, page, &features) }
        readWords(header.title, salt ^ 4, page, &features)
        if let question = face.question { readWords(question, salt ^ 4, page, &features) }
        if let topic = header.topic { add(Self.hash(topic.text, salt ^ 5), Weight.topic, page, &features) }
    }

    private mutating func add(_ hash: UInt64, _ weight: UInt32, _ page: UInt32, _ features: inout [PageFeature]) {
        let bucket = Int((hash ^ hash >> 29) & mask)
        guard last[bucket] != page else { return }
        last[bucket] = page
        features.append(PageFeature(bucket: bucket, weight: weight))
    }

    /// Every two Han characters that stand side by side, and every Latin word of two letters or more.
    private mutating func readWords(_ text: String, _ salt: UInt64, _ page: UInt32, _ features: inout [PageFeature]) {
        var text = text
        text.withUTF8 { bytes in
            var previous: UInt64 = 0
            var word = salt
            var letters = 0
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                let isLetter = (0x61...0x7A).contains(byte | 0x20)
                if isLetter || letters > 0 && (0x30...0x39).contains(byte) {
                    word = Self.mix(word, UInt64(byte | 0x20))
                    letters += 1
                    index += 1
                    previous = 0
                    continue
                }
                if letters > 1 { add(word, Weight.word, page, &features) }
                (word, letters) = (salt, 0)
                guard (0xE4...0xE9).contains(byte), index + 2 < bytes.count else {
                    previous = 0
                    index += 1
                    continue
                }
                let character = UInt64(byte) << 16 | UInt64(bytes[index + 1]) << 8 | UInt64(bytes[index + 2])
                if previous != 0 { add(Self.mix(Self.mix(salt, previous), character), Weight.word, page, &features) }
                previous = character
                index += 3
            }
            if letters > 1 { add(word, Weight.word, page, &features) }
        }
    }

    private static func hash(_ text: String, _ salt: UInt64) -> UInt64 {
        text.utf8.reduce(mix(salt, 0)) { mix($0, UInt64($1)) }
    }

    /// The multiplier of FNV-1a spreads what is close together.
    private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
        let product = (hash ^ value) &* 0x0000_0100_0000_01B3
        return product ^ product >> 31
    }
}
