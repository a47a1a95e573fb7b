import ContentLoading
import Diagnostics
import Outputs
import Parallel
import SiteModel

/// The files of a finished folder as they lie there, compared with each other: what a build, a copy or a hand made of them.
struct FinishedFiles {
    private let files: SiteFiles
    private let view: SiteView

    private static let sizeLimit = 64 * 1024 * 1024

    /// - Parameter folder: path on this machine.
    init(_ folder: String, _ view: SiteView) {
        files = SiteFiles(root: folder)
        self.view = view
    }

    /// - Parameter others: the files of the whole site that say something of pages, with the names of their formats.
    func disagreements(_ others: [(path: String, format: String)], jobs: Int) async -> [Diagnostic] {
        let pages = await ParallelWork(jobs: jobs, chunk: 64).results(of: view.pageCount) { range in
            range.map { page(PageIndex($0)) }
        }.joined()
        var found = pages.flatMap(\.diagnostics)
        var read: [(path: String, format: String, bytes: [UInt8])] = []
        for other in others {
            guard let bytes = try? files.read(other.path, limit: Self.sizeLimit) else {
                found.append(Self.missing(other.path, at: nil))
                continue
            }
            read.append((other.path, other.format, bytes))
        }
        let ofSite = AgreementRegistry.disagreements(
            read, pages.compactMap(\.summary), baseURL: view.settings.baseURL)
        return found + ofSite.map { $0.diagnostic(at: nil) }
    }
}

extension FinishedFiles {
    private func page(_ page: PageIndex) -> (summary: PageSummary?, diagnostics: [Diagnostic]) {
        let header = view.header(page)
        // The page for 404 has no twin.
        guard header.kind != "not-found" else { return (nil, []) }
        let place = header.body?.file.wholeFile
        let (address, limit) = (header.address, Self.sizeLimit)
        guard let html = try? files.read(address.htmlFile, limit: limit) else {
            return (nil, [Self.missing(address.htmlFile, at: place)])
        }
        guard let twin = try? files.read(address.twinFile, limit: limit) else {
            return (nil, [Self.missing(address.twinFile, at: place)])
        }
        let projections = PageProjections(path: address.path, html: html, twin: twin, baseURL: view.settings.baseURL)
        return (
            projections.summary, AgreementRegistry.disagreements(projections).map { $0.diagnostic(at: place) }
        )
    }

    private static func missing(_ path: String, at place: SourceLocation?) -> Diagnostic {
        Diagnostic(
            .disagreement, at: place,
            Message(en: "\(path) can't be read in the finished folder", zh: "成品文件夹中读不到 \(path)"))
    }
}
