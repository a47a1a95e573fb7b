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
        let message =
            switch problem {
            case .notThere: Message(en: "the file is not there", zh: "文件不存在")
            case .notRegular:
                Message(en: "this is no regular file; symbolic links are not followed", zh: "这不是普通文件；不会跟随符号链接")
            case .tooLarge(let limit):
                Message(en: "the file has more than \(limit) bytes", zh: "文件超过 \(limit) 字节")
            case .failed(let code):
                Message(en: "the file can't be read (errno \(code))", zh: "文件读不了（errno \(code)）")
            }
        return Diagnostic(.unreadable, at: SourceLocation(file: path), message)
    }
}
