import Diagnostics
import Foundation
import SiteModel
import TestSupport
import Testing

@testable import SiteBuilder

/// Where what single pages show waits until they are rendered makes no difference.
@Suite struct DetailStoreTests {
    private static let text = """
        \(TemporarySite.settings)
        -- Content/zh/answers/relay.md --
        ---
        title: 中转站是什么？
        question: "AI API 中转站是什么？"
        short_answer: 中转站转发请求，**不是**平台。
        summary_en: A relay [forwards](/guides/start) requests.
        evidence:
          - 依据一，见 `base_url`。
          - 依据二。
        next_steps: [先测试。, 再接入。]
        faq:
          - question: 收费吗？
            answer: "收费，见[指南](/guides/start)。"
        date: 2026-11-20
        ---
        ## 正文

        一段。
        -- Content/zh/guides/start.md --
        ---
        title: 开始
        date: 2026-11-20
        steps:
          - text: 注册
            why: 需要**密钥**。
          - text: 调用
        ---
        文。
        -- Content/zh/examples/curl.md --
        ---
        title: 用 curl 调用
        date: 2026-11-20
        code:
          - language: bash
            title: call.sh
            text: |
              curl "$BASE_URL/v1/models"
        tested_with: curl 7.88
        ---
        文。

        """

    private static func tree(
        _ site: TemporarySite, heldLimit: Int?, scratchFolder: String? = nil
    ) async throws -> [String: Data] {
        var options = BuildOptions(siteRoot: site.root, now: try #require(Moment("2026-11-24")))
        options.heldLimit = heldLimit
        options.scratchFolder = scratchFolder
        options.isClean = true
        let result = try await SiteBuild(options, output: site.root + "/Output").run()
        #expect(result.diagnostics.filter { $0.severity == .error }.map(\.message.english) == [])
        var tree: [String: Data] = [:]
        for file in site.files(below: "Output") {
            tree[file] = try Data(contentsOf: URL(fileURLWithPath: site.root + "/Output/" + file))
        }
        return tree
    }

    @Test func pagesAreTheSame() async throws {
        let site = try TemporarySite(Self.text)
        let held = try await Self.tree(site, heldLimit: nil)
        #expect(held["answers/relay.html"].map { String(decoding: $0, as: UTF8.self).contains("依据二") } == true)
        #expect(try await Self.tree(site, heldLimit: 0) == held)
        // Where no file can be made the sources are read again.
        #expect(try await Self.tree(site, heldLimit: 0, scratchFolder: site.root + "/none") == held)
    }
}
