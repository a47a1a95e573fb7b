import Diagnostics

/// Whether a request may be answered at all. A page of another site must not read what is only meant for this machine, neither
/// by a name that was bound to another address, nor by asking across origins.
package struct RequestCheck: Sendable {
    /// What `--bind` names.
    private let address: String
    /// Whether only this machine can reach the server.
    package let isLoopback: Bool

    /// - Parameter address: the name or address that is listened on.
    package init(address: String) {
        self.address = address.lowercased()
        isLoopback = Self.isLoopback(self.address)
    }

    /// Nil when all is well.
    func refusal(of request: HTTPRequest) -> (status: Int, reason: Message)? {
        guard request.hostCount == 1, let host = request.host else {
            return (400, Message(en: "a request needs one Host", zh: "请求必须带且只带一个 Host"))
        }
        guard let name = Self.name(of: host), isOurs(name) else {
            return (
                403,
                Message(
                    en: "this preview answers to localhost only; --bind NAME allows another name",
                    zh: "预览只接受 localhost；如需其他名称，请用 --bind NAME 指定")
            )
        }
        if let origin = request.origin, origin.lowercased() != "http://" + host.lowercased() {
            return (403, Message(en: "other origins may not read the preview", zh: "其他来源不得读取预览"))
        }
        if let site = request.fetchSite, site != "same-origin", site != "none", request.fetchMode != "navigate" {
            return (403, Message(en: "other sites may not load files of the preview", zh: "其他网站不得加载预览中的文件"))
        }
        return nil
    }

    /// A name can be bound to any address by who owns it; an address can't.
    private func isOurs(_ name: String) -> Bool {
        if Self.isLoopback(name) || name == address { return true }
        return !isLoopback && (Self.isIPv4(name) || name.contains(":"))
    }

    private static func isLoopback(_ name: String) -> Bool {
        name == "localhost" || name.hasSuffix(".localhost") || name == "::1" || name.hasPrefix("127.") && isIPv4(name)
    }

    private static func isIPv4(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                part.utf8.allSatisfy { (0x30...0x39).contains($0) } && UInt8(part) != nil
            }
    }

    /// Without the port and the brackets of an IPv6 address; nil for what is no host.
    private static func name(of host: String) -> String? {
        let host = host.lowercased()
        let name: Substring
        let rest: Substring
        if host.hasPrefix("[") {
            guard let end = host.firstIndex(of: "]") else { return nil }
            name = host[host.index(after: host.startIndex)..<end]
            rest = host[host.index(after: end)...]
            guard name.utf8.allSatisfy({ $0 == 0x3A || $0 == 0x2E || Character(Unicode.Scalar($0)).isHexDigit }) else {
                return nil
            }
        } else {
            let end = host.firstIndex(of: ":") ?? host.endIndex
            name = host[..<end]
            rest = host[end...]
        }
        let port = rest.dropFirst()
        guard rest.isEmpty || rest.hasPrefix(":") && port.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return name.isEmpty ? nil : String(name)
    }
}
