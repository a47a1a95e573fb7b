import Diagnostics
import SiteModel
import Testing

@testable import Outputs

/// Which pages have most in common.
@Suite struct RelatedIndexTests {
    private static let chinese = Language(code: "zh", tag: "zh-Hans", name: "中文")
    private static let english = Language(code: "en", tag: "en", name: "English")

    private struct Sample {
        var title: String
        var tags: [String] = []
        var models: [String] = []
        var language = RelatedIndexTests.chinese
    }

    private func site(_ samples: [Sample]) -> (headers: [PageHeader], faces: [PageFace]) {
        var headers: [PageHeader] = []
        var all: [PageFace] = []
        for (number, sample) in samples.enumerated() {
            var header = PageHeader(
                id: PageID("docs/p\(number)"), kind: "doc", folder: "docs", language: sample.language,
                address: SiteAddress("/docs/p\(number)"), title: sample.title)
            header.tags = sample.tags
            var face = PageFace()
            face.models = sample.models.map { LocatedText($0, range: 0..<0) }
            headers.append(header)
            all.append(face)
        }
        return (headers, all)
    }

    private func nearest(_ samples: [Sample], to page: Int = 0, limit: Int = 5) -> [Int] {
        let (headers, faces) = site(samples)
        let index = RelatedIndex(headers, faces) { _ in true }
        return index.nearest(to: PageIndex(page), limit: limit) { _ in true }.map(\.position)
    }

    @Test func modelsTagsAndWordsCountInThisOrder() {
        let samples = [
            Sample(title: "流式输出怎么计费", tags: ["billing"], models: ["sea/gull-1"]),
            Sample(title: "别的事情", tags: ["other"]), Sample(title: "流式输出中断了怎么办"),
            Sample(title: "余额", tags: ["billing"]), Sample(title: "选型", models: ["sea/gull-1"]),
        ]
        #expect(nearest(samples) == [4, 2, 3])
        #expect(nearest(samples, limit: 1) == [4])
        #expect(nearest(samples, to: 1) == [])
    }

    @Test func pagesOfAnotherLanguageHaveNothingInCommon() {
        let samples = [
            Sample(title: "Streaming output billing", tags: ["billing"], language: Self.english),
            Sample(title: "Streaming output billing", tags: ["billing"]),
        ]
        #expect(nearest(samples) == [])
    }

    @Test func whatManyShareSaysNothing() {
        let samples = (0..<40).map { Sample(title: "中转站常见问题", tags: ["relay"] + ($0 % 20 == 0 ? ["rare"] : [])) }
        #expect(nearest(samples) == [20])
        #expect(nearest(samples, to: 1) == [])
    }

    @Test func theOrderOfEqualsIsThatOfThePages() {
        let samples = (0..<8).map { _ in Sample(title: "同样的标题在这里") }
        #expect(nearest(samples, to: 3, limit: 4) == [0, 1, 2, 4])
    }

    /// Features are hashes; of so many some meet.
    @Test func hashesThatMeetAcrossLanguagesRelateNothing() {
        var site = SampleSite()
        for number in 0..<600 {
            let language = number.isMultiple(of: 2) ? SampleSite.zh : SampleSite.en
            site.add("docs/p\(number)", "\(number)", kind: "doc", in: language) { header, _ in
                header.tags = (0..<12).map { "\(number)-\($0)" }
                header.body = TextLocation(file: SourceFile(path: "Content/\(number).md", bytes: []), range: 0..<0)
            }
        }
        let view = site.view()
        let strangers = view.listedPages().filter { page in
            view.related(to: page).contains { view.header($0).languageCode != view.header(page).languageCode }
        }
        #expect(strangers == [])
    }
}
