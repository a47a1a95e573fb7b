import Bytes
import SiteModel

/// `.well-known/security.txt`: whom to tell of a security problem. Source: RFC 9116.
package enum SecurityText: SiteFormat {
    package static let name = "security"

    private static let path = ".well-known/security.txt"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        view.settings.machines.security?.expires == nil ? [] : [OutputTask(path: path)]
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        guard let security = view.settings.machines.security, let expires = security.expires else { return [] }
        var lines = security.contacts.map { "Contact: " + OneLine.text($0) }
        lines.append("Expires: " + expires.dateTime)
        lines.append("Preferred-Languages: " + view.settings.languages.map(\.code).joined(separator: ", "))
        lines.append("Canonical: " + view.url("/" + path))
        if let policy = security.policy { lines.append("Policy: " + OneLine.text(policy)) }
        return [.bytes(Array(lines.map { $0 + "\n" }.joined().utf8))]
    }
}
