/// Where a site is served, as far as its owner says it: what the host can't do, a report can't expect.
package enum HostKind: String, Sendable, CaseIterable {
    case nginx, caddy
    case cloudflarePages = "cloudflare-pages"
    case netlify
    case gitHubPages = "github-pages"
    case bucket
}
