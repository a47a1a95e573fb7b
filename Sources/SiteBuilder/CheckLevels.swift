import Diagnostics
import SiteModel

/// The levels that `checks:` in the settings gives to codes.
enum CheckLevels {
    /// Safety rules keep their level; what is off is left out; with `isStrict` warnings become errors.
    static func applied(to diagnostics: [Diagnostic], _ settings: SiteSettings, isStrict: Bool) -> [Diagnostic] {
        diagnostics.compactMap { diagnostic in
            var diagnostic = diagnostic
            if !diagnostic.code.isSafetyRule, let level = settings.checkLevels[diagnostic.code.id] {
                switch level {
                case .off: return nil
                case .warning: diagnostic.severity = .warning
                case .error: diagnostic.severity = .error
                }
            }
            if isStrict { diagnostic.severity = .error }
            return diagnostic
        }
    }
}
