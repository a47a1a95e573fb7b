import Bytes
import ContentLoading
import Incremental
import Outputs
import SiteModel

/// What a build leaves for the next one: what it read, what it made of it, and which questions each output asked.
struct BuildRecord: Sendable {
    /// Goes up when the form of the record changes, or what any part of it means.
    static let version: UInt64 = 1

    /// What everything depends on: program, options, settings, phrases, names of assets.
    var frame: Fingerprint
    /// Of all files below `Content/` and `Templates/`, as the file system sees them.
    var listing: Fingerprint
    /// Of the files that the catalog is read from.
    var catalog: Fingerprint
    /// Of what questions are about beside pages.
    var companions: Fingerprint
    /// The UTC day of `--now`, and the next and the last moment at which time alone changes something.
    var clock: BuildClock
    /// Whether the build had nothing to say.
    var isSilent: Bool

    var load: LoadCache
    /// By page position.
    var pages: [PageEntry]
    /// What the values that all pages share asked.
    var globals: ReadTrace
    var tasks: [TaskEntry]
    /// Copied files and assets.
    var copies: [OutputFile]
    var questions: QuestionTable
    /// How many questions there were when those that nobody asked were left out last.
    var compactCount = 0
    /// Of the options of the build.
    var options = Fingerprint(of: [])
    /// Counts builds that rendered something.
    var generation: Int

    var folders: OutputFolders
    /// Nil when there is no spare tree.
    var spare: OutputFolders?
    /// The files in which the spare differs from what is published.
    var pending: [String]

    /// A page, rendered.
    struct PageEntry: Sendable {
        /// Language and id.
        let name: String
        /// Of its file, or of nothing for a generated page.
        var source: Fingerprint
        var face: Fingerprint
        /// Replies about the page itself by question kind, where somebody asked.
        var replies: [UInt8: Fingerprint]
        /// HTML and twin.
        var files: [OutputFile]
        var twin: PageProducts.Twin?
        var inlineCode: InlineCode
        /// The build in which the twin's bytes changed last.
        var generation: Int
        var trace: ReadTrace
        /// Whether something was said about it: then it is rendered each time, so that it is said again.
        var isSilent: Bool
        var cause: RenderCause
    }

    /// A file that is made of many pages.
    struct TaskEntry: Sendable {
        /// Of what is to be made.
        let plan: Fingerprint
        var file: OutputFile
        var trace: ReadTrace
        var cause: RenderCause
    }

    var publishedFiles: [OutputFile] { pages.flatMap(\.files) + tasks.map(\.file) + copies }
}

/// Why an output was rendered last.
struct RenderCause: Sendable, Hashable {
    enum Reason: UInt8, Sendable {
        /// There was no earlier build to go by.
        case first = 0
        /// Settings, phrases, options or the program changed.
        case frame = 1
        /// The output is new.
        case new = 2
        /// The reply to a question changed.
        case reply = 3
        /// Something had to be said about it again.
        case message = 4
        /// Which pages it holds changed.
        case plan = 5
    }

    var reason: Reason
    /// The build, counted from 1.
    var generation: Int
    /// The kind of the question and its key, for a reply.
    var question: SiteQuestion?
    var old: Fingerprint?
    var new: Fingerprint?

    init(
        _ reason: Reason, generation: Int, question: SiteQuestion? = nil, old: Fingerprint? = nil,
        new: Fingerprint? = nil
    ) {
        self.reason = reason
        self.generation = generation
        self.question = question
        self.old = old
        self.new = new
    }
}

/// When time alone changes a site: the checks and pages that look at `--now` do so by the day or at a moment that content names.
struct BuildClock: Sendable, Hashable {
    let day: Int
    /// The last moment before `--now` and the first one after it.
    let from: Int
    let until: Int

    init(now: Moment, moments: [Int]) {
        day = Self.day(of: now)
        from = moments.lazy.filter { $0 <= now.seconds }.max() ?? Int.min
        until = moments.lazy.filter { $0 > now.seconds }.min() ?? Int.max
    }

    init(day: Int, from: Int, until: Int) {
        self.day = day
        self.from = from
        self.until = until
    }

    /// Whether nothing changes when the build is done at another time.
    func holds(at now: Moment) -> Bool { Self.day(of: now) == day && (from..<until).contains(now.seconds) }

    private static func day(of moment: Moment) -> Int {
        moment.seconds >= 0 ? moment.seconds / 86_400 : (moment.seconds - 86_399) / 86_400
    }
}
