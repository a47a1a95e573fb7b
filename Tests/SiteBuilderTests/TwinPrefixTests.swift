import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// Directives that write several lines stay inside the quote or the list item where they stand.
@Suite struct TwinPrefixTests {
    @Test func linesCarryThePrefixOfTheirBlock() async throws {
        let site = try TemporarySite(
            """
            \(TemporarySite.settings)
            -- Content/shared/zh/two.md --
            ---
            title: 两段
            ---
            共享一。

            共享二。
            -- Content/zh/guides/g.md --
            ---
            title: 页
            date: 2026-11-23
            ---
            - 甲

              :::note
              一。

              二。
              :::

              10. 乙

                  ::include[two]

            > 引
            >
            > :::details[更多]
            > ::include[two]
            > :::

            - ::include[two]

            ::include[two]
            """)
        let now = try #require(Moment("2026-11-24"))
        let result = try await SiteBuild(BuildOptions(siteRoot: site.root, now: now), output: site.root + "/Output")
            .run()
        #expect(result.diagnostics == [])
        let twin = try site.read("Output/guides/g.md")
        #expect(
            twin.contains(
                """
                - 甲

                  **说明**

                  一。

                  二。

                  10. 乙

                      共享一。

                      共享二。

                > 引
                >
                > **更多**
                >
                > 共享一。
                >
                > 共享二。

                - 共享一。

                  共享二。

                共享一。

                共享二。

                """), "\(twin)")
    }
}
