import Diagnostics

/// The sitemaps: the date of each address, its language versions and images.
enum SitemapAgreement: SiteAgreement {
    static let formats = ["sitemap", "sitemap-md"]

    private static let date = Message(en: "date of the last change", zh: "更新日期")

    static func disagreements(_ files: [(path: String, bytes: [UInt8])], _ site: SiteSummaries) -> [Disagreement] {
        files.flatMap { $0.path.hasSuffix(".xml") ? xml($0.bytes, $0.path, site) : markdown($0.bytes, $0.path, site) }
    }

    private static func xml(_ bytes: [UInt8], _ file: String, _ site: SiteSummaries) -> [Disagreement] {
        var scanner = MarkupScanner(bytes)
        var (url, modified, alternates, images, text) = ("", "", [String](), [String](), "")
        var found: [Disagreement] = []
        while let event = scanner.next() {
            switch event {
            case .start(let tag):
                if tag.name == urlName { (url, modified, alternates, images) = ("", "", [], []) }
                if tag.name == linkName, let target = scanner.attribute("href", of: tag) { alternates.append(target) }
                text = ""
            case .text(let range): text += scanner.decoded(range)
            case .end(let name):
                if name == locationName { url = text } else if name == modifiedName { modified = text }
                if name == imageName { images.append(text) }
                if name == urlName, site.page(at: url) == nil { found += site.stranger(url, in: file) }
                if name == urlName, let page = site.page(at: url) {
                    if let stated = page.modified, stated != modified {
                        found.append(Disagreement(on: page.path, date, "twin updated", stated, file, modified))
                    }
                    if Set(alternates) != Set(page.alternates) {
                        found.append(
                            Disagreement(
                                on: page.path, Message(en: "language versions", zh: "语言版本"), "HTML hreflang",
                                page.alternates.joined(separator: " "), file, alternates.joined(separator: " ")))
                    }
                    for image in images where !page.shows(image, of: site.baseURL) {
                        found.append(Disagreement(on: page.path, picture, "HTML", nil, file, image))
                    }
                }
                text = ""
            }
        }
        return found
    }

    /// A line with a link to a twin and a date.
    private static func markdown(_ bytes: [UInt8], _ file: String, _ site: SiteSummaries) -> [Disagreement] {
        IndexItem.items(of: bytes).flatMap { item -> [Disagreement] in
            let target = String(decoding: item.target, as: UTF8.self)
            guard let page = site.page(ofTwin: target) else {
                let isPart = target.split(separator: "/").last?.hasPrefix("sitemap") ?? false
                return isPart ? [] : site.stranger(target, in: file)
            }
            let stated = String(decoding: item.note, as: UTF8.self)
            guard let modified = page.modified, !stated.contains(modified.prefix(10)) else { return [] }
            return [Disagreement(on: page.path, date, "twin updated", modified, file, stated)]
        }
    }

    private static let urlName = TagName("url")
    private static let locationName = TagName("loc")
    private static let modifiedName = TagName("lastmod")
    private static let imageName = TagName("image:loc")
    private static let picture = Message(en: "image", zh: "图片")
    private static let linkName = TagName("xhtml:link")
}

extension PageSummary {
    /// - Parameter image: absolute.
    fileprivate func shows(_ image: String, of baseURL: String) -> Bool {
        images.contains(image) || image.hasPrefix(baseURL) && images.contains(String(image.dropFirst(baseURL.count)))
    }
}
