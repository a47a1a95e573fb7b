import Diagnostics
import Outputs
import SiteModel

/// Whether what `security.txt` says is still valid. Source: RFC 9116, section 2.5.5.
enum SecurityExpiry {
    static func mistakes(in view: SiteView) -> [Diagnostic] {
        guard let security = view.settings.machines.security, let expires = security.expires,
            view.isPast(Moment(seconds: expires.seconds - 1, zoneMinutes: nil))
        else { return [] }
        return [
            Diagnostic(
                .securityExpired, at: security.location,
                Message(en: "the contact expired on \(expires.day)", zh: "安全联系方式已于 \(expires.day) 失效"),
                hint: Message(
                    en: "see that the contacts are right and set a day within a year", zh: "请核对联系方式，并改为一年之内的日期"))
        ]
    }
}

extension DiagnosticCode {
    static let securityExpired = DiagnosticCode(
        "settings/security-expired",
        en: "security.txt must name a day in the future; who reads an expired one can't tell whether anybody listens.",
        zh: "security.txt 的失效日期必须在将来；过期之后，读者无法判断是否还有人处理。",
        wrong: "security: {contact: [\"mailto:a@example.org\"], expires: 2020-01-01}",
        right: "security: {contact: [\"mailto:a@example.org\"], expires: 2027-06-30}")
}
