import Bytes
import SiteModel

/// `opensearch.xml`: how a browser searches the site, when it has a page for that. Source: https://github.com/dewitt/opensearch
package enum OpenSearch: SiteFormat {
    package static let name = "opensearch"

    /// Characters of a `ShortName`.
    private static let longestName = 16

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        view.settings.machines.searchPage == nil ? [] : [OutputTask(path: "opensearch.xml")]
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        guard let page = view.settings.machines.searchPage else { return [] }
        let (settings, language) = (view.settings, view.settings.defaultLanguage)
        let name = settings.machines.shortName ?? view.siteName(in: language)
        let description = settings.description?.text(in: language.code) ?? view.siteName(in: language)
        // The braces name what is sought and are no part of an address.
        let parts = page.split(separator: "{searchTerms}", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        let template = view.url(parts[0]) + "{searchTerms}" + (parts.count > 1 ? parts[1] : "")
        var buffer = ByteBuffer(capacity: 1024)
        buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        buffer.append("<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n")
        element("ShortName", String(name.prefix(longestName)), &buffer)
        element("Description", String(OneLine.text(description).prefix(1024)), &buffer)
        element("Language", language.tag, &buffer)
        element("InputEncoding", "UTF-8", &buffer)
        buffer.append("  <Url type=\"text/html\" method=\"get\" template=\"")
        buffer.append(xmlEscaped: template)
        buffer.append("\"/>\n  <Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"")
        buffer.append(xmlEscaped: view.url("/opensearch.xml"))
        buffer.append("\"/>\n</OpenSearchDescription>\n")
        return [.bytes(buffer.bytes)]
    }

    private static func element(_ name: StaticString, _ text: String, _ buffer: inout ByteBuffer) {
        buffer.append("  <")
        buffer.append(name)
        buffer.append(">")
        buffer.append(xmlEscaped: text)
        buffer.append("</")
        buffer.append(name)
        buffer.append(">\n")
    }
}
