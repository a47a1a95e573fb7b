import TestSupport
import Testing

/// `--version`, and options that commands share.
@Suite struct VersionTests {
    @Test func theVersionNamesTheLibrariesThatOutputsDependOn() throws {
        let site = try TemporarySite("-- a --\n")
        let run = try Program("--version", in: site.root)
        #expect(run.output.contains(/^citable \d+\.\d+\.\d+ \(libcmark \d[\d.]*, libfyaml \d[\d.]*\)\n$/))
        #expect(run.exitCode == 0)
    }

    @Test func anUnknownOptionIsWrongUsage() throws {
        let site = try TemporarySite("-- a --\n")
        let run = try Program("build", "--nope", in: site.root)
        #expect(run.messages.hasPrefix("citable: unknown option --nope"))
        #expect(run.exitCode == 2)
    }
}
