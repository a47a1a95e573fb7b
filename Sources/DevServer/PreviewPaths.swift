/// Addresses of what the preview adds to a site. No file of a site is in a hidden folder of this name.
enum PreviewPaths {
    static let folder = "/.citable/"
    static let script = folder + "preview.js"
    static let style = folder + "preview.css"
    static let events = folder + "events"
    static let mistakes = folder + "mistakes"
    static let agent = folder + "agent"
}
