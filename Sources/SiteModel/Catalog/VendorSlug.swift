import Bytes

/// The last part of the address of a vendor's hub.
package enum VendorSlug {
    /// Lower-case ASCII letters and digits with single hyphens; six digits of the name's SHA-256 where that loses anything.
    package static func slug(of vendor: String) -> String {
        var bytes: [UInt8] = []
        var isLossy = false
        for byte in vendor.utf8 {
            switch byte {
            case 0x41...0x5A: bytes.append(byte + 0x20)
            case 0x61...0x7A, 0x30...0x39: bytes.append(byte)
            default:
                if byte >= 0x80 { isLossy = true }
                if bytes.last != 0x2D { bytes.append(0x2D) }
            }
        }
        while bytes.last == 0x2D { bytes.removeLast() }
        bytes = Array(bytes.drop { $0 == 0x2D }.prefix(80))
        let plain = String(decoding: bytes, as: UTF8.self)
        guard isLossy || plain.isEmpty || plain == "index" else { return plain }
        let digits = SHA256.hexadecimal(of: Array(vendor.utf8)).prefix(6)
        return plain.isEmpty ? "v-" + digits : plain + "-" + digits
    }
}

extension Catalog {
    /// What the hub of a vendor's models is called in every language.
    package static func vendorID(of slug: String) -> PageID { PageID("models/vendors/" + slug) }

    /// Who makes the models that are listed, each with the slug of its hub, sorted by name bytes. Two vendors whose slugs would
    /// be the same both get digits of their name's SHA-256.
    package static func vendors(of models: [ModelOffer]) -> [(name: String, slug: String)] {
        let names = Set(models.lazy.filter { !$0.isWithdrawn }.compactMap(\.vendor)).sorted { $0.precedesByBytes($1) }
        var wishes: [String: Int] = [:]
        for name in names { wishes[VendorSlug.slug(of: name), default: 0] += 1 }
        return names.map { name in
            let slug = VendorSlug.slug(of: name)
            if wishes[slug] == 1 { return (name, slug) }
            return (name, slug + "-" + SHA256.hexadecimal(of: Array(name.utf8)).prefix(6))
        }
    }
}
