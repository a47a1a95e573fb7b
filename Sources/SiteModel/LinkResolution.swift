/// What a link in content leads to.
package enum ResolvedLink: Sendable, Hashable {
    /// A page of the site; `suffix` is the query and fragment, such as `#answer`, or empty.
    case page(PageIndex, suffix: String)
    /// A place on the same page: `#…`.
    case samePage(fragment: String)
    /// A page that is not in this build.
    case withheld(WithheldPage)
    /// A site-absolute path that is no page: a static or machine file, or nothing at all (a check tells).
    case file(path: String, suffix: String)
    /// Another site, or another scheme.
    case external(String)
    /// A relative path that leads to no page.
    case unknown(String)
}

extension Site {
    /// Resolves a destination as it stands in a page: site-absolute addresses in any spelling (`.html`, `.md`, wrong slash),
    /// paths of Markdown files relative to the page's own, fragments, and URLs of this site or another.
    package func resolve(_ destination: String, from header: PageHeader) -> ResolvedLink {
        let bytes = destination.utf8
        guard let first = bytes.first else { return .samePage(fragment: "") }
        if first == 0x23 { return .samePage(fragment: String(destination.dropFirst())) }
        var target = destination
        if first != 0x2F, !settings.baseURL.isEmpty, bytes.starts(with: settings.baseURL.utf8) {
            let rest = destination[bytes.index(bytes.startIndex, offsetBy: settings.baseURL.utf8.count)...]
            let next = rest.utf8.first
            let isWhole = next == nil || next == 0x3F || next == 0x23
            guard isWhole || next == 0x2F else { return .external(destination) }
            target = (isWhole ? "/" : "") + rest
        }
        if target.utf8.starts(with: "//".utf8) || Self.hasScheme(target) { return .external(destination) }
        let (path, suffix) = Self.split(target)
        // RFC 3986, section 5.3: a query alone stays on its page.
        if path.isEmpty, let page = index.page(at: header.address.path) { return .page(page, suffix: suffix) }
        let decoded = Self.percentDecoded(path)
        if decoded.utf8.first == 0x2F { return resolve(absolute: decoded, suffix: suffix) }
        return resolve(relative: decoded, suffix: suffix, from: header) ?? .unknown(destination)
    }

    private func resolve(absolute path: String, suffix: String) -> ResolvedLink {
        let normalized = Self.normalized(path)
        if let page = index.page(at: normalized) { return .page(page, suffix: suffix) }
        for candidate in Self.otherSpellings(of: normalized) {
            if let page = index.page(at: candidate) { return .page(page, suffix: suffix) }
        }
        if !withheld.isEmpty {
            for candidate in [normalized] + Self.otherSpellings(of: normalized) {
                if let page = withheld.page(at: candidate) { return .withheld(page) }
            }
        }
        return .file(path: normalized, suffix: suffix)
    }

    private func resolve(relative path: String, suffix: String, from header: PageHeader) -> ResolvedLink? {
        if let source = header.sourcePath {
            let folder = source.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
                separator: "/")
            let file = String(Self.normalized("/\(folder)/\(path)").dropFirst())
            if let page = index.page(from: file) ?? index.page(from: file + ".md") {
                return .page(page, suffix: suffix)
            }
            if let page = withheld.page(from: file) ?? withheld.page(from: file + ".md") { return .withheld(page) }
        }
        let base = header.address.path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
            separator: "/")
        let resolved = resolve(absolute: base + "/" + path, suffix: suffix)
        switch resolved {
        case .page, .withheld: return resolved
        default: return nil
        }
    }
}

extension Site {
    /// The addresses that a written path may mean besides itself.
    private static func otherSpellings(of path: String) -> [String] {
        var spellings: [String] = []
        for suffix in ["/index.html", "/index.md"] where path.hasSuffix(suffix) {
            spellings.append(String(path.dropLast(suffix.count - 1)))
        }
        for suffix in [".html", ".md"] where path.hasSuffix(suffix) {
            spellings.append(String(path.dropLast(suffix.count)))
        }
        if path.hasSuffix("/"), path.utf8.count > 1 { spellings.append(String(path.dropLast())) }
        if !path.hasSuffix("/") { spellings.append(path + "/") }
        return spellings
    }

    private static func split(_ target: String) -> (path: String, suffix: String) {
        guard let cut = target.utf8.firstIndex(where: { $0 == 0x23 || $0 == 0x3F }) else { return (target, "") }
        return (String(target[..<cut]), String(target[cut...]))
    }

    /// RFC 3986, section 3.1: a letter, then letters, digits, `+`, `-`, `.`, then a colon before any slash.
    private static func hasScheme(_ target: String) -> Bool {
        var isFirst = true
        for byte in target.utf8 {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A: break
            case 0x30...0x39, 0x2B, 0x2D, 0x2E: if isFirst { return false }
            case 0x3A: return !isFirst
            default: return false
            }
            isFirst = false
        }
        return false
    }

    /// Resolves `.` and `..`; `..` at the root stays at the root.
    private static func normalized(_ path: String) -> String {
        var previous: UInt8 = 0
        let isNormal = path.utf8.allSatisfy { byte in
            defer { previous = byte }
            return previous != 0x2F || (byte != 0x2F && byte != 0x2E)
        }
        if isNormal { return path }
        var segments: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        for part in parts where part != "." {
            if part == ".." { _ = segments.popLast() } else { segments.append(part) }
        }
        let endsInFolder = path.hasSuffix("/") || path.hasSuffix("/.") || path.hasSuffix("/..")
        let joined = "/" + segments.joined(separator: "/")
        return endsInFolder && joined != "/" ? joined + "/" : joined
    }

    /// `%E4%B8%AD` as text; what is no UTF-8 then stays as it was written.
    package static func percentDecoded(_ text: String) -> String {
        guard text.utf8.contains(0x25) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x25, index + 2 < bytes.count, let high = hexValue(bytes[index + 1]),
                let low = hexValue(bytes[index + 2])
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(validating: result, as: UTF8.self) ?? text
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
