import Bytes
import SiteModel

/// Gives models the names of their pages. A name that was given once stays for ever.
struct ModelSlugs {
    private var known: [[UInt8]: String] = [:]
    private var taken: Set<String> = []
    /// By name: the models that files of editors present under it.
    private let written: [String: Set<[UInt8]>]

    /// - Parameter snapshot: the last one, with the slugs that are given already.
    init(_ snapshot: CatalogSnapshot?, written: [String: Set<[UInt8]>] = [:]) {
        self.written = written
        for offer in (snapshot?.models ?? []) + (snapshot?.withdrawn ?? []) {
            known[Array(offer.id.utf8)] = offer.slug
            taken.insert(offer.slug)
        }
    }

    /// New models whose names collide all get digits of their id's SHA-256, so that none of them depends on the others' order.
    mutating func assign(to models: inout [ModelOffer]) {
        var wishes: [String: Int] = [:]
        let proposals = models.map { offer -> String? in
            if known[Array(offer.id.utf8)] != nil { return nil }
            let slug = Self.slug(of: offer.id)
            wishes[slug, default: 0] += 1
            return slug
        }
        for index in models.indices {
            guard let wish = proposals[index] else {
                models[index].slug = known[Array(models[index].id.utf8)] ?? ""
                continue
            }
            let isAlone = wishes[wish] == 1 && !isTaken(wish, for: models[index].id)
            models[index].slug = isAlone ? wish : distinct(wish, models[index].id)
            taken.insert(models[index].slug)
        }
    }

    /// Whether another model has the name, or a file that speaks of something else.
    private func isTaken(_ slug: String, for id: String) -> Bool {
        taken.contains(slug) || written[slug].map { $0 != [Array(id.utf8)] } ?? false
    }

    private func distinct(_ slug: String, _ id: String) -> String {
        let digest = SHA256.hexadecimal(of: Array(id.utf8))
        for length in stride(from: 6, through: digest.utf8.count, by: 2) {
            let name = slug + "-" + digest.prefix(length)
            if !isTaken(name, for: id) { return name }
        }
        return slug + "-" + digest
    }
}

extension ModelSlugs {
    private static let byteLimit = 120
    /// Names of other pages and files, and those that some systems keep for devices.
    private static let reserved: Set<String> = Set(
        ["index", "prices", "status", "con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

    /// Source: the catalog contract, section 3.
    static func slug(of id: String) -> String {
        var bytes: [UInt8] = []
        var isLossy = false
        var isInRun = false
        for byte in id.utf8 {
            switch byte {
            case 0x41...0x5A: bytes.append(byte + 0x20)
            case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F: bytes.append(byte)
            case 0x2F, 0x3A, 0x40, 0x2E: bytes.append(0x2D)
            default:
                isLossy = true
                if !isInRun { bytes.append(0x2D) }
                isInRun = true
                continue
            }
            isInRun = false
        }
        bytes = Array(bytes.drop { $0 == 0x2D })
        while bytes.last == 0x2D { bytes.removeLast() }
        let digest = SHA256.hexadecimal(of: Array(id.utf8))
        var slug = String(decoding: bytes, as: UTF8.self)
        if slug.isEmpty { return "m-" + digest.prefix(6) }
        if bytes.count > byteLimit { return String(slug.prefix(byteLimit)) + "-" + digest.prefix(8) }
        if reserved.contains(slug) { slug = "m-" + slug }
        return isLossy ? slug + "-" + digest.prefix(6) : slug
    }
}
