import SiteModel
import Testing

/// Addresses as they are written in settings and sources.
@Suite struct AddressTests {
    @Test(arguments: [
        ("https://site.example", "https://site.example"), ("https://site.example/", "https://site.example"),
        ("http://127.0.0.1:8080//", "http://127.0.0.1:8080"), ("https://例.example", "https://例.example"),
        ("https://site.example/base", nil), ("https://site.example/?a", nil), ("https://site.example#a", nil),
        ("https://", nil), ("https:///", nil), ("site.example", nil), ("ftp://site.example", nil),
        ("javascript:x", nil),
        ("https://a b", nil), ("https://user@site.example", nil), ("", nil), ("https://site.example\\x", nil),
    ])
    func baseAddresses(_ written: String, _ read: String?) { #expect(BaseAddress.read(written) == read) }

    @Test(arguments: [
        ("https://x.example/a_(b)?c=d&e=f#g", "https://x.example/a_(b)?c=d&e=f#g"),
        ("https://x.example/?q=<b>\"", "https://x.example/?q=%3Cb%3E%22"),
        ("https://x.example/a b|c^d`e{f}", "https://x.example/a%20b%7Cc%5Ed%60e%7Bf%7D"),
        ("/路径?已=%E5%B7%B2", "/%E8%B7%AF%E5%BE%84?%E5%B7%B2=%E5%B7%B2"), ("C:\\x", "C:%5Cx"),
    ])
    func whatNoURLHoldsIsEncodedOnce(_ written: String, _ encoded: String) {
        #expect(WebAddress.encoded(written) == encoded)
        #expect(WebAddress.encoded(encoded) == encoded)
    }
}
