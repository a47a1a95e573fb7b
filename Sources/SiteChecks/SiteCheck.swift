package import Diagnostics

/// An editorial check: looks at the whole site and says what an editor should mend. Nothing that it says keeps a page from being
/// right as such, so each is a warning unless the settings say otherwise.
package protocol SiteCheck: Sendable {
    static var code: DiagnosticCode { get }

    /// - Returns: what is wrong, in any order.
    static func mistakes(in site: CheckedSite) -> [Diagnostic]
}
