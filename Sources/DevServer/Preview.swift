package import Diagnostics
import Glibc
import SiteBuilder
import SiteModel
internal import Synchronization

/// Answers requests from the last site that could be built, and knows what is wrong with the one that couldn't.
package final class Preview: Sendable {
    private struct State {
        var site: ServedSite?
        var diagnostics: [Diagnostic] = []
        /// What was said of the texts, of this site or the one before.
        var review = Abridgement([])
        /// Counts sites, and reports that differ.
        var build = 0
        var report = 0
        var hasBuilt = false
    }

    private let state = Mutex(State())
    private let check: RequestCheck
    private let language: MessageLanguage
    private let labels: [UInt8]
    /// Tells this server from one that ran on the same port before.
    private let run: String

    package init(_ check: RequestCheck, language: MessageLanguage) {
        self.check = check
        self.language = language
        labels = PreviewLabels.json(language)
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        run = String(time.tv_sec * 1_000_000_000 + time.tv_nsec, radix: 36)
    }

    /// Takes what a build gave.
    /// - Parameter site: nil when nothing was published; then the one before stays.
    /// - Returns: what is to be announced; nil when nobody would see a difference.
    package func take(_ site: ServedSite?, isChanged: Bool, _ diagnostics: [Diagnostic]) -> String? {
        state.withLock { state in
            let isFirst = !state.hasBuilt
            state.hasBuilt = true
            if let site {
                if isChanged || state.site == nil { state.build += 1 }
                state.site = site
            }
            let isNewReport = state.diagnostics != diagnostics
            if isNewReport { state.report += 1 }
            state.diagnostics = diagnostics
            return isFirst || isChanged && site != nil || isNewReport ? Self.announcement(state, run) : nil
        }
    }

    /// Takes what was said of the texts, a while after the build.
    package func take(review found: [Diagnostic]) {
        let abridged = Abridgement(found)
        state.withLock { state in
            guard state.review != abridged else { return }
            state.review = abridged
            state.report += 1
        }
    }

    /// What is to be announced of the site and what is said of it; nil before the first build.
    package func news() -> String? { state.withLock { $0.hasBuilt ? Self.announcement($0, run) : nil } }

    /// How many warnings the texts were given.
    package var reviewCount: Int { state.withLock { $0.review.shown.count + $0.review.leftCount } }

    package func answer(_ request: HTTPRequest) -> HTTPAnswer {
        if let refusal = check.refusal(of: request) { return text(refusal.status, refusal.reason) }
        guard request.method == "GET" || request.method == "HEAD" else {
            var answer = text(405, Message(en: "only GET and HEAD are answered", zh: "只接受 GET 和 HEAD"))
            answer.headers.append(("Allow", "GET, HEAD"))
            return answer
        }
        let state = state.withLock { $0 }
        if request.target.hasPrefix(PreviewPaths.folder) { return own(request, state) }
        guard let site = state.site else { return unbuilt(request, state) }
        let target: RequestTarget
        do throws(RequestTarget.Refusal) {
            target = try RequestTarget(request.target)
        } catch {
            guard error == .nowhere, let elsewhere = try? RequestTarget("/404") else {
                return text(400, Message(en: "this is no path", zh: "这不是有效的路径"))
            }
            return missing(404, request, elsewhere, site, state)
        }
        switch site.routes.route(target, wantsMarkdown: AcceptHeader.wantsMarkdown(request.accept)) {
        case .file(let file), .page(let file): return send(file, request, target, site, state)
        case .moved(let status, let location):
            return HTTPAnswer(status, site.headers.common(target) + [("Location", location)])
        case .gone: return missing(410, request, target, site, state)
        case .absent: return missing(404, request, target, site, state)
        }
    }
}

extension Preview {
    private static func announcement(_ state: State, _ run: String) -> String {
        let errors = state.diagnostics.count { $0.severity == .error }
        let piece = JSONPiece.object([
            ("build", .text(name(state, run))), ("report", .number(state.report)), ("errors", .number(errors)),
            (
                "warnings",
                .number(state.diagnostics.count - errors + state.review.shown.count + state.review.leftCount)
            ),
        ])
        return String(decoding: piece.bytes, as: UTF8.self)
    }

    private static func name(_ state: State, _ run: String) -> String { "\(run)-\(state.build)" }

    private func text(_ status: Int, _ message: Message) -> HTTPAnswer { .text(status, message.text(in: language)) }

    private func send(
        _ file: String, _ request: HTTPRequest, _ target: RequestTarget, _ site: ServedSite, _ state: State
    ) -> HTTPAnswer {
        var headers = site.headers.headers(target, file: file)
        if file.hasSuffix(".html"), request.isNavigation, let html = site.bytes(of: file) {
            return HTTPAnswer(200, headers, .bytes(document(html, target, site, state)))
        }
        guard let found = site.open(file) else { return missing(404, request, target, site, state) }
        headers.append(("ETag", found.tag))
        if Self.isKnown(found.tag, request.knownTags) {
            close(found.descriptor)
            return HTTPAnswer(304, headers)
        }
        return HTTPAnswer(200, headers, .file(descriptor: found.descriptor, length: found.length))
    }

    private static func isKnown(_ tag: String, _ known: String?) -> Bool {
        guard let known else { return false }
        return known == "*"
            || known.split(separator: ",").contains { $0.drop { $0 == " " || $0 == "W" || $0 == "/" } == tag }
    }

    /// The site's own page for what isn't there.
    private func missing(
        _ status: Int, _ request: HTTPRequest, _ target: RequestTarget, _ site: ServedSite, _ state: State
    ) -> HTTPAnswer {
        guard let html = site.bytes(of: "404.html") else {
            return text(status, Message(en: "there is nothing at this address", zh: "该地址没有内容"))
        }
        let headers = site.headers.common(target) + [("Content-Type", "text/html; charset=utf-8")]
        let body = request.isNavigation ? document(html, target, site, state) : html
        return HTTPAnswer(status, headers, .bytes(body))
    }

    private func document(_ html: [UInt8], _ target: RequestTarget, _ site: ServedSite, _ state: State) -> [UInt8] {
        let mark = site.hosting.withheld[target.path].map { WithheldWords.text($0).text(in: language) }
        return PreviewDocument.page(html, build: Self.name(state, run), labels: labels, mark: mark)
    }

    /// Before there is a site to show.
    private func unbuilt(_ request: HTTPRequest, _ state: State) -> HTTPAnswer {
        let title =
            state.hasBuilt
            ? Message(en: "The site can't be built", zh: "站点无法生成")
            : Message(en: "The site is being built", zh: "正在生成站点")
        let report = TextFormat.report(state.diagnostics, language: language, colour: false)
        let status = state.hasBuilt ? 500 : 503
        guard request.isNavigation else { return .text(status, title.text(in: language) + "\n" + report) }
        let notice = PreviewDocument.notice(
            title: title.text(in: language), text: report, language: language == .chinese ? "zh-Hans" : "en")
        let page = PreviewDocument.page(notice, build: Self.name(state, run), labels: labels, mark: nil)
        return HTTPAnswer(
            status, [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")], .bytes(page))
    }

    /// What the preview's script asks for.
    private func own(_ request: HTTPRequest, _ state: State) -> HTTPAnswer {
        let parts = request.target.split(separator: "?", maxSplits: 1)
        let query = parts.count > 1 ? String(parts[1]) : ""
        switch String(parts[0]) {
        case PreviewPaths.script: return own("text/javascript", ClientFiles.script)
        case PreviewPaths.style: return own("text/css", ClientFiles.style)
        case PreviewPaths.mistakes:
            return own(
                "application/json",
                MistakeList.json(state.diagnostics + state.review.shown, left: state.review.leftCount, language))
        case PreviewPaths.events:
            let headers = [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")]
            // Nobody listens to the answer to HEAD.
            return HTTPAnswer(200, headers, request.method == "HEAD" ? .bytes([]) : .events)
        case PreviewPaths.agent:
            guard let site = state.site, query.hasPrefix("path="),
                let target = try? RequestTarget(String(query.dropFirst(5)))
            else { return text(404, Message(en: "there is no such page", zh: "没有这个页面")) }
            return own("application/json", AgentView(site, target).json)
        default: return text(404, Message(en: "there is nothing at this address", zh: "该地址没有内容"))
        }
    }

    private func own(_ type: String, _ bytes: [UInt8]) -> HTTPAnswer {
        HTTPAnswer(
            200,
            [
                ("Content-Type", type + "; charset=utf-8"), ("Cache-Control", "no-store"),
                ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"),
            ], .bytes(bytes))
    }
}
