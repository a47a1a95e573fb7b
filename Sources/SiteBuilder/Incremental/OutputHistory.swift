import Bytes
package import Diagnostics
import Incremental
import Outputs

/// Why the files of a published site were rendered last, from the record of its builds.
package struct OutputHistory: Sendable {
    private let record: BuildRecord

    /// - Parameter output: the folder that was published to.
    /// - Returns: nil when no build left a record of it.
    package init?(siteRoot: String, output: String) async {
        let store = BuildStore(siteRoot: siteRoot, output: OutputTree(path: output).path)
        guard let record = await store.load(jobs: 1) else { return nil }
        self.record = record
    }

    /// The published files, in any order.
    package var paths: [String] { record.publishedFiles.map(\.path) }

    /// The files that are made of a page's source, by its path inside the project.
    package func files(from source: String) -> [String] {
        let parts = source.split(separator: "/")
        guard parts.count > 2, source.hasSuffix(".md") else { return [] }
        return record.pages.first { $0.sourcePath == source }?.files.map(\.path) ?? []
    }

    /// What to say of a file below the published folder; nil when it is none of the site's.
    package func story(of path: String) -> [Message]? {
        if let page = record.pages.first(where: { $0.files.contains { $0.path == path } }) {
            let origin =
                page.sourcePath.map { Message(en: "made of \($0)", zh: "来自 \($0)") }
                ?? Message(en: "a generated page: \(page.name)", zh: "自动生成的页面：\(page.name)")
            return [origin, Self.text(page.cause), kept(page.cause), reads(page.trace.count)]
        }
        if let task = record.tasks.first(where: { $0.file.path == path }) {
            let origin = Message(
                en: "made of the whole site by the format ‘\(task.format)’", zh: "由格式“\(task.format)”根据整个站点生成")
            return [origin, Self.text(task.cause), kept(task.cause), reads(task.trace.count)]
        }
        guard record.copies.contains(where: { $0.file.path == path }) else { return nil }
        return [Message(en: "copied as it is", zh: "原样复制")]
    }
}

extension OutputHistory {
    private func kept(_ cause: RenderCause) -> Message {
        cause.generation == record.generation
            ? Message(en: "the last build that changed anything rendered it", zh: "最近一次有变化的构建生成了它")
            : Message(
                en: "kept since: the last build was number \(record.generation), and every reply was the same",
                zh: "此后一直保留：最近一次构建是第 \(record.generation) 次，其间所有答复都没有变化")
    }

    private func reads(_ count: Int) -> Message {
        Message(en: "it rests on \(count) questions", zh: "它依赖 \(count) 个问题的答复")
    }

    private static func text(_ cause: RenderCause) -> Message {
        let number = cause.generation
        switch cause.reason {
        case .first:
            return Message(
                en: "rendered in build \(number): there was no earlier build to go by",
                zh: "第 \(number) 次构建时生成：没有可依据的先前构建")
        case .frame:
            return Message(
                en: "rendered in build \(number): the settings, phrases, options or the program changed",
                zh: "第 \(number) 次构建时生成：设置、界面用语、选项或程序有变化")
        case .touched:
            return Message(
                en: "rendered in build \(number): the published folder was not as the build before had left it",
                zh: "第 \(number) 次构建时生成：发布文件夹与上次构建留下的不一致")
        case .new: return Message(en: "rendered in build \(number): it was new", zh: "第 \(number) 次构建时生成：此前没有这个文件")
        case .message:
            return Message(
                en: "rendered in build \(number): something was said about it, which is said again each time",
                zh: "第 \(number) 次构建时生成：它有需要每次重复的提示")
        case .plan:
            return Message(
                en: "rendered in build \(number): the pages that stand in it changed",
                zh: "第 \(number) 次构建时生成：其中包含的页面有变化")
        case .reply:
            let question = cause.question.map { words($0) } ?? Message(en: "a question", zh: "某个问题")
            let (old, new) = (shortened(cause.old), shortened(cause.new))
            return Message(
                en: "rendered in build \(number), because this changed: \(question.english) (\(old) → \(new))",
                zh: "第 \(number) 次构建时生成，原因是：\(question.chinese)（\(old) → \(new)）")
        }
    }

    private static func shortened(_ fingerprint: Fingerprint?) -> String {
        fingerprint.map { String($0.hexadecimal.prefix(8)) } ?? "–"
    }
}
