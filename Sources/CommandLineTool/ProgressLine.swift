import Diagnostics
import SiteBuilder

/// Shows on a terminal how far a build has come, when it takes longer than a second.
struct ProgressLine {
    let progress: BuildProgress
    let terminal: Terminal
    let language: MessageLanguage

    /// Does the work, and meanwhile shows the line; nothing of it is left afterwards.
    func during<Result: Sendable, Failure: Error>(
        _ work: @Sendable () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        guard terminal.isInteractive else { return try await work() }
        let line = Task { await show() }
        let result: Swift.Result<Result, Failure>
        do throws(Failure) {
            result = .success(try await work())
        } catch {
            result = .failure(error)
        }
        line.cancel()
        _ = await line.value
        return try result.get()
    }

    private func show() async {
        var isShown = false
        do {
            try await Task.sleep(for: .seconds(1))
            while true {
                terminal.message("\r\u{1B}[K" + text.text(in: language))
                isShown = true
                try await Task.sleep(for: .milliseconds(200))
            }
        } catch {
            if isShown { terminal.message("\r\u{1B}[K") }
        }
    }

    private var text: Message {
        guard let pages = progress.pages else { return Message(en: "loading …", zh: "正在读取……") }
        return Message(en: "\(pages.done) of \(pages.wanted) pages …", zh: "已生成 \(pages.done)/\(pages.wanted) 页……")
    }
}
