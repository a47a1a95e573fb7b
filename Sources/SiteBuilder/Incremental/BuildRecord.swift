import Bytes
import ContentLoading
import Incremental
import Outputs
import SiteModel

/// What a build leaves for the next one: what it read, what it made of it, and which questions each output asked.
struct BuildRecord: Sendable {
    /// Goes up when the form of the record changes, or what any part of it means.
    static let version: UInt64 = 10

    /// What everything depends on: program, options, settings, phrases, names of assets.
    var frame: Fingerprint
    /// Of all files below `Content/` and `Templates/`, as the file system sees them.
    var listing: Fingerprint
    /// Of everything but page files, as the file system sees it.
    var others: Fingerprint
    /// Of the files that the catalog is read from.
    var catalog: Fingerprint
    /// Of what questions are about beside pages.
    var companions: Fingerprint
    /// The UTC day of `--now`, and the next and the last moment at which time alone changes something.
    var clock: BuildClock
    /// Whether the build had nothing to say.
    var isSilent: Bool

    /// The bytes that the record was read from; what did not change is copied from them.
    var stored: [UInt8] = []
    var load: LoadCache
    /// By page position.
    var pages: [PageEntry]
    /// What the values that all pages share asked.
    var globals: ReadTrace
    var tasks: [TaskEntry]
    /// What deciding about the files of each format asked.
    var plans: [PlanEntry]
    /// Copied files and assets.
    var copies: [CopiedFile]
    /// What was packed ahead of time.
    var packed: [Precompression.Entry] = []
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
    final class PageEntry: Sendable {
        /// Language and id.
        let name: String
        /// Path of its file inside the project; nil for a generated page.
        let sourcePath: String?
        /// Of its file, or of nothing for a generated page.
        let source: Fingerprint
        let face: Fingerprint
        /// Stands for the date that it shows.
        let modified: Int
        let replies: OwnReplies
        /// HTML and twin.
        let files: [OutputFile]
        let twin: PageProducts.Twin?
        let inlineCode: InlineCode
        /// The images that machine files name.
        let images: [String]
        /// The build in which the twin's bytes changed last.
        let generation: Int
        let trace: ReadTrace
        /// Whether something was said about it: then it is rendered each time, so that it is said again.
        let isSilent: Bool
        let cause: RenderCause
        /// Where the entry stands in the bytes of the record that it was read with.
        let stored: Range<Int>?

        init(
            name: String, sourcePath: String?, source: Fingerprint, face: Fingerprint, modified: Int,
            replies: OwnReplies,
            files: [OutputFile], twin: PageProducts.Twin?, inlineCode: InlineCode,
            images: [String],
            generation: Int,
            trace: ReadTrace, isSilent: Bool, cause: RenderCause, stored: Range<Int>? = nil
        ) {
            self.name = name
            self.sourcePath = sourcePath
            self.source = source
            self.face = face
            self.modified = modified
            self.replies = replies
            self.files = files
            self.twin = twin
            self.inlineCode = inlineCode
            self.images = images
            self.generation = generation
            self.trace = trace
            self.isSilent = isSilent
            self.cause = cause
            self.stored = stored
        }

        /// The same page with the trace in other numbers.
        func with(_ trace: ReadTrace) -> PageEntry {
            PageEntry(
                name: name, sourcePath: sourcePath, source: source, face: face, modified: modified, replies: replies,
                files: files, twin: twin, inlineCode: inlineCode, images: images,
                generation: generation, trace: trace,
                isSilent: isSilent, cause: cause)
        }
    }

    /// A file that is made of many pages.
    struct TaskEntry: Sendable {
        /// Of what is to be made.
        let plan: Fingerprint
        let format: String
        let languageCode: String?
        /// In the numbers of the record, and without its language.
        var task: OutputTask
        var file: OutputFile
        var trace: ReadTrace
        var cause: RenderCause
    }

    /// Which files of a format there are.
    struct PlanEntry: Sendable {
        let format: String
        var trace: ReadTrace
    }

    var publishedFiles: [OutputFile] { packed.isEmpty ? ownFiles : ownFiles + packed.flatMap(\.files) }

    /// Without those that are others, packed.
    var ownFiles: [OutputFile] {
        var files: [OutputFile] = []
        files.reserveCapacity(ownCount)
        for page in pages { files += page.files }
        for task in tasks { files.append(task.file) }
        return files + copies.map(\.file)
    }

    var fileCount: Int { packed.reduce(ownCount) { $0 + $1.files.count } }

    private var ownCount: Int { pages.reduce(tasks.count + copies.count) { $0 + $1.files.count } }

    /// Whether everything but page files is as it was, time included, and nothing had to be said.
    func isKnownGood(for sources: SiteSources, _ options: BuildOptions) -> Bool {
        isSilent && clock.holds(at: options.now) && self.options == OptionsFingerprint.of(options)
            && sources.companions(beside: load) == others
    }
}

/// Why an output was rendered last. A class, since most outputs of a build share one.
final class RenderCause: Sendable {
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
        /// The published folder was not as the build before had left it.
        case touched = 6
    }

    let reason: Reason
    /// The build, counted from 1.
    let generation: Int
    /// The kind of the question and its key, for a reply.
    let question: SiteQuestion?
    let old: Fingerprint?
    let new: Fingerprint?

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
