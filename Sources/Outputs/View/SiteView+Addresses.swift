import Bytes
package import SiteModel

/// Addresses as outputs write them.
extension SiteView {
    /// The absolute URL of a site-absolute path, percent-encoded.
    package func url(_ path: String) -> String {
        var buffer = ByteBuffer(capacity: 128)
        buffer.append(text: settings.baseURL)
        buffer.append(urlEncoded: path)
        return buffer.text
    }

    /// The absolute URL of a page: what `canonical`, sitemap and structured data say.
    package func canonical(_ page: PageIndex) -> String { card(page).canonical }

    /// The absolute URL of a page's Markdown twin.
    package func twinURL(_ page: PageIndex) -> String { card(page).twinURL }

    /// Where a redirect leads: the address of a page however an editor spelled it, anything else as it is written.
    func target(of redirect: Redirect) -> String {
        // That of an alias is the page's own.
        guard redirect.places != nil, redirect.to.hasPrefix("/"),
            let home = page(.home, in: settings.defaultLanguage),
            case .page(let page, let suffix) = resolve(redirect.to, from: header(home))
        else { return redirect.to }
        return header(page).address.path + suffix
    }

    /// Where pages stood that expired.
    package var expiredAddresses: [SiteAddress] {
        withheldPages.compactMap { $0.isExpired ? SiteAddress($0.path) : nil }
    }

    /// The home page of a language.
    package func homeAddress(in language: Language) -> SiteAddress { SiteAddress(settings.prefix(of: language) + "/") }

    /// The site-absolute path of the `llms.txt` of a language.
    package func llmsPath(in language: Language) -> String { settings.prefix(of: language) + "/llms.txt" }

    /// The site-absolute path of the search page of a language; nil when the site has no search.
    func searchPath(in language: Language) -> String? {
        guard settings.wants(output: Search.name) else { return nil }
        return page(PageID("search"), in: language).map { header($0).address.path }
    }

    /// A URL of this site as the path that pages link, any other as it is. Source: the contract, section 6 (7).
    package func path(ofURL url: String) -> String {
        guard !settings.baseURL.isEmpty, url.hasPrefix(settings.baseURL) else { return url }
        let rest = url.dropFirst(settings.baseURL.count)
        return rest.isEmpty ? "/" : rest.hasPrefix("/") ? String(rest) : url
    }
}
