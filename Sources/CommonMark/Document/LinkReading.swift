internal import Diagnostics

/// Links and images: their destinations become holes, unless they are known already.
extension DocumentReader {
    mutating func beginLink(_ node: TreeNode) {
        let kind: MarkdownEvent.Kind = node.kind == .image ? .image : .link
        let place = node.withDestination { self.place(of: $0) }
        let destination = node.withDestination { expand($0) }
        let title = node.withTitle { $0.count == 0 ? nil : expand($0) }
        openLinks.append(addLink(kind, destination, title, place))
    }

    /// Adds the beginning of a link; returns its index.
    mutating func addLink(
        _ kind: MarkdownEvent.Kind, _ destination: Range<Int>, _ title: Range<Int>?, _ place: MarkdownPlace
    ) -> Int {
        var link = MarkdownDocument.Link(destination: destination, title: title, place: place, insertion: -1)
        if options.dialect == .extended {
            link.isUnsafe = LinkScheme.isUnsafe(document.text[destination])
            if link.isUnsafe {
                reportUnsafe(link)
            } else if options.leavesLinkHoles, !LinkScheme.leadsOut(document.text[destination], of: options.siteURL) {
                let text = String(decoding: document.text[destination], as: UTF8.self)
                link.insertion = document.insertions.count
                document.insertions.append(
                    kind == .image ? .image(destination: text, place: place) : .link(destination: text, place: place))
            }
        }
        document.links.append(link)
        add(kind, value: document.links.count - 1)
        return document.links.count - 1
    }

    private mutating func reportUnsafe(_ link: MarkdownDocument.Link) {
        document.report(
            .markdownUnsafeLink, at: link.place,
            Message(
                en: "a link may not lead to a script, a local file or data; its destination was left out",
                zh: "链接不能指向脚本、本地文件或内嵌数据；已去掉目标"))
    }
}

/// What the beginning of a destination says.
enum LinkScheme {
    /// Runs a script, reads a file or holds data that is no image. The set is libcmark's.
    static func isUnsafe(_ destination: ArraySlice<UInt8>) -> Bool {
        guard let first = destination.first.map({ $0 | 0x20 }),
            first == 0x6A || first == 0x76 || first == 0x66 || first == 0x64
        else { return false }
        let start = destination.prefix(16).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        if ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"].contains(where: {
            start.starts(with: $0.utf8)
        }) {
            return false
        }
        return ["javascript:", "vbscript:", "file:", "data:"].contains { start.starts(with: $0.utf8) }
    }

    /// Whether the destination begins so, in letters of either case.
    private static func begins(_ destination: ArraySlice<UInt8>, with start: StaticString) -> Bool {
        guard destination.count >= start.utf8CodeUnitCount else { return false }
        for index in 0..<start.utf8CodeUnitCount {
            let byte = destination[destination.startIndex + index]
            let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            // The index is below the count of the literal.
            if unsafe lower != start.utf8Start[index] { return false }
        }
        return true
    }

    /// Leads out of the site, so there is nothing to resolve.
    static func leadsOut(_ destination: ArraySlice<UInt8>, of site: [UInt8]) -> Bool {
        isAbsolute(destination) && (site.isEmpty || !destination.starts(with: site))
    }

    private static func isAbsolute(_ destination: ArraySlice<UInt8>) -> Bool {
        guard let first = destination.first, first | 0x20 == 0x68 || first | 0x20 == 0x6D || first | 0x20 == 0x74 else {
            return false
        }
        return begins(destination, with: "http://") || begins(destination, with: "https://")
            || begins(destination, with: "mailto:") || begins(destination, with: "tel:")
    }
}
