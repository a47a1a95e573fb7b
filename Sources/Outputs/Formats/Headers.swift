import Bytes
import SiteModel

/// `_headers` for hosts that read it. Only wildcards: a host takes a hundred rules at most, each with one star, and joins the
/// values when two rules set one header; so no two do. Source: https://developers.cloudflare.com/pages/configuration/headers/
package enum Headers: SiteFormat {
    package static let name = "headers"

    private static let mostNumberedRules = 20

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        [OutputTask(path: "_headers")]
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        var buffer = ByteBuffer(capacity: 2048)
        writeRule("/*", HostHeaders.headers(allowing: products.inlineCode), into: &buffer)
        let hidesTwins = view.settings.machines.hidesTwins
        for type in HostHeaders.types {
            let robots = hidesTwins && type.suffix == ".md" ? [(name: "X-Robots-Tag", value: "noindex")] : []
            writeRule("/*" + type.suffix, [("Content-Type", type.type)] + robots, into: &buffer)
        }
        writeRule(HostHeaders.hashedFolder + "*", [("Cache-Control", HostHeaders.immutable)], into: &buffer)
        for file in indexFiles(view, products) { writeRule("/*" + file, [("X-Robots-Tag", "noindex")], into: &buffer) }
        for path in hidesTwins ? [] : HostPlan.hiddenTwins(view, products).prefix(mostNumberedRules) {
            writeRule(path, [("X-Robots-Tag", "noindex")], into: &buffer)
        }
        return [.bytes(buffer.bytes)]
    }
}

extension Headers {
    /// The names that `llms*.txt` files may have in any folder: a rule has no room for a second star.
    private static func indexFiles(_ view: SiteView, _ products: PageProducts) -> [String] {
        let sections = view.settings.languages.flatMap { language in
            view.sections(in: language).map { (folder: $0, language: language) }
        }
        var names: [String] = []
        if view.settings.wants(output: LLMs.name) {
            let plan = LLMsPlan(view, products)
            names += numbered("llms", sections.map { plan.mostParts(of: $0.folder, in: $0.language) })
        }
        if view.settings.wants(output: LLMsFull.name) {
            let plan = FullTextPlan(view, products)
            names += numbered("llms-full", sections.map { plan.parts(of: $0.folder, in: $0.language).count })
        }
        return names
    }

    private static func numbered(_ name: String, _ parts: [Int]) -> [String] {
        let most = min(parts.max() ?? 1, mostNumberedRules)
        return ["\(name).txt"] + (most > 1 ? (2...most).map { "\(name)-\($0).txt" } : [])
    }

    private static func writeRule(
        _ path: String, _ headers: [(name: String, value: String)], into buffer: inout ByteBuffer
    ) {
        buffer.append(text: path)
        buffer.append("\n")
        for header in headers {
            buffer.append("  ")
            buffer.append(text: header.name)
            buffer.append(": ")
            buffer.append(text: header.value)
            buffer.append("\n")
        }
    }
}
