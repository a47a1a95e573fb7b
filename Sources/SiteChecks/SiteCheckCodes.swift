package import Diagnostics

/// The codes of the editorial checks.
package enum SiteCheckCodes {
    package static let all: [DiagnosticCode] = SiteCheckRegistry.all.map { $0.code }
}
