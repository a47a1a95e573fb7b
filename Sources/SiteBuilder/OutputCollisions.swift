import Diagnostics
import SiteModel

/// Files that two sources would write: copied ones against those of the build, and among each other.
enum OutputCollisions {
    /// - Parameter paths: of the files that the build makes.
    static func among(_ paths: [String], _ statics: [StaticFile]) -> [Diagnostic] {
        var owners: [String: String] = [:]
        owners.reserveCapacity(paths.count)
        var found: [Diagnostic] = []
        for path in paths where owners.updateValue(path, forKey: key(path)) != nil {
            found.append(
                Diagnostic(
                    .outputCollision, at: nil,
                    Message(en: "two sources of the build write \(path)", zh: "构建中有两个来源都会写入 \(path)")))
        }
        for file in statics {
            guard let owner = owners.updateValue(source(of: file), forKey: key(file.path)) else { continue }
            let place = SourceLocation(file: source(of: file))
            let message =
                owner.hasPrefix("Content/")
                ? Message(
                    en: "\(owner) would be published under this name already", zh: "\(owner) 发布后会与此文件同名")
                : Message(en: "the build writes \(owner) itself", zh: "构建本身会生成 \(owner)")
            found.append(
                Diagnostic(
                    .outputCollision, at: place, message,
                    hint: Message(en: "rename or remove one of them", zh: "请重命名或删除其中一个")))
        }
        return found
    }

    private static func source(of file: StaticFile) -> String {
        if case .file(let path) = file.origin { path } else { file.path }
    }

    /// Most paths are lower-case ASCII and their own key. Strings are equal in every normal form of Unicode.
    private static func key(_ path: String) -> String {
        path.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } ? path : path.lowercased()
    }
}
