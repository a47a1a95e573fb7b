/// The maps of `deploy/Caddyfile`: what a request asks for, worked out when a later line names it.
struct CaddyMaps {
    private let plan: HostPlan

    init(_ plan: HostPlan) { self.plan = plan }

    var text: String {
        [
            quality("md", "text/markdown"), quality("html", "text/html"),
            map("{query}", ["query"], ["~^(.+)$ \"?${1}\"", "default \"\""]),
            map("{http.request.orig_uri}", ["path"], ["~^/+([^?/][^?]*) \"/${1}\"", "default /"]),
            map("{citable_path}", ["bare"], ["~^(/.*[^/])/*$ \"${1}\"", "default /"]),
            map("{path}", ["stem"], ["~^(.+)/$ \"${1}\"", "default /.none"]),
            map("{path}", ["file"], ["~^(.*/)$ \"${1}index\"", "~^(.*)$ \"${1}\""]),
            elsewhere,
            map(
                "{citable_path}", ["canonical"],
                ["~^(.*/)index\\.md$ \"${1}\"", "~^(.*)\\.md$ \"${1}\"", "~^(.*)$ \"${1}\""]),
            map("{citable_path}", ["twin"], ["~^(.*/)$ \"${1}index.md\"", "~^(.*)$ \"${1}.md\""]),
            map("{citable_path}", ["index"], plan.indexes.map { "~^\($0.prefix) \"\($0.file)\"" } + ["default \"\""]),
            moves,
        ].joined()
    }
}

extension CaddyMaps {
    private func map(_ source: String, _ names: [String], _ lines: [String]) -> String {
        let targets = names.map { "{citable_\($0)}" }.joined(separator: " ")
        return "    map \(source) \(targets) {\n" + lines.map { "        \($0)\n" }.joined() + "    }\n"
    }

    /// The q of a media type that `Accept` names: 1 when it says none, 0 when it isn't named. No parameter of these types
    /// begins with q.
    private func quality(_ name: String, _ type: String) -> String {
        let start = "(?i)(?:^|,)\\s*\(type)\\s*(?:;\\s*[^q;,\\s][^;,]*)*"
        return map(
            "{http.request.header.Accept}", [name],
            [
                "\"~\(start);\\s*q\\s*=\\s*(1(?:\\.0{0,3})?|0(?:\\.[0-9]{0,3})?)\\s*(?:[;,]|$)\" \"${1}\"",
                "\"~\(start)(?:,|$)\" 1",
                "default 0",
            ])
    }

    /// Addresses with `.html`, and names that mirrors have elsewhere, lead to the canonical ones.
    private var elsewhere: String {
        map(
            "{http.request.orig_uri}", ["elsewhere"],
            [
                "~^/*(/(?:[^?]*/)?)index\\.html(\\?.*)?$ \"${1}${2}\"", "~^/*(/[^?]+)\\.html(\\?.*)?$ \"${1}${2}\"",
                "~^/*(/[^?]+)\\.html\\.md(\\?.*)?$ \"${1}.md${2}\"", "default \"\"",
            ])
    }

    /// Braces would name values, and a backslash would not stand for itself.
    private func key(_ path: String) -> String {
        path.utf8.contains { [0x5C, 0x7B, 0x7D].contains($0) }
            ? "\"~^\(PathPattern.text(path))$\"" : Caddy.quoted(path)
    }

    private var moves: String {
        // A dollar sign would name a part of what an expression found.
        func target(_ text: String) -> String { Caddy.quoted(text.replacing("$", with: "%24")) }
        let moved = plan.moves.map { move in
            "\(key(move.from)) \(target(move.to)) \(move.to.contains("?") ? "no" : "yes") \(target(move.fragment))"
                + " \(move.status)"
        }
        let gone = plan.gone.map { "\(key($0)) yes" }
        // What an expression found is given as it stands: values in it would not be filled in.
        return map("{path}", ["target", "asks", "place", "status"], moved + ["default \"\" no \"\" \"\""])
            + map("{citable_asks}", ["asked"], ["yes {citable_query}", "default \"\""])
            + map("{path}", ["gone"], gone + ["default no"])
    }
}
