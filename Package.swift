// swift-tools-version: 6.2
import PackageDescription

/// Settings of every room: Swift 6 mode, and an import is visible only where it is written.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Settings of the rooms that hold pointers.
let pointers: [SwiftSetting] = house + [.strictMemorySafety()]

/// What the optimizer may copy into other rooms: `package` functions stay calls without it. For the two rooms whose functions are
/// called thousands of times for each page; 5 % of a build for the second. More rooms gained nothing.
let inlined: [SwiftSetting] = [.unsafeFlags(["-enable-cmo-everything"], .when(configuration: .release))]

/// The released program holds the standard library, whose loading takes longer than the start of everything else, and tells the
/// loader none of its names.
let standalone: [LinkerSetting] = [
    .unsafeFlags(["-static-stdlib", "-Xlinker", "--no-export-dynamic"], .when(configuration: .release))
]

/// Both of those rooms bring what the optimizer made of the same generic functions; the linker takes one of each.
let linked: [LinkerSetting] = [
    .unsafeFlags(["-Xlinker", "--allow-multiple-definition"], .when(configuration: .release))
]

/// A room: what it is for stands in the comment above it, what it may import in `doors`.
func room(
    _ name: String, doors: [Target.Dependency] = [], exclude: [String] = [], settings: [SwiftSetting] = house
) -> Target {
    .target(name: name, dependencies: doors, exclude: exclude, swiftSettings: settings)
}

/// The tests of a room; every one may use `TestSupport`.
func tests(_ name: String, doors: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: ["TestSupport"] + doors, exclude: exclude, swiftSettings: house,
        linkerSettings: linked)
}

let package = Package(
    name: "citable",
    products: [.executable(name: "citable", targets: ["citable"])],
    targets: [
        // The Debian libraries, as module maps without Swift.
        .systemLibrary(name: "CLibCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CLibFYAML", pkgConfig: "libfyaml", providers: [.apt(["libfyaml-dev"])]),
        .systemLibrary(name: "CLibXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
        // System calls that Glibc's module lacks.
        .target(name: "CLinux"),
        // Libraries that are loaded when they are needed.
        .target(name: "CLoading", linkerSettings: [.linkedLibrary("dl")]),
        // HTTP by libcurl, loaded when a fetch needs it, and gzip by zlib.
        .target(name: "CTransfer", dependencies: ["CLoading"], linkerSettings: [.linkedLibrary("z")]),
        // HTTP for the preview by libmicrohttpd, loaded when it is served, and the files that the preview adds to pages.
        .target(name: "CServer", dependencies: ["CLoading"], exclude: ["client"]),
        // The files of Templates/, inside the program, for sites without templates of their own.
        .target(name: "CTheme"),

        // What went wrong, where, and how to print it.
        room("Diagnostics"),
        // Work over many positions on a few tasks.
        room("Parallel"),
        // Write bytes: buffer, escaping, hashing.
        room("Bytes", doors: ["CLibXXHash"], settings: pointers + inlined),
        // Text to YAML nodes with places.
        room("YAML", doors: ["CLibFYAML", "Diagnostics"], settings: pointers),
        // Text to JSON values with places.
        room("JSON", doors: ["Diagnostics"]),
        // What no site may publish: keys, hidden characters, private addresses.
        room("Safety", doors: ["Bytes", "Diagnostics"], settings: pointers),
        // Code to HTML with a class for each piece.
        room("Highlighting", doors: ["Bytes"], settings: pointers),
        // Text to document; document to HTML, Markdown twin, plain text, outline, links.
        room("CommonMark", doors: ["CLibCMark", "CLinux", "Highlighting", "Diagnostics", "Bytes"], settings: pointers),
        // Templates: parse, check, compile, render.
        room("Jinja", doors: ["Diagnostics", "Bytes"], exclude: ["COMPATIBILITY.md"], settings: pointers),
        // Nouns: page, header, facets, catalog, money, language, address, site.
        room("SiteModel", doors: ["Diagnostics", "Bytes"], settings: house + inlined),
        // One file per page kind.
        room("PageKinds", doors: ["SiteModel", "Diagnostics"]),
        // One file per directive.
        room("Directives", doors: ["SiteModel", "Bytes", "Diagnostics"]),
        // Folder to `Site`.
        room(
            "ContentLoading",
            doors: [
                "SiteModel", "PageKinds", "Directives", "Safety", "YAML", "JSON", "CommonMark", "Parallel", "Bytes",
                "Diagnostics",
                "CLinux",
            ]),
        // One file per gateway: replies to a catalog snapshot.
        room("Gateway", doors: ["SiteModel", "JSON", "Bytes", "Diagnostics", "CTransfer"], settings: pointers),
        // What outputs asked, with what reply; knows nothing of sites.
        room("Incremental", doors: ["Bytes"]),
        // One file per output format: a view of the site to bytes.
        room(
            "Outputs",
            doors: [
                "SiteModel", "Directives", "Highlighting", "Jinja", "Incremental", "JSON", "Parallel", "Bytes",
                "Diagnostics",
            ]),
        // What agent-readiness scorers look at, judged on finished files.
        room("Readiness", doors: ["Outputs", "SiteModel", "JSON", "Diagnostics"]),
        // One file per editorial check over the whole site.
        room("SiteChecks", doors: ["SiteModel", "Parallel", "Diagnostics"]),
        // Composition root: load, check, plan, render in parallel, write. Never the network.
        room(
            "SiteBuilder",
            doors: [
                "SiteModel", "PageKinds", "Directives", "ContentLoading", "Safety", "SiteChecks", "Outputs",
                "Readiness", "Jinja",
                "Incremental", "Parallel", "Bytes", "Diagnostics", "CLinux", "CTheme", "CTransfer",
            ]),
        // The editor's preview: serve, watch, reload, show mistakes.
        room(
            "DevServer", doors: ["SiteBuilder", "Outputs", "SiteModel", "Diagnostics", "Bytes", "CServer"],
            settings: pointers),
        // One file per command; help from one table; exit codes.
        room(
            "CommandLineTool",
            doors: [
                "SiteBuilder", "Diagnostics", "Bytes", "CommonMark", "Jinja", "PageKinds", "Directives", "SiteModel",
                "ContentLoading", "Safety", "SiteChecks", "YAML", "JSON", "Outputs", "Readiness", "Gateway",
                "DevServer",
            ]),
        .executableTarget(
            name: "citable", dependencies: ["CommandLineTool", "CLinux"], swiftSettings: house,
            linkerSettings: linked + standalone),

        .target(
            name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport", swiftSettings: house),
        tests("DiagnosticsTests", doors: ["Diagnostics"]),
        tests("BytesTests", doors: ["Bytes"]),
        tests("YAMLTests", doors: ["YAML", "Diagnostics"]),
        tests("JSONTests", doors: ["JSON", "Diagnostics"]),
        tests("SafetyTests", doors: ["Safety", "Diagnostics"]),
        tests("HighlightingTests", doors: ["Highlighting", "Bytes"], exclude: ["Fixtures"]),
        tests("CommonMarkTests", doors: ["CommonMark", "Diagnostics", "Bytes"]),
        tests("JinjaTests", doors: ["Jinja", "Diagnostics", "Bytes"], exclude: ["Fixtures"]),
        tests("SiteModelTests", doors: ["SiteModel", "Diagnostics", "Bytes"]),
        tests("DirectivesTests", doors: ["Directives", "SiteModel", "Diagnostics", "Bytes"]),
        tests("SiteBuilderTests", doors: ["SiteBuilder", "Outputs", "SiteModel", "Diagnostics", "Bytes"]),
        tests("OutputsTests", doors: ["Outputs", "Directives", "SiteModel", "Diagnostics", "Bytes"]),
        tests("ReadinessTests", doors: ["Readiness", "Outputs", "SiteModel", "Diagnostics"]),
        tests("ContentLoadingTests", doors: ["ContentLoading", "SiteModel", "CommonMark", "Diagnostics", "Bytes"]),
        tests(
            "GatewayTests", doors: ["Gateway", "SiteModel", "JSON", "Diagnostics", "Bytes"], exclude: ["Fixtures"]),
        tests(
            "SiteChecksTests", doors: ["SiteChecks", "SiteBuilder", "SiteModel", "Diagnostics"],
            exclude: ["Fixtures"]),
        tests("DevServerTests", doors: ["DevServer", "SiteBuilder", "Outputs", "SiteModel", "Diagnostics"]),
        tests("CommandLineToolTests", doors: ["citable", "CommandLineTool"]),
        tests("HouseTests", doors: []),
    ]
)
