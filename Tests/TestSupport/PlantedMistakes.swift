import Foundation

/// A site with many different mistakes, one of each sort, and the place and code that each must be reported with.
package enum PlantedMistakes {
    /// `file:line:column code`, sorted as reports are.
    package static let expected = [
        "Content/people.yaml:2:8 front-matter/missing-field",
        "Content/redirects.yaml:1:10 redirect/bad",
        "Content/redirects.yaml:3:20 redirect/bad",
        "Content/site.yaml:6:1 front-matter/unknown-field",
        "Content/static/robots.txt:1:1 output/collision",
        "Content/zh/answers/fields.md:2:1 front-matter/missing-field",
        "Content/zh/answers/fields.md:3:7 front-matter/malformed-date",
        "Content/zh/answers/fields.md:4:9 page/unknown-person",
        "Content/zh/answers/fields.md:5:8 page/unknown-topic",
        "Content/zh/answers/fields.md:6:25 page/unknown-related",
        "Content/zh/answers/fields.md:7:9 page/unknown-note",
        "Content/zh/answers/fields.md:8:1 front-matter/unknown-field",
        "Content/zh/answers/fields.md:9:8 front-matter/malformed-field",
        "Content/zh/answers/fields.md:10:22 link/broken",
        "Content/zh/answres/lost.md:1:1 content/misplaced-file",
        "Content/zh/guides/alias.md:4:21 address/duplicate",
        "Content/zh/guides/anchor.md:2:8 yaml/anchor",
        "Content/zh/guides/body.md:5:8 link/broken",
        "Content/zh/guides/body.md:6:8 link/broken",
        "Content/zh/guides/body.md:7:8 link/broken",
        "Content/zh/guides/body.md:8:6 link/broken",
        "Content/zh/guides/body.md:10:1 section/empty",
        "Content/zh/guides/body.md:14:2 markdown/unknown-directive",
        "Content/zh/guides/body.md:16:16 markdown/unknown-attribute",
        "Content/zh/guides/body.md:20:8 catalog/unknown-model",
        "Content/zh/guides/body.md:22:7 directive/unknown-term",
        "Content/zh/guides/body.md:24:1 markdown/unclosed-directive",
        "Content/zh/guides/broken.md:5:4 content/not-utf8",
        "Content/zh/guides/gbk.md:2:8 content/not-utf8",
        "Content/zh/guides/linked.md:1:1 content/unreadable",
        "Content/zh/guides/nodate.md:2:1 front-matter/missing-field",
        "Content/zh/guides/open.md:1:1 front-matter/unclosed",
        "Content/zh/guides/tab.md:5:1 yaml/tab",
        "Content/zh/guides/topic/start.md:1:1 address/duplicate",
        "Content/zh/guides/twice.md:4:1 yaml/duplicate-key",
        "Content/zh/guides/中文名.md:1:1 content/bad-slug",
        "Templates/pages/checklist.html:2:31 template/unknown-field",
    ]

    /// - Parameter templates: the folder of the templates that the site takes a copy of.
    package static func site(templates: String) throws -> TemporarySite {
        let site = try TemporarySite(settings + answers + guides + guideBodies)
        // "中转" in GBK, and UTF-8 that breaks off within a character.
        try site.write(Data("---\ntitle: ".utf8) + Data([0xD6, 0xD0, 0xD7, 0xAA]), to: "Content/zh/guides/gbk.md")
        try site.write(
            Data("---\ntitle: 坏\ndate: 2026-11-23\n---\nabc".utf8) + Data([0xE4, 0xB8, 0x20, 0x0A]),
            to: "Content/zh/guides/broken.md")
        let files = FileManager.default
        try files.createSymbolicLink(
            atPath: site.root + "/Content/zh/guides/linked.md", withDestinationPath: "start.md")
        try files.copyItem(atPath: templates, toPath: site.root + "/Templates")
        try site.write(
            "{% extends \"layouts/article.html\" %}\n{% block opening %}<p>{{ page.titel }}</p>{% endblock %}\n",
            to: "Templates/pages/checklist.html")
        return site
    }

    /// The same site without a mistake.
    package static func soundSite(templates: String) throws -> TemporarySite {
        let site = try TemporarySite(
            settings.replacingOccurrences(of: "navgation", with: "navigation").components(
                separatedBy: "-- Content/people")[0]
                + start)
        try FileManager.default.copyItem(atPath: templates, toPath: site.root + "/Templates")
        return site
    }

    private static let start = """
        -- Content/zh/guides/start.md --
        ---
        title: 开始
        date: 2026-11-23
        ---
        ## 第一步

        正文，见[这一步](#第一步)与[页顶](#top)。

        """
}

extension PlantedMistakes {
    private static let settings = """
        -- Content/site.yaml --
        name: 测试站
        base_url: https://example.test
        default_language: zh
        languages: [zh, en]
        organization: {name: 测试, url: https://example.test}
        navgation: [guides]
        -- Content/people.yaml --
        team: {name: 编辑部, organization: true}
        guest: {role: 客座}
        -- Content/topics.yaml --
        relay: {zh: 中转, en: Relay}
        -- Content/redirects.yaml --
        - {from: /a, to: /b}
        - {from: /b, to: /a}
        - {from: /old, to: /nowhere}
        - {from: /fine, to: /guides/start}
        -- Content/static/robots.txt --
        User-agent: *

        """

    private static let answers = """
        -- Content/zh/answers/fields.md --
        ---
        title: 字段
        date: 2026-02-30
        author: taem
        topic: relya
        related: [guides/start, guides/strat]
        notes: [missing]
        autor: team
        draft: no
        short_answer: 见[不存在](/answers/none)的页面。
        ---
        -- Content/zh/answres/lost.md --
        ---
        title: 迷路
        ---
        -- Content/zh/checklists/check.md --
        ---
        title: 检查
        date: 2026-11-23
        ---
        正文。

        """

    private static let guides =
        start + """
            -- Content/zh/guides/topic/start.md --
            ---
            title: 又一个开始
            date: 2026-11-23
            topic: relay
            ---
            正文。
            -- Content/zh/guides/alias.md --
            ---
            title: 别名
            date: 2026-11-23
            aliases: [/old/one, /Guides/Start]
            ---
            正文。
            -- Content/zh/guides/anchor.md --
            ---
            title: &a 一
            date: 2026-11-23
            ---
            -- Content/zh/guides/nodate.md --
            ---
            title: 无日期
            ---
            -- Content/zh/guides/open.md --
            ---
            title: 没有结束
            -- Content/zh/guides/tab.md --
            ---
            title: 制表符
            date: 2026-11-23
            sources:
            \t- title: 一
            ---
            -- Content/zh/guides/twice.md --
            ---
            title: 一
            date: 2026-11-23
            title: 二
            ---
            -- Content/zh/guides/中文名.md --
            ---
            title: 中文名
            date: 2026-11-23
            ---

            """

    private static let guideBodies = """
        -- Content/zh/guides/draft.md --
        ---
        title: 草稿
        date: 2026-11-23
        draft: true
        ---
        正文。
        -- Content/zh/guides/body.md --
        ---
        title: 正文
        date: 2026-11-23
        ---
        坏链接[一](/guides/none)，
        坏锚点[二](start.md#nope)，
        草稿链[三](draft.md)，好的[四](start.md#第一步)，写坏的[五](open.md)。
        ![图](/images/none.png)

        ## 空的一节

        ## 下一节

        :prcie[gpt]{meter=input}

        :::details[更多]{opne=true}
        正文。
        :::

        :price[gpt]{meter=input}

        :term[无此术语]

        :::note
        没有结束。

        """
}
