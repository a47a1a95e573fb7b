package import SiteModel

/// What columns of model tables are called, and what models show in those that are no prices.
extension DirectiveFacts {
    package func heading(of column: ModelColumn) -> String {
        switch column {
        case .price(let meter): label(ofMeter: meter)
        case .context: phrase(.context)
        case .maxOutput: phrase(.maxOutput)
        case .modalities: phrase(.modalities)
        case .vendor: phrase(.vendor)
        case .kind: phrase(.kind)
        case .capabilities: phrase(.capabilities)
        case .released: phrase(.released)
        case .retires: phrase(.retires)
        case .changed: phrase(.lastChanged)
        }
    }

    /// Nil for a price, and where the source says nothing.
    package func value(of column: ModelColumn, _ offer: ModelOffer) -> String? {
        switch column {
        case .price: nil
        case .context: offer.context.map { Self.grouped($0) }
        case .maxOutput: offer.maxOutput.map { Self.grouped($0) }
        case .modalities: modalities(offer)
        case .vendor: offer.vendor
        case .kind: text(of: offer.kind, as: .kind)
        case .capabilities: listed(offer.capabilities.filter(\.isSupported).map { text(of: $0.name, as: .capability) })
        case .released: offer.released
        case .retires: offer.retires
        case .changed: offer.lastChanged?.day
        }
    }

    /// "text, image → text".
    private func modalities(_ offer: ModelOffer) -> String? {
        let sides = [offer.inputModalities, offer.outputModalities]
            .compactMap { names in listed(names.map { text(of: $0, as: .modality) }) }
        return sides.isEmpty ? nil : sides.joined(separator: " → ")
    }

    private func listed(_ names: [String]) -> String? {
        names.isEmpty ? nil : names.joined(separator: phrase(.listComma))
    }
}
