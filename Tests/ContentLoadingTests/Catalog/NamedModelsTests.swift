import Testing

@testable import ContentLoading

/// Which models a page's bytes name: a superset is harmless, a name that is missed leaves a page out of a model's list.
@Suite struct NamedModelsTests {
    private func names(_ text: String) -> [String] { NamedModels.names(in: Array(text.utf8)) }

    @Test func eachDirectiveNamesItsModels() {
        #expect(names("a :price[gpt-5]{meter=output} b :model[acme/large-1:free]") == ["acme/large-1:free", "gpt-5"])
        #expect(names(":fact[cheapest]{model=a among=\"b, c\"}") == ["a", "b", "c"])
        #expect(names("::model-table{models='x,y' limit=2}") == ["x", "y"])
        #expect(names("::model-table{vendor=acme models=z}") == ["z"])
        #expect(names("价格:price[ 通义千问-plus ]。") == ["通义千问-plus"])
    }

    @Test func eachIsNamedOnceAndInOrder() {
        #expect(names(":price[b] :model[a] :price[b]") == ["a", "b"])
    }

    @Test(arguments: [
        "", ":", "::", ":price", ":price[", ":price[a", ":price[a\n]", ":price[]", ":price[  ]", "price[a]", "http://x",
        "::model-table{vendor=acme}", "::model-table{models=a", ":fact[free]", ":modela[x]", ": price[a]",
        ":price[" + String(repeating: "x", count: 257) + "]",
    ])
    func whatNamesNone(_ text: String) { #expect(names(text) == []) }

    /// Cut anywhere, a text is read to its end.
    @Test func noCutIsTooMuch() {
        let bytes = Array("词:price[甲]{meter=input}::model-table{models=\"a,b\"}:fact[cheapest]{model=c among=d}".utf8)
        for end in 0...bytes.count { _ = NamedModels.names(in: Array(bytes[..<end])) }
        #expect(NamedModels.names(in: bytes) == ["a", "b", "c", "d", "甲"])
    }
}
