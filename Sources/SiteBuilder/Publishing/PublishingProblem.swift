import ContentLoading
package import Diagnostics

/// What to say when a site can't be written.
extension OutputTree.Problem {
    package var message: Message {
        switch self {
        case .failed(let path, let code):
            let reason = SystemFailure.reason(code)
            return Message(en: "\(path): \(reason.english)", zh: "\(path)：\(reason.chinese)")
        case .notOurs(let path):
            return Message(
                en: "\(path) is no empty folder and no build of Citable wrote it; it stays as it is",
                zh: "\(path) 不是空文件夹，也不是 Citable 生成的，因此不会改动")
        case .insideSources(let path, let folder):
            return Message(
                en: "\(path) lies inside of \(folder)/, which a build reads; publish to a folder beside it",
                zh: "\(path) 在 \(folder)/ 里面，而构建要读取 \(folder)/；请发布到它之外的文件夹")
        case .locked(let process):
            let who = process.map { Message(en: " (process \($0))", zh: "（进程 \($0)）") } ?? Message(en: "", zh: "")
            return Message(en: "another build is running\(who.english)", zh: "另一个构建正在进行\(who.chinese)")
        }
    }

    /// For whoever looks at a page while nobody looks at the terminal.
    package var diagnostic: Diagnostic {
        Diagnostic(
            .notWritten, at: nil, message,
            hint: Message(
                en: "what is wrong is outside of the site; the build is tried again by itself",
                zh: "问题不在站点内容里；解决之后会自动重新生成"))
    }
}

extension DiagnosticCode {
    static let notWritten = DiagnosticCode(
        "output/not-written",
        en:
            "The site could not be written: the disk is full, the folder may not be written to, or another build holds it. The pages published last stay as they are.",
        zh: "站点无法写入：磁盘已满、文件夹不可写，或另一个构建正在占用。上一次发布的页面保持不变。",
        wrong: "a full disk", right: "some megabytes free, and a folder that may be written to")
}
