package import Diagnostics
import Glibc
package import SiteBuilder
package import SiteModel

/// The editor's preview: builds into a folder of its own, serves it, builds again after each change, and tells the browser.
package struct DevServer: Sendable {
    package struct Options: Sendable {
        package var build: BuildOptions
        /// `--now`; nil for the clock of each build.
        package var now: Moment?
        /// Where to listen; a name or an address of this machine.
        package var address = "127.0.0.1"
        /// Nil for the first that is free from 4000 on; 0 lets the system choose.
        package var port: Int?
        /// Looks at the folders in intervals instead of waiting for events.
        package var polls = false
        package var language = MessageLanguage.english

        package init(_ build: BuildOptions) { self.build = build }
    }

    /// What there is to say while it runs.
    package enum Event: Sendable {
        case listening(port: Int)
        /// After the first build, which may have failed.
        case ready
        case built(SiteBuild.Result, milliseconds: Int)
        case failed(OutputTree.Problem)
        /// How many warnings the texts were given, when that is another number than before.
        case reviewed(warnings: Int)
        /// The system allows no more watches, so folders are looked at in intervals.
        case polling
    }

    package enum Problem: Error, Sendable {
        case server(HTTPServer.Problem)
        /// Another preview of this site runs.
        case running
    }

    private let options: Options
    private let output: String

    private static let firstPort = 4000
    private static let portCount = 20
    /// Seconds after which a site that could not be written is tried again.
    private static let retry = 3

    package init(_ options: Options) {
        self.options = options
        output = options.build.siteRoot + "/.citable/serve"
    }

    /// Whether only this machine can reach what listens on an address.
    package static func isLoopback(_ address: String) -> Bool { RequestCheck(address: address).isLoopback }

    /// Runs until SIGINT or SIGTERM.
    package func run(_ tell: (Event) -> Void) async throws(Problem) {
        let stop = StopSignal.descriptor()
        let lock = try lock()
        defer { close(lock) }
        let preview = Preview(RequestCheck(address: options.address), language: options.language)
        let server = try listen(preview)
        tell(.listening(port: server.port))
        var watcher = FileWatcher(siteRoot: options.build.siteRoot, polls: options.polls)
        let bell = Bell()
        var review: ReviewThread?
        var warnings = 0
        var isFirst = true
        while !StopSignal.hasCome {
            if !watcher.renew() { tell(.polling) }
            review?.callOff()
            let built = await build(preview, tell) { server.announce($0) }
            if let texts = built.review {
                review = ReviewThread(texts, after: review) { found in
                    preview.take(review: found)
                    bell.ring()
                }
                review?.start()
            }
            if isFirst { tell(.ready) }
            isFirst = false
            var wake = FileWatcher.Wake.rung
            while case .rung = wake {
                wake = watcher.wait(stop: stop, bell: bell.descriptor, until: built.moment) { server.tick() }
                guard case .rung = wake, bell.isRung(), let text = preview.news() else { continue }
                server.announce(text)
                let count = preview.reviewCount
                if count != warnings { tell(.reviewed(warnings: count)) }
                warnings = count
            }
            if case .stopped = wake { break }
        }
        review?.callOff()
    }

    /// What a build leaves for later.
    private struct Built {
        var review: EditorialReview?
        /// From which second on another build would show something else; nil when time changes nothing.
        var moment: Int?
    }

    private func build(_ preview: Preview, _ tell: (Event) -> Void, announce: (String) -> Void) async -> Built {
        let start = Self.milliseconds()
        var build = options.build
        build.tellsHosting = true
        build.now = options.now ?? Moment(seconds: time(nil), zoneMinutes: 0)
        do throws(OutputTree.Problem) {
            let result = try await SiteBuild(build, output: output).run()
            let site = result.hosting.flatMap { ServedSite($0, folder: output) }
            let changes = result.published.map { $0.changed + $0.removed } ?? 0
            if let text = preview.take(site, isChanged: changes > 0, result.diagnostics) { announce(text) }
            tell(.built(result, milliseconds: Self.milliseconds() - start))
            // `--now` stands still.
            return Built(review: result.review, moment: options.now == nil ? result.nextMoment : nil)
        } catch {
            if let text = preview.take(nil, isChanged: false, [error.diagnostic]) {
                announce(text)
                tell(.failed(error))
            }
            // Nothing tells when a disk has room again.
            return Built(review: nil, moment: time(nil) + Self.retry)
        }
    }

    private func listen(_ preview: Preview) throws(Problem) -> HTTPServer {
        let ports = options.port.map { $0...$0 } ?? Self.firstPort...Self.firstPort + Self.portCount - 1
        for port in ports {
            do throws(HTTPServer.Problem) {
                return try HTTPServer(address: options.address, port: port, preview)
            } catch {
                if error == .failed(EADDRINUSE), port != ports.upperBound { continue }
                throw .server(error)
            }
        }
        throw .server(.failed(EADDRINUSE))
    }

    /// Two previews of one site would undo each other's work.
    private func lock() throws(Problem) -> Int32 {
        let folder = options.build.siteRoot + "/.citable"
        unsafe mkdir(folder, 0o755)
        let descriptor = unsafe open(folder + "/serve.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .server(.failed(errno)) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .running
        }
        return descriptor
    }

    private static func milliseconds() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
