import Diagnostics
import Safety
import SiteModel

/// Looks at the text among the files that are copied as they are.
enum StaticScreening {
    /// Larger files are no text that a site ships.
    private static let limit = 64 * 1024 * 1024
    /// Never text, and often large: not even opened.
    private static let binary: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "woff", "woff2", "ttf", "otf", "mp3", "mp4", "webm", "ogg",
        "pdf", "zip", "gz", "br", "zst", "wasm",
    ]

    static func mistakes(in staticFiles: [StaticFile], _ files: SiteFiles, _ safety: SafetyScreen) -> [Diagnostic] {
        staticFiles.flatMap { file -> [Diagnostic] in
            guard case .file(let path) = file.origin, !isBinary(path),
                // Whether it can be read at all, copying it tells.
                let bytes = try? files.read(path, limit: limit), !bytes.prefix(8192).contains(0)
            else { return [] }
            let screened = safety.screen(path, bytes)
            let isMarkup = path.hasSuffix(".html") || path.hasSuffix(".svg")
            let hidden = isMarkup ? HiddenText.mistakes(in: SourceFile(path: path, bytes: screened.bytes)) : []
            return screened.diagnostics + hidden
        }
    }

    private static func isBinary(_ path: String) -> Bool {
        path.split(separator: ".").last.map { binary.contains($0.lowercased()) } ?? false
    }
}
