package import Diagnostics

/// An editorial check: says what an editor should mend. Nothing that it says keeps a page from being right as such, so each is a
/// warning unless the settings say otherwise.
package protocol SiteCheck: Sendable {
    static var code: DiagnosticCode { get }
}

/// A check that looks at one page after another, while the page's file is at hand.
package protocol PageCheck: SiteCheck {
    /// - Returns: what is wrong, in any order.
    static func mistakes(on page: CheckedPage, in ground: CheckGround) -> [Diagnostic]
}

/// A check that compares pages.
package protocol WholeSiteCheck: SiteCheck {
    /// - Returns: what is wrong, in any order.
    static func mistakes(in site: CheckedSite) -> [Diagnostic]
}
