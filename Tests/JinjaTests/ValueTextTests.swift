import Testing

@testable import Jinja

/// Values print as Python prints them.
struct ValueTextTests {
    @Test(arguments: [
        (1.0, "1.0"), (0.1, "0.1"), (1e16, "1e+16"), (1e15, "1000000000000000.0"), (0.0001, "0.0001"), (1e-5, "1e-05"),
        (12345678901234567.0, "1.2345678901234568e+16"), (-2.5, "-2.5"), (1e100, "1e+100"), (2.5e-300, "2.5e-300"),
        (-0.0, "-0.0"), (123456.789, "123456.789"), (.infinity, "inf"),
    ])
    func numbers(_ number: Double, _ expected: String) throws {
        #expect(try Value.double(number).printed() == expected)
    }

    @Test(arguments: [
        ("a", "['a']"), ("it's", "[\"it's\"]"), ("'\"", "['\\'\"']"), ("\n\u{1}", "['\\n\\x01']"),
        ("中\u{3000}", "['中\\u3000']"),
    ])
    func texts(_ text: String, _ expected: String) throws {
        #expect(try Value.list([.text(text)]).printed() == expected)
    }
}
