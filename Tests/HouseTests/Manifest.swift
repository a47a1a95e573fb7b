/// What Package.swift says about targets, read as text.
struct Manifest {
    struct Target {
        let name: String
        let doors: [String]
        let isTest: Bool
        /// Whether a comment stands directly above it.
        let hasPurpose: Bool
    }

    let targets: [Target]

    init(_ text: String) {
        let code = SwiftCode(text)
        let file = House.File(path: "Package.swift", text: text)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let makers = ["room": false, "tests": true, "target": false, "executableTarget": false]
        targets = code.calls().compactMap { call in
            guard let isTest = makers[call.name] else { return nil }
            let first = call.name.hasSuffix("arget") ? call.argument("name") : call.arguments.first
            guard let first, let name = file.literal(first) else { return nil }
            let list = call.argument("doors") ?? call.argument("dependencies")
            let above = call.line >= 2 ? lines[call.line - 2].drop { $0 == " " } : ""
            return Target(
                name: name, doors: list.map { Self.literals(text, $0.range) } ?? [], isTest: isTest,
                hasPurpose: above.hasPrefix("//"))
        }
    }

    func target(_ name: String) -> Target? { targets.first { $0.name == name } }

    /// Everything that a target can reach through doors.
    func reachable(from name: String) -> Set<String> {
        var reached: Set<String> = []
        var waiting = [name]
        while let next = waiting.popLast() {
            for door in target(next)?.doors ?? [] where reached.insert(door).inserted { waiting.append(door) }
        }
        return reached
    }

    private static func literals(_ text: String, _ range: Range<Int>) -> [String] {
        let part = String(decoding: Array(text.utf8)[range], as: UTF8.self)
        return part.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
            .map { String($0.element) }
    }
}
