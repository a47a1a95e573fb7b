// swift-tools-version: 6.2
import PackageDescription

/// As in the package above; `Rooms` is a link to its sources, so that both are one package to `package` declarations.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing", "-g"]),
]

func room(_ name: String, doors: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: doors, path: "Rooms/\(name)", exclude: exclude, swiftSettings: house)
}

func target(_ name: String, doors: [Target.Dependency]) -> Target {
    .executableTarget(
        name: "Fuzz\(name)", dependencies: ["CLibFuzzer"] + doors, path: name,
        swiftSettings: house + [.unsafeFlags(["-parse-as-library"])],
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])])
}

let package = Package(
    name: "fuzzing",
    targets: [
        .systemLibrary(name: "CLibCMark", path: "Rooms/CLibCMark", pkgConfig: "libcmark"),
        .systemLibrary(name: "CLibFYAML", path: "Rooms/CLibFYAML", pkgConfig: "libfyaml"),
        .systemLibrary(name: "CLibXXHash", path: "Rooms/CLibXXHash", pkgConfig: "libxxhash"),
        .systemLibrary(name: "CLibFuzzer", path: "CLibFuzzer"),
        .target(name: "CLinux", path: "Rooms/CLinux"),
        room("Diagnostics"),
        room("Bytes", doors: ["CLibXXHash"]),
        room("YAML", doors: ["CLibFYAML", "Diagnostics"]),
        room("JSON", doors: ["Diagnostics"]),
        room("Highlighting", doors: ["Bytes"]),
        room("CommonMark", doors: ["CLibCMark", "Highlighting", "Diagnostics", "Bytes"]),
        room("Jinja", doors: ["Diagnostics", "Bytes"], exclude: ["COMPATIBILITY.md"]),
        room("SiteModel", doors: ["Diagnostics", "Bytes"]),
        room("PageKinds", doors: ["SiteModel", "Diagnostics"]),
        room("Directives", doors: ["SiteModel", "Bytes", "Diagnostics"]),
        room(
            "ContentLoading",
            doors: [
                "SiteModel", "PageKinds", "Directives", "YAML", "JSON", "CommonMark", "Bytes", "Diagnostics", "CLinux",
            ]),
        target("Markdown", doors: ["CommonMark", "Diagnostics", "Bytes"]),
        target("FrontMatter", doors: ["ContentLoading", "PageKinds", "SiteModel", "Diagnostics", "Bytes"]),
        target("Directives", doors: ["ContentLoading", "Directives", "SiteModel", "Diagnostics", "Bytes"]),
        target("Templates", doors: ["Jinja", "Diagnostics", "Bytes"]),
    ]
)
