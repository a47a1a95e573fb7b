import Outputs
import Testing

/// Which rule of a robots.txt decides. Source of the cases: RFC 9309, sections 2.2.1 to 2.2.3 and 5.
@Suite struct RobotsTextTests {
    private static let text = """
        # comment
        User-agent: Aardvark
        User-agent: Other Bot
        Disallow: /a/
        Allow: /a/b   # longer
        Disallow: /*.gif$

        User-Agent: aardvark
        Disallow: /second

        User-agent: *
        Disallow: /
        Allow: /public/
        Disallow:

        """

    @Test(arguments: [
        ("aardvark", "/a/x", false, 4), ("AARDVARK/2.0", "/a/b/c", true, 5), ("Aardvark", "/x.gif", false, 6),
        ("Aardvark", "/x.gif?a", true, 0), ("Other Bot", "/a/", false, 4), ("Aardvark", "/second/1", false, 9),
        ("Aardvark", "/", true, 0), ("Nobody", "/a", false, 12), ("Nobody", "/public/a", true, 13),
        ("Nobody", "/robots.txt", true, 0),
    ])
    func decisions(_ bot: String, _ path: String, _ isAllowed: Bool, _ line: Int) {
        let decision = RobotsText(Self.text).decision(for: bot, path: path)
        #expect(decision.isAllowed == isAllowed)
        #expect(decision.rule?.line ?? 0 == line)
    }

    /// Source of the first cases: the table of RFC 9309, section 2.2.2; of the others, the tests of Google's parser.
    @Test(arguments: [
        ("/foo/bar?baz=quz", "/foo/bar?baz=quz", true),
        ("/foo/bar?baz=https%3A%2F%2Ffoo.bar", "/foo/bar?baz=https%3a%2f%2ffoo.bar", true),
        ("/foo/bar/ツ", "/foo/bar/%E3%83%84", true), ("/foo/bar/%e3%83%84", "/foo/bar/ツ", true),
        ("/foo/bar/%62%61%7A", "/foo/bar/baz", true), ("/foo/bar/baz", "/foo/bar/%62%61%7a", true),
        ("/a%2Fb", "/a/b", false), ("/a/b", "/a%2Fb", false), ("/fish*", "/fishheads/x?y", true),
        ("/fish/", "/fish", false), ("/*.php$", "/folder/a.php", true), ("/*.php$", "/a.php?x", false),
        ("/fish*.php", "/fishheads/a.php?p", true), ("/fish*.php", "/Fish.PHP", false), ("/a$b", "/a$b/c", true),
        ("/a**b", "/a/x/b", true), ("*/x", "/y/x", true), ("/*/", "/a", false),
    ])
    func patterns(_ pattern: String, _ path: String, _ isMet: Bool) {
        let text = RobotsText("User-agent: *\nDisallow: \(pattern)\n")
        #expect(text.decision(for: "x", path: path).isAllowed == !isMet)
    }

    @Test func ofTwoOfOneLengthTheOneThatAllowsCounts() {
        let text = RobotsText("User-agent: *\nDisallow: /page\nAllow: /page\n")
        #expect(text.decision(for: "x", path: "/page").isAllowed)
    }

    @Test func withoutGroupsAllIsAllowed() {
        let decision = RobotsText("Disallow: /\n").decision(for: "x", path: "/a")
        #expect(decision.isAllowed && decision.agent == nil && decision.rule == nil)
    }
}
