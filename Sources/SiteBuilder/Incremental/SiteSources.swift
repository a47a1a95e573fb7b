import Bytes
import ContentLoading
import Glibc
import SiteModel

/// Everything that a site is made of, as the file system sees it.
struct SiteSources: Sendable {
    let files: SiteFiles
    let content: SourceListing
    let templates: SourceListing
    let ground: SiteGround
    /// Nanoseconds since 1970, before anything was looked at.
    let scanned: Int

    init(_ options: BuildOptions) async {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        scanned = time.tv_sec * 1_000_000_000 + time.tv_nsec
        files = SiteFiles(root: options.siteRoot)
        content = await SourceListing(of: "Content", files, jobs: options.jobs)
        templates = await SourceListing(of: "Templates", files, jobs: options.jobs)
        ground = SiteGround(files, templates: templates)
    }

    /// Of all paths with what the file system says of each; nil while a file is too young to trust that.
    func fingerprint() -> Fingerprint? {
        var writer = RecordWriter(capacity: 1 << 20)
        for listing in [content, templates] {
            writer.write(listing.entries.count)
            for entry in listing.entries {
                if entry.signature.isTooYoung(at: scanned) { return nil }
                writer.write(entry.path)
                writer.write(entry.kind == .file)
                entry.signature.write(into: &writer)
            }
        }
        return writer.fingerprint()
    }

    /// Of everything but the page files that a cache knows; nil while a file is too young to trust what the system says.
    func companions(beside cache: LoadCache) -> Fingerprint? {
        var writer = RecordWriter(capacity: 1 << 16)
        var next = 0
        for listing in [content, templates] {
            for entry in listing.entries {
                while next < cache.entries.count, cache.entries[next].path.precedesByBytes(entry.path) { next += 1 }
                if next < cache.entries.count, cache.entries[next].path == entry.path, entry.kind == .file { continue }
                if entry.signature.isTooYoung(at: scanned) { return nil }
                writer.write(entry.path)
                writer.write(entry.kind == .file)
                entry.signature.write(into: &writer)
            }
        }
        return writer.fingerprint()
    }

    /// Of the bytes of the files that the catalog is read from.
    func catalogFingerprint() -> Fingerprint {
        var writer = RecordWriter()
        for entry in content.entries where entry.kind == .file && entry.path.utf8.starts(with: "Content/catalog/".utf8)
        {
            writer.write(entry.path)
            writer.write(Fingerprint(of: (try? files.read(entry.path, limit: 1 << 30)) ?? []))
        }
        return writer.fingerprint()
    }
}
