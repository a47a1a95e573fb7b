package import Diagnostics

/// The address of a gateway: scheme, host, port and path, and nothing that could hold a secret.
package struct GatewayAddress: Sendable, Hashable {
    /// `https` or `http`.
    package let scheme: String
    /// In lower case; an IPv6 address stands in brackets.
    package let host: String
    package let port: Int
    /// Begins with a slash, or is empty.
    package let path: String
    /// Without its question mark; only of the links and redirects of a gateway.
    package let query: String

    /// Nil when the text is no such address.
    package init?(_ text: String) {
        guard text.utf8.count <= 2048, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }) else {
            return nil
        }
        guard let colon = text.range(of: "://") else { return nil }
        let scheme = text[..<colon.lowerBound].lowercased()
        guard scheme == "https" || scheme == "http" else { return nil }
        let rest = text[colon.upperBound...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        guard let authority = Self.authority(rest[..<end], scheme) else { return nil }
        let tail = rest[end...].prefix { $0 != "#" }
        let mark = tail.firstIndex(of: "?") ?? tail.endIndex
        self.scheme = scheme
        host = authority.host
        port = authority.port
        path = String(tail[..<mark])
        query = String(tail[mark...].dropFirst())
    }

    /// A host by its name, and a port where it isn't that of https; nil for everything else.
    package init?(host: String) {
        guard let address = GatewayAddress("https://" + host), address.path.isEmpty, !host.contains("?"),
            !host.contains("#")
        else { return nil }
        self = address
    }

    private init(_ other: GatewayAddress, path: String, query: String) {
        scheme = other.scheme
        host = other.host
        port = other.port
        self.path = path
        self.query = query
    }
}

extension GatewayAddress {
    /// What makes two addresses belong to one gateway.
    package var origin: String {
        let isUsual = port == (scheme == "https" ? 443 : 80)
        return scheme + "://" + host + (isUsual ? "" : ":\(port)")
    }

    /// Without the query: what may stand in files and messages.
    package var text: String { origin + path }

    /// What is asked for.
    package var request: String { text + (path.isEmpty ? "/" : "") + (query.isEmpty ? "" : "?" + query) }

    /// Whether the host is this machine by its name.
    package var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Whether a link or redirect on this address may lead to another one: to the same gateway, or to one of some hosts, never
    /// from https to http.
    package func leads(to target: GatewayAddress, within hosts: [GatewayAddress], of origin: String) -> Bool {
        if target.origin == origin { return scheme == target.scheme }
        guard target.scheme == "https" || scheme == "http" && target.isLoopback else { return false }
        return hosts.contains { $0.host == target.host && $0.port == target.port }
    }

    /// The address of a path on the same gateway; one that ends in it already is used as it is.
    package func adding(_ suffix: String, query: String) -> GatewayAddress {
        var base = path
        while base.hasSuffix("/") { base.removeLast() }
        if suffix.isEmpty { return GatewayAddress(self, path: path, query: query) }
        return GatewayAddress(self, path: base.hasSuffix(suffix) ? base : base + suffix, query: query)
    }

    /// The same path with another end, for the second request to a gateway.
    package func replacing(_ suffix: String, with other: String) -> GatewayAddress {
        var base = path
        while base.hasSuffix("/") { base.removeLast() }
        if base.hasSuffix(suffix) { base.removeLast(suffix.utf8.count) }
        return GatewayAddress(self, path: base + other, query: "")
    }

    /// Where a link or redirect leads; nil when it is no address.
    package func resolving(_ link: String) -> GatewayAddress? {
        if link.range(of: "://") != nil, let absolute = GatewayAddress(link) { return absolute }
        if link.hasPrefix("//") { return GatewayAddress(scheme + ":" + link) }
        if link.hasPrefix("/") { return GatewayAddress(origin + link) }
        if link.hasPrefix("?") { return GatewayAddress(text + link) }
        guard !link.isEmpty, !link.contains(":") else { return nil }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
        return GatewayAddress(origin + folder + link)
    }

    private static func authority(_ text: Substring, _ scheme: String) -> (host: String, port: Int)? {
        var host = text
        var port = scheme == "https" ? 443 : 80
        let bracket = text.lastIndex(of: "]")
        if let colon = text.lastIndex(of: ":"), bracket.map({ $0 < colon }) ?? true {
            guard let number = Int(text[text.index(after: colon)...]), (1...65_535).contains(number) else { return nil }
            port = number
            host = text[..<colon]
        }
        let isName = host.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x2D
        }
        let isNumber =
            host.hasPrefix("[") && host.hasSuffix("]")
            && host.dropFirst().dropLast().utf8.allSatisfy { byte in
                (0x61...0x66).contains(byte | 0x20) || (0x30...0x3A).contains(byte) || byte == 0x2E
            }
        guard !host.isEmpty, isName || isNumber else { return nil }
        return (host.lowercased(), port)
    }
}

/// What settings may say.
extension GatewayAddress {
    /// Why a text can't be the `url` of a source; nil when it can.
    package static func problem(of text: String, allowsLoopback: Bool) -> Message? {
        guard let address = GatewayAddress(text) else {
            return Message(
                en: "‘url’ is an address such as https://gateway.example, without user name",
                zh: "url 应为 https://gateway.example 这样的地址，不能含有用户名")
        }
        if text.contains("?") || text.contains("#") {
            return Message(en: "‘url’ can't have a query: keys belong into ‘key_env’", zh: "url 不能带查询参数；密钥请用 key_env")
        }
        if address.scheme == "http", !(allowsLoopback && address.isLoopback) {
            return Message(
                en: "‘url’ must be https; http is for this machine, with ‘allow_loopback’",
                zh: "url 必须是 https；http 只能用于本机，并需设置 allow_loopback")
        }
        return nil
    }
}

extension StringProtocol {
    /// The first place of an ASCII text.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
