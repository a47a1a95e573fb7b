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
            found.append(
                Diagnostic(
                    .outputCollision, at: nil,
                    Message(en: "two sources of the build write \(path)", zh: "构建中有两个来源都会写入 \(path)")))
        }
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
