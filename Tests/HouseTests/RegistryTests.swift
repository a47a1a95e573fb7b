import Foundation
import Testing

/// Swift cannot find types by itself, so lists are written by hand; nothing may be missing from them.
@Suite struct RegistryTests {
    /// A list: where it stands, and what belongs on it.
    struct Registry: CustomTestStringConvertible {
        let path: String
        /// Types that conform to this, in the room of the list.
        let conformance: String
        var testDescription: String { path }
    }

    private static let registries = [
        Registry(path: "Sources/PageKinds/PageKindRegistry.swift", conformance: "PageKind"),
        Registry(path: "Sources/Directives/DirectiveRegistry.swift", conformance: "Directive"),
        Registry(path: "Sources/SiteChecks/SiteCheckRegistry.swift", conformance: "SiteCheck"),
        Registry(path: "Sources/Highlighting/CodeLanguageRegistry.swift", conformance: "CodeLanguage"),
        Registry(path: "Sources/Outputs/OutputRegistry.swift", conformance: "SiteFormat"),
        Registry(path: "Sources/Outputs/OutputRegistry.swift", conformance: "PageFormat"),
        Registry(path: "Sources/Gateway/GatewayRegistry.swift", conformance: "GatewayAdapter"),
        Registry(path: "Sources/Diagnostics/Formats/DiagnosticFormat.swift", conformance: "DiagnosticFormat"),
        Registry(path: "Sources/CommandLineTool/CommandTable.swift", conformance: "Command"),
    ]

    /// The types of a room with a conformance, with the name they give themselves.
    private static func types(_ registry: Registry) -> [(type: String, path: String, name: String?)] {
        let room = registry.path.split(separator: "/")[1]
        return House.sources.filter { $0.file.room == room }.flatMap { file, code in
            code.typeDeclarations().filter {
                $0.inherited.contains(registry.conformance) && $0.keyword != "protocol" && $0.keyword != "extension"
            }.map { ($0.name, file.path, Self.ownName(file)) }
        }
    }

    private static func ownName(_ file: House.File) -> String? {
        let parts = file.text.components(separatedBy: "static let name = \"")
        return parts.count == 2 ? parts[1].components(separatedBy: "\"")[0] : nil
    }

    @Test(arguments: registries)
    func everyTypeIsListed(_ registry: Registry) {
        let list = House.text(of: registry.path) ?? ""
        let unlisted = Self.types(registry).filter {
            !list.contains("\($0.type).self") && !list.contains("\($0.type)()")
        }
        #expect(unlisted.map(\.path) == [])
    }

    /// A list in order has no place for a second entry, and shows at once what it lacks.
    @Test(arguments: registries)
    func theListIsSortedByName(_ registry: Registry) {
        let list = House.text(of: registry.path) ?? ""
        let entries = Self.types(registry).compactMap { type in
            type.name.flatMap { name in
                list.range(of: "[^A-Za-z]\(type.type)\\.self", options: .regularExpression).map {
                    ($0.lowerBound, name)
                }
            }
        }
        let names = entries.sorted { $0.0 < $1.0 }.map(\.1)
        #expect(names == names.sorted())
    }

    /// Filters, tests and functions of templates are gathered in groups with a list each.
    @Test(arguments: [
        ("Sources/Jinja/Filters/", "Sources/Jinja/Filters/FilterRegistry.swift"),
        ("Sources/Jinja/Tests/", "Sources/Jinja/Tests/TestRegistry.swift"),
        ("Sources/Jinja/Functions/", "Sources/Jinja/Functions/FunctionRegistry.swift"),
    ])
    func everyGroupIsListed(_ folder: String, _ path: String) {
        let list = House.text(of: path) ?? ""
        let groups = House.sources.filter { $0.file.path.hasPrefix(folder) && $0.file.path != path }.filter {
            $0.code.text.contains("static let all")
        }
        let unlisted = groups.flatMap { group in
            group.code.typeDeclarations().filter { !list.contains("\($0.name).all") && $0.keyword == "enum" }
        }
        #expect(unlisted.map(\.name) == [])
    }

    /// What stands in Templates/ is what the program carries for sites without templates.
    @Test func theThemeInsideTheProgramIsTheThemeInTemplates() throws {
        let table = try #require(House.text(of: "Sources/CTheme/CTheme.c"))
        let files = House.files(below: "Templates").filter { !$0.path.hasSuffix(".md") }
        #expect(files.count > 20)
        let missing = files.map { $0.path.dropFirst("Templates/".count) }.filter { !table.contains("{\"\($0)\"") }
        #expect(missing == [])
    }
}
