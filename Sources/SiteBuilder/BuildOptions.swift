package import SiteModel

/// What a build or check is asked to do. Only content, templates, settings and these may influence the output.
package struct BuildOptions: Sendable {
    /// Folder of the site on this machine.
    package var siteRoot: String
    /// Decides which pages are published and how old the catalog is.
    package var now: Moment
    package var includesDrafts = false
    package var baseURL: String?
    /// Texts are packed ahead of time, even when the settings don't say so.
    package var precompresses = false
    /// Nothing of earlier builds is used.
    package var isClean = false
    /// Warnings fail.
    package var isStrict = false
    /// Reads finished files back and compares what they say.
    package var verifies = false
    /// A finished folder whose files are compared as they lie there; only a check does.
    package var finishedFolder: String?
    /// Scores what agents find; only a check does.
    var judgesReadiness = false
    /// Says what a server must know of the site, even when nothing changed.
    package var tellsHosting = false
    /// Told how far the build has come.
    package var progress: BuildProgress?
    /// Bytes of sources above which what single pages show is not held in memory until they are rendered.
    var heldLimit: Int?
    /// Where that waits, in a file without a name; nil: in the site's own folder.
    var scratchFolder: String?
    /// How many tasks work at once.
    package var jobs = 2

    package init(siteRoot: String, now: Moment) {
        self.siteRoot = siteRoot
        self.now = now
    }
}
