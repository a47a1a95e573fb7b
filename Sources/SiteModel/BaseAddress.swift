/// The address of a site, as settings and `--base-url` give it.
package enum BaseAddress {
    /// Without slashes at its end; nil when it is none. It has no path: links are written from the root of the host, where
    /// alone robots.txt, sitemaps and `/llms.txt` count (RFC 9309, section 2.3; https://www.sitemaps.org/protocol.html).
    package static func read(_ written: String) -> String? {
        var text = written[...]
        while text.hasSuffix("/") { text.removeLast() }
        guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }) else { return nil }
        let host = text.dropFirst(scheme.count)
        let isPlain = host.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !Self.refused.contains($0) }
        return host.isEmpty || !isPlain ? nil : String(text)
    }

    /// `/ ? # \ @ " < >`: what begins a path, or can't stand in a host.
    private static let refused: Set<UInt8> = [0x2F, 0x3F, 0x23, 0x5C, 0x40, 0x22, 0x3C, 0x3E]
}
