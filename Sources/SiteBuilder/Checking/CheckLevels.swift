import Diagnostics
import Outputs
import SiteModel

/// The levels that `checks:` in the settings gives to codes.
enum CheckLevels {
    private struct Place: Hashable {
        let file: String
        let line: Int
        let column: Int

        init(_ location: SourceLocation) {
            file = location.file
            line = location.line
            column = location.column
        }
    }

    /// Safety rules keep their level; what is off is left out; with `isStrict` warnings become errors.
    static func applied(to diagnostics: [Diagnostic], _ settings: SiteSettings, isStrict: Bool) -> [Diagnostic] {
        let refused = Set(diagnostics.filter { $0.code.id.hasPrefix("yaml/") }.compactMap(\.location).map(Place.init))
        let isSound = !diagnostics.contains { $0.code != .outputCollision && isGrave($0, settings) }
        return diagnostics.compactMap { diagnostic in
            // Two pages or redirects of one address were reported at their sources.
            if diagnostic.code == .outputCollision, diagnostic.location == nil, !isSound { return nil }
            // Files made from what is wrong may well disagree.
            if diagnostic.code == .disagreement, !isSound { return nil }
            // What is said of a value that the YAML reader refused is a follow-up.
            if let location = diagnostic.location, refused.contains(Place(location)),
                !diagnostic.code.id.hasPrefix("yaml/")
            {
                return nil
            }
            guard let severity = severity(of: diagnostic, settings) else { return nil }
            var diagnostic = diagnostic
            diagnostic.severity = severity
            if isStrict { diagnostic.severity = .error }
            return diagnostic
        }
    }

    /// Whether something is wrong with what files are made of.
    static func isGrave(_ diagnostic: Diagnostic, _ settings: SiteSettings) -> Bool {
        diagnostic.code != .disagreement && severity(of: diagnostic, settings) == .error
    }

    /// The level that settings give, else its own; nil for none.
    private static func severity(of diagnostic: Diagnostic, _ settings: SiteSettings) -> Severity? {
        guard !diagnostic.code.isSafetyRule, let level = settings.checkLevels[diagnostic.code.id] else {
            return diagnostic.severity
        }
        switch level {
        case .off: return nil
        case .warning: return .warning
        case .error: return .error
        }
    }
}
