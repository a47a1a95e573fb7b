package import Diagnostics
package import SiteModel

/// Asks a gateway: one origin, few redirects, few attempts, and an end in time.
package struct GatewayClient {
    /// Why there is no reply.
    package struct Failure: Error, Sendable {
        /// Whether a rule forbade it, rather than the network or the gateway.
        package let isRule: Bool
        package let message: Message
        /// The status of the answer, where one came that can't be used.
        package var status: Int?
    }

    /// What stands in place of the network and the clock in tests.
    package struct World: Sendable {
        package let transfer: @Sendable (HTTPRequest) -> HTTPOutcome
        /// Milliseconds of a clock that only goes forward.
        package let clock: @Sendable () -> Int
        package let sleep: @Sendable (Int) -> Void
        /// Seconds since 1970.
        package let date: @Sendable () -> Int

        package init(
            transfer: @escaping @Sendable (HTTPRequest) -> HTTPOutcome, clock: @escaping @Sendable () -> Int,
            sleep: @escaping @Sendable (Int) -> Void, date: @escaping @Sendable () -> Int
        ) {
            self.transfer = transfer
            self.clock = clock
            self.sleep = sleep
            self.date = date
        }
    }

    private let source: CatalogSettings.Source
    private let key: GatewayKey?
    private let userAgent: String
    private let world: World
    private let end: Int
    /// The key goes nowhere else.
    private let origin: String?

    /// Of one request, as the whole of the source has its own.
    private static let requestMilliseconds = 10_000
    private static let redirectLimit = 3
    private static let redirects: Set<Int> = [301, 302, 303, 307, 308]
    /// Milliseconds before the second and the third attempt.
    private static let waits = [500, 2000]

    package init(_ source: CatalogSettings.Source, key: GatewayKey?, userAgent: String, world: World) {
        self.source = source
        self.key = key
        self.userAgent = userAgent
        self.world = world
        end = world.clock() + source.timeout * 1000
        origin = source.url.flatMap { GatewayAddress($0)?.origin }
    }

    /// Whether there is a key to send.
    package var hasKey: Bool { key != nil }

    /// Whether a link on an address may be followed.
    package func mayFollow(_ target: GatewayAddress, from address: GatewayAddress) -> Bool {
        origin.map { address.leads(to: target, within: source.hosts, of: $0) } ?? false
    }

    /// The answer to a request: 200, or 304 when `conditions` were sent.
    /// - Parameters:
    ///   - conditions: header lines that make the request conditional.
    ///   - sendsKey: false for addresses that were guessed.
    package func get(
        _ address: GatewayAddress, conditions: [String] = [], sendsKey: Bool = true
    ) throws(Failure) -> HTTPAnswer {
        var answer = try follow(address, conditions, sendsKey)
        if answer.status == 304, conditions.isEmpty {
            // Nothing was asked that this could answer.
            answer = try follow(address, ["Cache-Control: no-cache"], sendsKey)
        }
        guard answer.status == 200 || answer.status == 304 && !conditions.isEmpty else {
            throw refused(address, answer)
        }
        return answer
    }
}

extension GatewayClient {
    private func follow(
        _ address: GatewayAddress, _ conditions: [String], _ sendsKey: Bool
    ) throws(Failure) -> HTTPAnswer {
        var address = address
        var isOwn = true
        for _ in 0...Self.redirectLimit {
            // Who was sent elsewhere and back comes without the key: the other host chose the address.
            isOwn = isOwn && address.origin == origin
            let answer = try attempt(address, conditions, sendsKey && isOwn)
            guard Self.redirects.contains(answer.status) else { return answer }
            let target = answer.header("location").flatMap { address.resolving($0) }
            guard let target, mayFollow(target, from: address) else { throw notFollowed(target, address) }
            address = target
        }
        throw Failure(
            isRule: true,
            message: Message(
                en: "\(address.text): more than \(Self.redirectLimit) redirects",
                zh: "\(address.text)：重定向超过 \(Self.redirectLimit) 次"))
    }

    /// Tries again only where the gateway says that it could help: too many requests, or a fault of its own.
    private func attempt(
        _ address: GatewayAddress, _ conditions: [String], _ sendsKey: Bool
    ) throws(Failure) -> HTTPAnswer {
        var waits = Self.waits[...]
        while true {
            let answer = try once(address, conditions, sendsKey)
            guard answer.status == 429 || answer.status >= 500, let usual = waits.popFirst() else { return answer }
            let wait = max(usual, (seconds(askedBy: answer) ?? 0) * 1000)
            guard wait < end - world.clock() else { return answer }
            world.sleep(wait)
        }
    }

    /// How long the gateway wants to be left alone, at most a year; nil where it says nothing that can be understood.
    /// Source: RFC 9110, section 10.2.3.
    private func seconds(askedBy answer: HTTPAnswer) -> Int? {
        guard let text = answer.header("retry-after"), !text.isEmpty else { return nil }
        let year = 366 * 86_400
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return min(Int(text) ?? year, year) }
        let now = world.date()
        guard let time = HTTPDate.seconds(text, now: now) else { return nil }
        // Its clock may be wrong, but by the same in both headers.
        let itsNow = answer.header("date").flatMap { HTTPDate.seconds($0, now: now) } ?? now
        return min(max(time - itsNow, 0), year)
    }

    private func once(
        _ address: GatewayAddress, _ conditions: [String], _ sendsKey: Bool
    ) throws(Failure) -> HTTPAnswer {
        let left = end - world.clock()
        guard left > 0 else { throw timeIsUp(address) }
        var headers = ["Accept: application/json", "User-Agent: " + userAgent] + conditions
        if sendsKey, let key { headers.append(key.header) }
        let request = HTTPRequest(
            url: address.request, headers: headers, milliseconds: min(left, Self.requestMilliseconds),
            byteLimit: CatalogReply.byteLimit, allowsHTTP: source.allowsLoopback && address.isLoopback,
            allowsLoopback: source.allowsLoopback, allowsPrivate: source.allowsPrivate)
        switch world.transfer(request) {
        case .answered(let answer): return answer
        case .timedOut: throw timeIsUp(address)
        case .forbiddenAddress(let number):
            throw Failure(
                isRule: true,
                message: Message(
                    en: "\(address.text): the address \(number) is not permitted",
                    zh: "\(address.text)：不允许访问地址 \(number)"))
        case .tooLarge:
            throw Failure(
                isRule: true,
                message: Message(
                    en: "\(address.text): the reply has more than \(CatalogReply.byteLimit) bytes",
                    zh: "\(address.text)：回复超过 \(CatalogReply.byteLimit) 字节"))
        case .failed(let reason):
            throw Failure(
                isRule: false,
                message: Message(en: "\(address.text): \(shown(reason))", zh: "\(address.text)：\(shown(reason))"))
        case .noLibrary:
            throw Failure(
                isRule: false,
                message: Message(en: "libcurl.so.4 is not on this machine", zh: "本机没有 libcurl.so.4"))
        }
    }

    private func notFollowed(_ target: GatewayAddress?, _ address: GatewayAddress) -> Failure {
        let place = target.map { " (" + shown($0.origin) + ")" } ?? ""
        return Failure(
            isRule: true,
            message: Message(
                en: "\(address.text) redirects to another gateway\(place), which is not followed"
                    + "; ‘hosts’ of the source can allow it",
                zh: "\(address.text) 重定向到别的网关\(place)，不会跟随；可在来源的 hosts 中允许"))
    }

    private func timeIsUp(_ address: GatewayAddress) -> Failure {
        Failure(isRule: false, message: Message(en: "\(address.text): time is up", zh: "\(address.text)：超时"))
    }

    private func refused(_ address: GatewayAddress, _ answer: HTTPAnswer) -> Failure {
        let text = shown(String(decoding: answer.body.prefix(800), as: UTF8.self))
        let quote = text.isEmpty ? "" : ": ‘\(text)’"
        var advice = ("", "")
        if answer.status == 401 || answer.status == 403 {
            let name = source.keyVariable ?? "key_env"
            advice =
                source.keyVariable == nil
                ? ("; name the key's variable in ‘key_env’", "；请在 key_env 中写明密钥的环境变量名")
                : ("; is the key in \(name) right?", "；请检查环境变量 \(name) 中的密钥")
        }
        if let seconds = seconds(askedBy: answer), seconds > 0 {
            advice = ("; it asks to wait \(seconds) s", "；它要求等待 \(seconds) 秒")
        }
        return Failure(
            isRule: false,
            message: Message(
                en: "\(address.text) answered \(answer.status)\(quote)\(advice.0)",
                zh: "\(address.text) 返回 \(answer.status)\(quote)\(advice.1)"), status: answer.status)
    }

    /// A text from outside, for a message: cut, on one line, without the key.
    private func shown(_ text: String) -> String {
        Quoted.text(key?.redacted(text) ?? text, limit: 200)
    }
}
