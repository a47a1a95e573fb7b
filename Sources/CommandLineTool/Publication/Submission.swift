import Diagnostics
import Gateway
import Glibc
import Outputs
import SiteModel

/// Tells a search engine of changed addresses, batch by batch; what was accepted is taken down, so that it is not sent again.
struct Submission {
    private let invocation: Invocation
    private let settings: SiteSettings
    private let format: String
    private let old: ContentManifest
    private let new: ContentManifest

    init(_ invocation: Invocation, _ settings: SiteSettings, format: String, old: ContentManifest, new: ContentManifest)
    {
        self.invocation = invocation
        self.settings = settings
        self.format = format
        self.old = old
        self.new = new
    }

    func run(_ addresses: [String], _ ledger: Ledger) throws(Ledger.Problem) -> ExitCode {
        guard invocation.arguments.flags.contains("--submit") else { return preview(addresses) }
        guard let requests = requests(addresses) else { return .usage }
        var accepted: Set<String> = []
        var (isComplete, isWhole) = (true, true)
        for request in requests {
            switch request.send({ GatewayClient.World.real.transfer($0) }) {
            case .accepted(let reply, let refused):
                let taken = Set(request.addresses).subtracting(refused)
                accepted.formUnion(taken)
                say(
                    Message(
                        en: "\(request.place): \(taken.count) addresses, \(reply)",
                        zh: "\(request.place)：\(taken.count) 个地址，\(reply)"))
                for address in refused { say(Message(en: "not taken: \(address)", zh: "未被接受：\(address)")) }
                isWhole = isWhole && refused.isEmpty
                // At once: whatever becomes of the next batch, this one is not sent again.
                try ledger.write(merged(accepted))
            case .refused(let reason):
                isComplete = false
                say(Message(en: "\(request.place): refused: \(reason)", zh: "\(request.place)：被拒绝：\(reason)"))
            }
            // Who refuses one batch refuses the next.
            if !isComplete { break }
        }
        isWhole = isWhole && isComplete
        if isWhole, !requests.isEmpty { try ledger.write(new) }
        return isWhole ? .fine : .inputOutput
    }
}

extension Submission {
    /// What would be sent.
    private func preview(_ addresses: [String]) -> ExitCode {
        if format == "baidu" {
            invocation.terminal.result(BaiduPush.bodies(addresses).joined())
            return .fine
        }
        guard let key = settings.machines.push.indexNowKey else { return missing("push.indexnow_key") }
        let bodies = IndexNowPush.bodies(addresses, key: key, baseURL: settings.baseURL)
        invocation.terminal.result(bodies.map { $0 + "\n" }.joined())
        return .fine
    }

    private func requests(_ addresses: [String]) -> [PushRequest]? {
        let agent = "citable/" + Version.number
        let push = settings.machines.push
        if format == "indexnow" {
            guard let key = push.indexNowKey else {
                _ = missing("push.indexnow_key")
                return nil
            }
            return IndexNowPush.requests(addresses, key: key, settings, userAgent: agent)
        }
        guard let name = push.baiduTokenVariable else {
            _ = missing("push.baidu_token_env")
            return nil
        }
        guard let value = getenv(name), value.pointee != 0 else {
            say(Message(en: "the environment variable \(name) is not set", zh: "没有设置环境变量 \(name)"))
            return nil
        }
        return BaiduPush.requests(addresses, token: String(cString: value), settings, userAgent: agent)
    }

    /// The old state with the new one of what was accepted.
    private func merged(_ accepted: Set<String>) -> ContentManifest {
        let kept = old.entries.filter { !accepted.contains($0.url) }
        return ContentManifest(kept + new.entries.filter { accepted.contains($0.url) })
    }

    private func missing(_ setting: String) -> ExitCode {
        say(Message(en: "Content/site.yaml lacks \(setting)", zh: "Content/site.yaml 缺少 \(setting)"))
        return .usage
    }

    private func say(_ message: Message) { invocation.terminal.complain(message, in: invocation.language) }
}
