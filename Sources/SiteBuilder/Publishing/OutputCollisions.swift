import Diagnostics
import Outputs
import SiteModel

/// Files that two sources would write: copied ones against those of the build, and among each other. Pages against pages are
/// judged by their addresses, when the site is put together.
enum OutputCollisions {
    /// - Parameter paths: of the files that the build makes beside the pages.
    static func among(_ paths: [String], _ view: SiteView) -> [Diagnostic] {
        var owners: [String: String] = [:]
        var found: [Diagnostic] = []
        for path in paths where owners.updateValue(path, forKey: key(path)) != nil {
            found.append(twice(path))
        }
        found += besidePages(paths, owners, view) + redirected(owners, view)
        for file in view.staticFiles {
            let key = key(file.path)
            let source = source(of: file)
            let owner = owners.updateValue(source, forKey: key) ?? page(writing: key, view)
            guard let owner else { continue }
            let message =
                owner.hasPrefix("Content/")
                ? Message(en: "\(owner) would be published under this name already", zh: "\(owner) 发布后会与此文件同名")
                : Message(en: "the build writes \(owner) itself", zh: "构建本身会生成 \(owner)")
            found.append(
                Diagnostic(
                    .outputCollision, at: SourceLocation(file: source), message,
                    hint: Message(en: "rename or remove one of them", zh: "请重命名或删除其中一个")))
        }
        return found
    }

    private static func twice(_ path: String) -> Diagnostic {
        Diagnostic(
            .outputCollision, at: nil,
            Message(en: "two sources of the build write \(path)", zh: "构建中有两个来源都会写入 \(path)"))
    }

    /// Files under the name of a page's file, and files that would have to be folders as well.
    private static func besidePages(_ paths: [String], _ owners: [String: String], _ view: SiteView) -> [Diagnostic] {
        paths.flatMap { path -> [Diagnostic] in
            if page(writing: path, view) != nil { return [twice(path)] }
            let folders = path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
            let file = folders.first { owners[key($0)] != nil || page(writing: $0, view) != nil }
            guard let file else { return [] }
            return [
                Diagnostic(
                    .outputCollision, at: nil,
                    Message(
                        en: "\(file) is a file, so \(path) can't be written below it",
                        zh: "\(file) 是文件，无法在它下面写入 \(path)"))
            ]
        }
    }

    /// Redirects at the address of a file that the build makes or copies: servers would never send it.
    private static func redirected(_ owners: [String: String], _ view: SiteView) -> [Diagnostic] {
        let copied = Set(view.staticFiles.map { key($0.path) })
        return view.redirects.compactMap { redirect in
            let path = String(redirect.from.dropFirst())
            // The page that leads on for hosts without redirects has that name.
            guard !path.hasSuffix(".html"), owners[key(path)] != nil || copied.contains(key(path)) else { return nil }
            return Diagnostic(
                .outputCollision, at: redirect.places?.from,
                Message(
                    en: "a file stands at \(redirect.from), so it can't redirect",
                    zh: "\(redirect.from) 已有文件，不能再作为重定向的起点"))
        }
    }

    private static func source(of file: StaticFile) -> String {
        if case .file(let path) = file.origin { path } else { file.path }
    }

    /// The file, when it is the HTML or the twin of a page.
    private static func page(writing file: String, _ view: SiteView) -> String? {
        for suffix in ["index.html", "index.md", ".html", ".md"] where file.hasSuffix(suffix) {
            guard let page = view.page(at: "/" + file.dropLast(suffix.count)) else { continue }
            let address = view.header(page).address
            if address.htmlFile == file || address.twinFile == file { return file }
        }
        return nil
    }

    /// Strings are equal in every normal form of Unicode.
    private static func key(_ path: String) -> String { path.lowercased() }
}
