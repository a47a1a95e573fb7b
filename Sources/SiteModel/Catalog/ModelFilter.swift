/// Which models of the catalog a table shows. A filter that says nothing passes every model that is listed.
package struct ModelFilter: Sendable, Hashable {
    package var vendor: String?
    package var kind: String?
    /// A model passes that has prices in it.
    package var group: String?
    package var source: String?
    /// A model passes that has all of them; what isn't known counts as not there.
    package var capabilities: [String]
    /// The first ones only.
    package var limit: Int?

    package init(
        vendor: String? = nil, kind: String? = nil, group: String? = nil, source: String? = nil,
        capabilities: [String] = [], limit: Int? = nil
    ) {
        self.vendor = vendor
        self.kind = kind
        self.group = group
        self.source = source
        self.capabilities = capabilities
        self.limit = limit
    }

    /// Whether a model passes, the limit left aside.
    package func passes(_ offer: ModelOffer) -> Bool {
        if let vendor, offer.vendor != vendor { return false }
        if let kind, offer.kind != kind { return false }
        if let source, offer.source != source { return false }
        if let group, !offer.groups.contains(group) { return false }
        return capabilities.allSatisfy { name in offer.capabilities.contains { $0.name == name && $0.isSupported } }
    }
}

extension ModelFilter {
    /// The filter as one text, from which it can be read again.
    package var key: String {
        ([vendor, kind, group, source, limit.map { String($0) }] + capabilities)
            .map { $0.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined()
    }

    /// Nil for a text that is no key.
    package init?(key: String) {
        var rest = Array(key.utf8)[...]
        var values: [String?] = []
        while let first = rest.first {
            if first == 0x2D {
                values.append(nil)
                rest = rest.dropFirst()
                continue
            }
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            guard let count = Int(String(decoding: digits, as: UTF8.self)),
                rest.dropFirst(digits.count).first == 0x3A, rest.count > digits.count + count
            else { return nil }
            rest = rest.dropFirst(digits.count + 1)
            values.append(String(decoding: rest.prefix(count), as: UTF8.self))
            rest = rest.dropFirst(count)
        }
        guard values.count >= 5 else { return nil }
        self.init(
            vendor: values[0], kind: values[1], group: values[2], source: values[3],
            capabilities: values[5...].compactMap(\.self), limit: values[4].flatMap { Int($0) })
    }
}

extension Catalog {
    /// The models that are listed and pass a filter, in the order of the catalog.
    package func offers(passing filter: ModelFilter) -> [ModelOffer] {
        // A large catalog has a hub for each of a hundred vendors: none looks at the models of the others.
        guard let vendor = filter.vendor else { return offers(at: models.indices, passing: filter) }
        return offers(at: positions(ofVendor: vendor), passing: filter)
    }

    private func offers(at positions: some Sequence<Int>, passing filter: ModelFilter) -> [ModelOffer] {
        let limit = filter.limit ?? Int.max
        var passing: [ModelOffer] = []
        for position in positions where !models[position].isWithdrawn && filter.passes(models[position]) {
            guard passing.count < limit else { break }
            passing.append(models[position])
        }
        return passing
    }
}
