import Diagnostics
import Glibc

/// Finds the site: named by `--site`, else the nearest folder upwards with `Content/site.yaml`.
enum SiteLocation {
    static func find(_ invocation: Invocation) -> String? {
        if let folder = nearest(invocation) { return folder }
        invocation.terminal.complain(
            Message(
                en: "there is no Content/site.yaml here or in a folder above; name the site with --site DIR",
                zh: "当前文件夹及上级文件夹中没有 Content/site.yaml；请用 --site DIR 指定站点"), in: invocation.language)
        return nil
    }

    /// The same for commands that can do without; nil when there is none.
    static func nearest(_ invocation: Invocation) -> String? {
        if let named = invocation.arguments.values["--site"] { return hasSettings(named) ? named : nil }
        guard let working = getcwd(nil, 0) else { return nil }
        defer { free(working) }
        var folder = String(cString: working)
        while true {
            if hasSettings(folder) { return folder }
            guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    private static func hasSettings(_ folder: String) -> Bool { access(folder + "/Content/site.yaml", F_OK) == 0 }
}
