package import Diagnostics
import Glibc

/// What to say when a site can't be written.
extension OutputTree.Problem {
    package var message: Message {
        switch self {
        case .failed(let path, let code):
            let reason = Self.reason(code)
            return Message(en: "\(path): \(reason.english)", zh: "\(path)：\(reason.chinese)")
        case .notOurs(let path):
            return Message(
                en: "\(path) is no empty folder and no build of Citable wrote it; it stays as it is",
                zh: "\(path) 不是空文件夹，也不是 Citable 生成的，因此不会改动")
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

    /// The system's own words, which are English, for what seldom happens.
    private static func reason(_ code: Int32) -> Message {
        let english = String(cString: strerror(code))
        let chinese =
            switch code {
            case ENOSPC: "磁盘已满"
            case EDQUOT: "超出磁盘配额"
            case EACCES, EPERM: "没有权限"
            case EROFS: "文件系统只读"
            case EIO: "磁盘读写出错"
            case EMFILE, ENFILE: "打开的文件太多"
            default: english
            }
        return Message(en: english, zh: chinese)
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
