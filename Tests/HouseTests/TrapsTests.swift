import Testing

/// What stops the program, hides a type, or opens a room wider than its doors.
@Suite struct TrapsTests {
    @Test func nothingIsForced() {
        let found = House.sources.flatMap { file, code in code.forceUnwrapLines().map { "\(file.path):\($0)" } }
        #expect(found == [])
    }

    @Test func noTrapsNoReflectionNoPublic() {
        let words: Set<String> = [
            "fatalError", "preconditionFailure", "assertionFailure", "Mirror", "Any", "AnyObject", "public", "Regex",
            "NSRegularExpression", "setlocale",
        ]
        let found = House.sources.flatMap { file, code in
            code.lines(ofWords: words).map { "\(file.path):\($0.line): \($0.word)" }
        }
        #expect(found == [])
    }

    /// Data races are the compiler's business; only the rooms that hold pointers may know better.
    @Test func sendabilityIsCheckedOutsideThePointerRooms() {
        let found = House.sources.filter { !House.pointerRooms.contains($0.file.room) }.flatMap { file, code in
            code.lines(ofWords: ["unchecked"]).map { "\(file.path):\($0.line)" }
        }
        #expect(found == [])
    }

    /// Memory is taken and given back behind checked types of the rooms that hold pointers.
    @Test func memoryIsHeldOnlyInThePointerRooms() {
        let words: Set<String> = ["allocate", "deallocate"]
        let found = House.sources.filter { !House.pointerRooms.contains($0.file.room) }.flatMap { file, code in
            code.lines(ofWords: words).map { "\(file.path):\($0.line): \($0.word)" }
        }
        #expect(found == [])
    }

    @Test func nothingIsLeftForLater() {
        // Split, so that this file does not find itself.
        let marks = ["TO" + "DO", "FIX" + "ME", "not " + "implemented", "un" + "implemented"]
        var found: [String] = []
        for file in House.sources.map(\.file) + House.tests {
            for mark in marks where file.text.contains(mark) { found.append("\(file.path): \(mark)") }
        }
        #expect(found == [])
    }
}
