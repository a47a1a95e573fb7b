package import Diagnostics
package import Safety

/// Reads a text file and says in words what went wrong.
package enum SourceReading {
    /// - Returns: the file, nil when it could not be read or is no text; what may not be published is covered in it.
    package static func read(
        _ path: String, from files: SiteFiles, limit: Int, _ safety: SafetyScreen? = nil
    ) -> (file: SourceFile?, diagnostics: [Diagnostic]) {
        do {
            let bytes = try files.read(path, limit: limit)
            let source = SourceText.file(path, bytes)
            guard source.diagnostics.isEmpty else { return (nil, source.diagnostics) }
            guard let screened = safety?.screen(path, source.file.bytes), !screened.diagnostics.isEmpty else {
                return (source.file, [])
            }
            return (SourceFile(path: path, bytes: screened.bytes), screened.diagnostics)
        } catch {
            return (nil, [diagnostic(error, path)])
        }
    }

    package static func diagnostic(_ problem: SiteFiles.Problem, _ path: String) -> Diagnostic {
        if case .failed(let code) = problem {
            let reason = SystemFailure.reason(code)
            return Diagnostic(
                .readFailed, at: SourceLocation(file: path),
                Message(
                    en: "this can't be read: \(reason.english)", zh: "读取失败：\(reason.chinese)"))
        }
        let message =
            switch problem {
            case .notThere: Message(en: "the file is not there", zh: "文件不存在")
            case .notRegular:
                Message(en: "this is no regular file; symbolic links are not followed", zh: "这不是普通文件；不会跟随符号链接")
            case .tooLarge(let limit):
                Message(en: "the file has more than \(limit) bytes", zh: "文件超过 \(limit) 字节")
            case .misnamed:
                Message(
                    en: "no address can be made of this name: it is not UTF-8, or holds a control character",
                    zh: "这个文件名不能用作地址：不是 UTF-8，或含有控制字符")
            case .failed: Message(en: "this can't be read", zh: "读取失败")
            }
        return Diagnostic(.unreadable, at: SourceLocation(file: path), message)
    }
}
