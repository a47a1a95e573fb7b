package import SiteModel

/// A machine file, or a family of them, made from the whole site: one type and one file each, listed in `OutputRegistry`.
package protocol SiteFormat: Sendable {
    /// What settings call it: `outputs: {sitemap: false}` leaves it out.
    static var name: String { get }

    /// Whether its files tell of the others, so that it comes last: `PageProducts.files`.
    static var describesFiles: Bool { get }

    /// The files, in any order. Called when all pages are rendered, so sizes of twins are known.
    static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask]

    /// Makes one of the files.
    static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece]
}

extension SiteFormat {
    package static var describesFiles: Bool { false }
}

/// One file to make. It holds ids, not the site.
package struct OutputTask: Sendable {
    /// Path below `Output/`.
    package let path: String
    package let language: Language?
    package let folder: String?
    /// For files that come in parts; counted from 1.
    package let part: Int
    /// How many parts there are.
    package let parts: Int
    package let pages: [PageIndex]

    package init(
        path: String, language: Language? = nil, folder: String? = nil, part: Int = 1, parts: Int = 1,
        pages: [PageIndex] = []
    ) {
        self.path = path
        self.language = language
        self.folder = folder
        self.part = part
        self.parts = parts
        self.pages = pages
    }
}

/// A piece of a file: bytes, or the content of a page's twin, which is copied from the file already written.
package enum FilePiece: Sendable {
    case bytes([UInt8])
    /// The twin of a page from behind its front matter and H1 to its end.
    case twinContent(PageIndex)
}

/// What rendering the pages left behind for the files that are made of them.
package struct PageProducts: Sendable {
    package struct Twin: Sendable, Hashable {
        /// Bytes of the whole file.
        package let length: Int
        /// Where the content begins, behind front matter and H1.
        package let contentStart: Int
        /// The estimate that stands in the front matter.
        package let tokens: Int
        /// What stands behind the link to the page in `llms.txt`.
        package let note: String
        /// Characters of the page's line in `llms.txt`; nil when nobody counted them.
        package let lineLength: Int?
        /// Bytes of the page's part in `llms-full.txt`.
        package let partLength: Int

        package init(
            length: Int, contentStart: Int, tokens: Int = 0, note: String = "", lineLength: Int? = nil,
            partLength: Int? = nil
        ) {
            self.length = length
            self.contentStart = contentStart
            self.tokens = tokens
            self.note = note
            self.lineLength = lineLength
            self.partLength = partLength ?? length - contentStart
        }
    }

    /// A finished file of the whole site.
    package struct File: Sendable {
        package let path: String
        /// The name of its format.
        package let format: String
        let language: Language?
        /// The newest date of what stands in it, as far as it has one.
        let updated: Moment?
        let length: Int

        /// - Parameter length: in bytes.
        package init(_ task: OutputTask, format: String, length: Int, _ view: SiteView) {
            path = task.path
            self.format = format
            language = task.language
            let pages = task.pages.compactMap { view.modified(of: $0) }.max()
            updated = format.hasPrefix("catalog") ? view.catalogState?.asOf : pages
            self.length = length
        }
    }

    /// By page position.
    package let twins: [Twin?]
    private let allInlineCode: InlineCode
    /// Notes what is asked; nil where nobody wants to know.
    private let reads: ReadRecorder?
    /// Nil when the site has no search.
    package let searchIndex: SearchIndex?
    private let allImages: [[String]]
    /// Empty until all files but those that tell of them are made.
    package var files: [File] = []

    package init(
        twins: [Twin?], inlineCode: InlineCode = InlineCode(), searchIndex: SearchIndex? = nil,
        images: [[String]] = [], reads: ReadRecorder? = nil
    ) {
        self.twins = twins
        self.searchIndex = searchIndex
        allImages = images
        allInlineCode = inlineCode
        self.reads = reads
    }

    /// The same, with every question noted.
    package func noted(by reads: ReadRecorder?) -> PageProducts {
        var products = PageProducts(
            twins: twins, inlineCode: allInlineCode, searchIndex: searchIndex, images: allImages,
            reads: reads)
        products.files = files
        return products
    }

    /// The scripts and styles inside pages.
    package var inlineCode: InlineCode {
        reads?.ask(.inlineCode)
        return allInlineCode
    }

    /// By page position: the site's own images that the texts of a page show, site-absolute. Empty where no page has any.
    package var images: [[String]] {
        reads?.ask(.images)
        return allImages
    }

    /// What search finds, as far as the question goes.
    func search(_ question: SearchQuestion) -> SearchIndex? {
        reads?.ask(.search, question.key)
        return searchIndex
    }

    package func twin(_ page: PageIndex) -> Twin? {
        reads?.ask(.twin, of: page)
        return twins[page.position]
    }

    /// What stands behind the link to a page in `llms.txt`; nil for pages without a twin.
    func note(_ page: PageIndex) -> String? {
        reads?.ask(.note, of: page)
        return twins[page.position]?.note
    }

    /// Characters of the page's line in `llms.txt`; nil when nobody counted them.
    func lineLength(_ page: PageIndex) -> Int? {
        reads?.ask(.note, of: page)
        return twins[page.position]?.lineLength
    }
}
