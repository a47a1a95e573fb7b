import Bytes
import SiteModel

/// `deploy/cloudflare-middleware.js` and `deploy/netlify-edge.js`: what `_headers` and `_redirects` can't say, for hosts that run
/// a function before a file is sent. Sources: https://developers.cloudflare.com/pages/functions/middleware/ ,
/// https://docs.netlify.com/edge-functions/api/
package enum EdgeFunctions: SiteFormat {
    package static let name = "edge"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        Host.allCases.enumerated().map { OutputTask(path: $1.path, part: $0 + 1) }
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        let plan = HostPlan(view, products)
        let host = Host.allCases[task.part - 1]
        return [.bytes(Array((host.head + data(plan) + rules + host.tail).utf8))]
    }
}

extension EdgeFunctions {
    private enum Host: CaseIterable {
        case cloudflare, netlify

        var path: String {
            switch self {
            case .cloudflare: "deploy/cloudflare-middleware.js"
            case .netlify: "deploy/netlify-edge.js"
            }
        }

        var head: String {
            switch self {
            case .cloudflare:
                "// Cloudflare Pages: copy this to functions/_middleware.js, beside the folder that is published.\n\n"
            case .netlify:
                "// Netlify: copy this to netlify/edge-functions/markdown.js, beside the folder that is published.\n\n"
            }
        }

        var tail: String {
            switch self {
            case .cloudflare:
                """

                export async function onRequest(context) {
                  const { request, env, next } = context;
                  const fetchFile = (path) => env.ASSETS.fetch(new Request(new URL(path, request.url), request));
                  return answer(request, fetchFile, () => next());
                }

                """
            case .netlify:
                """

                export default async (request, context) => {
                  const fetchFile = (path) => fetch(new Request(new URL(path, request.url), request));
                  return answer(request, fetchFile, () => context.next());
                };

                export const config = { path: "/*", excludedPath: ["\(HostHeaders.hashedFolder)*"] };

                """
            }
        }
    }

    private static func data(_ plan: HostPlan) -> String {
        func json(_ text: String) -> String {
            var buffer = ByteBuffer(capacity: text.utf8.count + 16)
            buffer.append(jsonString: text)
            return buffer.text
        }
        let indexes = plan.indexes.map { "  [\(json($0.prefix)), \(json($0.file))],\n" }.joined()
        let gone = plan.gone.map { "  \(json($0)),\n" }.joined()
        return "const base = \(json(plan.baseURL));\nconst hidesTwins = \(plan.hidesTwins);\n"
            + "// The nearest llms.txt by the beginning of an address, the longest beginnings first.\n"
            + "const indexes = [\n\(indexes)];\n// Addresses that answer 410.\nconst gone = new Set([\n\(gone)]);\n"
    }

    /// The rules of nginx.conf once more: RFC 9110, section 12.5.1; https://llmstxt.org/
    private static let rules = #"""

        // Markdown is sent when text/markdown is named with a q above 0 that is not below that of text/html; */* names nothing.
        function prefersMarkdown(accept) {
          const weights = { "text/markdown": 0, "text/html": 0 };
          for (const range of accept.toLowerCase().split(",")) {
            const [type, ...parameters] = range.split(";").map((part) => part.trim());
            if (!(type in weights)) continue;
            const q = parameters.map((part) => part.replace(/\s*=\s*/, "=")).find((part) => part.startsWith("q="));
            const isWeight = q === undefined || /^q=(?:1(?:\.0{0,3})?|0(?:\.[0-9]{0,3})?)$/.test(q);
            if (isWeight) weights[type] = Math.max(weights[type], q === undefined ? 1 : Number(q.slice(2)));
          }
          return weights["text/markdown"] > 0 && weights["text/markdown"] >= weights["text/html"];
        }

        function links(path, type) {
          const index = (indexes.find(([prefix]) => path.startsWith(prefix)) || indexes[indexes.length - 1] || [])[1];
          const describedby = index ? [`<${index}>; rel="describedby"; type="text/plain"`] : [];
          if (path.endsWith(".md")) {
            if (/\/sitemap[^/]*\.md$/.test(path) || !type.startsWith("text/markdown")) return [];
            const page = path.replace(/\/index\.md$/, "/").replace(/\.md$/, "");
            return (hidesTwins ? [] : [`<${base}${page}>; rel="canonical"`]).concat(describedby);
          }
          if (!/^text\/(?:html|markdown)/.test(type)) return [];
          const twin = path.endsWith("/") ? path + "index.md" : path + ".md";
          return [`<${base}${path}>; rel="canonical"`, `<${twin}>; rel="alternate"; type="text/markdown"`].concat(describedby);
        }

        function decoded(path) {
          try {
            return decodeURIComponent(path);
          } catch {
            return path;
          }
        }

        async function answer(request, fetchFile, next) {
          const path = new URL(request.url).pathname;
          const isRead = request.method === "GET" || request.method === "HEAD";
          if (gone.has(decoded(path))) {
            const page = await next();
            return new Response(page.body, { status: 410, headers: page.headers });
          }
          // Names with a dot are files.
          const isPage = isRead && !/\.[^/]*$/.test(path);
          let found;
          if (isPage && prefersMarkdown(request.headers.get("Accept") || "")) {
            const twin = await fetchFile(path.endsWith("/") ? path + "index.md" : path + ".md");
            if (twin.status === 200 || twin.status === 304) found = twin;
          }
          found = found || (await next());
          const copy = new Response(found.body, found);
          if (isPage || path.endsWith(".md")) copy.headers.append("Vary", "Accept");
          // A twin that is sent at the address of its page is that page.
          if (isPage) copy.headers.delete("X-Robots-Tag");
          const link = copy.status === 200 ? links(path, copy.headers.get("Content-Type") || "") : [];
          if (link.length > 0) copy.headers.set("Link", link.join(", "));
          return copy;
        }

        """#
}
