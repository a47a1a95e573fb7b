// swift-tools-version: 6.2
import PackageDescription

/// As in the package above, as it is released; `Rooms` is a link to its sources, so that both are one package to `package`
/// declarations. What is measured may be internal to its room.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-enable-testing"]),
]

let inlined: [SwiftSetting] = [.unsafeFlags(["-enable-cmo-everything"], .when(configuration: .release))]

func room(
    _ name: String, doors: [Target.Dependency] = [], exclude: [String] = [], settings: [SwiftSetting] = house
) -> Target {
    .target(name: name, dependencies: doors, path: "Rooms/\(name)", exclude: exclude, swiftSettings: settings)
}

let package = Package(
    name: "benchmarks",
    targets: [
        .systemLibrary(name: "CLibCMark", path: "Rooms/CLibCMark", pkgConfig: "libcmark"),
        .systemLibrary(name: "CLibFYAML", path: "Rooms/CLibFYAML", pkgConfig: "libfyaml"),
        .systemLibrary(name: "CLibXXHash", path: "Rooms/CLibXXHash", pkgConfig: "libxxhash"),
        .target(name: "CLinux", path: "Rooms/CLinux"),
        .target(name: "CTheme", path: "Rooms/CTheme"),
        room("Diagnostics"),
        room("Bytes", doors: ["CLibXXHash"], settings: house + inlined),
        room("YAML", doors: ["CLibFYAML", "Diagnostics"]),
        room("JSON", doors: ["Diagnostics"]),
        room("Highlighting", doors: ["Bytes"]),
        room("CommonMark", doors: ["CLibCMark", "Highlighting", "Diagnostics", "Bytes"]),
        room("Jinja", doors: ["Diagnostics", "Bytes"], exclude: ["COMPATIBILITY.md"]),
        room("Incremental", doors: ["Bytes"]),
        room("SiteModel", doors: ["Diagnostics", "Bytes"]),
        room("PageKinds", doors: ["SiteModel", "Diagnostics"]),
        room("Directives", doors: ["SiteModel", "Bytes", "Diagnostics"]),
        room(
            "ContentLoading",
            doors: [
                "SiteModel", "PageKinds", "Directives", "YAML", "JSON", "CommonMark", "Bytes", "Diagnostics", "CLinux",
            ]),
        room(
            "Outputs",
            doors: ["SiteModel", "Directives", "Highlighting", "Jinja", "Incremental", "JSON", "Bytes", "Diagnostics"]),
        room(
            "SiteBuilder",
            doors: [
                "SiteModel", "PageKinds", "Directives", "ContentLoading", "Outputs", "Jinja", "Incremental", "Bytes",
                "Diagnostics", "CLinux", "CTheme",
            ]),
        // Templates against libcmark, over the same pages.
        .executableTarget(
            name: "Engines", dependencies: ["CLibCMark", "SiteBuilder", "Outputs", "Jinja", "SiteModel", "Bytes"],
            path: "Engines", swiftSettings: house),
    ]
)
