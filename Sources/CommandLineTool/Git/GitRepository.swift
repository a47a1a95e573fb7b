import Diagnostics

/// Asks git, by process, what changed since a revision.
struct GitRepository {
    enum Problem: Error {
        case noGit
        case noRepository(String)
        case noRevision(String)
        case noCommonAncestor(String)
        case failed(String)

        var message: Message {
            switch self {
            case .noGit: Message(en: "--since needs git, which is not installed", zh: "--since 需要 git，但系统中没有安装")
            case .noRepository(let folder):
                Message(en: "--since: \(folder) is in no git repository", zh: "--since：\(folder) 不在任何 git 仓库中")
            case .noRevision(let name):
                Message(
                    en: "--since: git knows no commit ‘\(name)’; a shallow clone may lack it (fetch-depth: 0)",
                    zh: "--since：git 中没有提交“\(name)”；浅克隆可能缺少它（fetch-depth: 0）")
            case .noCommonAncestor(let name):
                Message(
                    en:
                        "--since: ‘\(name)’ and the checked out commit have no common ancestor here; a shallow clone may lack it",
                    zh: "--since：在这里找不到“\(name)”与当前提交的共同祖先；浅克隆可能缺少它")
            case .failed(let command):
                Message(en: "--since: ‘git \(command)’ failed", zh: "--since：git \(command) 执行失败")
            }
        }
    }

    /// The folder of the site; paths are below it.
    private let root: String
    /// The commit from which the change began: where the revision and what is checked out parted.
    let base: String

    init(site root: String, since revision: String) throws(Problem) {
        self.root = root
        guard try Self.run(["-C", root, "rev-parse", "--is-inside-work-tree"]) != nil else {
            throw .noRepository(root)
        }
        let commit = ["-C", root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]
        guard let found = try Self.run(commit) else { throw .noRevision(revision) }
        guard let base = try Self.run(["-C", root, "merge-base", Self.line(found), "HEAD"]) else {
            throw .noCommonAncestor(revision)
        }
        self.base = Self.line(base)
    }

    /// The files below the site's folder that are not as the base has them, new and deleted ones included; sorted.
    func changedFiles() throws(Problem) -> [String] {
        let changed = try output(["diff", "--name-only", "--no-renames", "-z", "--relative", base, "--", "."])
        let new = try output(["ls-files", "--others", "--exclude-standard", "-z", "--", "."])
        return Set((changed + new).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }).sorted()
    }

    /// Writes the sources of the site as the base has them.
    ///
    /// - Parameter folder: an empty folder.
    /// - Returns: the folder of the site there.
    func writeBase(to folder: String) throws(Problem) -> String {
        let prefix = Self.line(try output(["rev-parse", "--show-prefix"]))
        let index = "GIT_INDEX_FILE=" + folder + "/index"
        try output(["read-tree", base], environment: [index])
        // The files of the index below the site's folder; names are relative to it.
        let names = try output(["ls-files", "-z", "--", "Content", "Templates"], environment: [index])
        guard !names.isEmpty else { return folder }
        try output(
            ["checkout-index", "--force", "--prefix=" + folder + "/tree/", "-z", "--stdin"], environment: [index],
            input: names)
        return folder + "/tree/" + prefix
    }
}

extension GitRepository {
    private static func line(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    }

    @discardableResult
    private func output(
        _ words: [String], environment: [String] = [], input: [UInt8] = []
    ) throws(Problem) -> [UInt8] {
        guard let output = try Self.run(["-C", root] + words, environment: environment, input: input) else {
            throw .failed(words.first ?? "")
        }
        return output
    }

    /// - Returns: what it printed; nil when it failed.
    private static func run(
        _ words: [String], environment: [String] = [], input: [UInt8] = []
    ) throws(Problem) -> [UInt8]? {
        let result = ChildProcess.run("git", words, environment: environment, input: input)
        guard let result else { throw .noGit }
        return result.status == 0 ? result.output : nil
    }
}
