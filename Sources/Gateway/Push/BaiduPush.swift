import Bytes
import Diagnostics
import JSON
package import SiteModel

/// Submissions to Baidu: one address a line. Source: https://ziyuan.baidu.com/
package enum BaiduPush {
    static let mostAddresses = 2000
    /// Baidu documents no other.
    private static let endpoint = "http://data.zz.baidu.com/urls"

    /// The bodies: one for each batch.
    package static func bodies(_ addresses: [String]) -> [String] {
        PushRequest.batches(addresses, of: mostAddresses).map { $0.map { $0 + "\n" }.joined() }
    }

    /// - Parameter token: a secret: it stands in the request alone.
    package static func requests(
        _ addresses: [String], token: String, _ settings: SiteSettings, userAgent: String
    ) -> [PushRequest] {
        let push = settings.machines.push
        var query = ByteBuffer(capacity: 128)
        query.append("?site=")
        query.append(urlComponent: push.baiduSite ?? settings.baseURL)
        var secret = ByteBuffer(capacity: 64)
        secret.append(urlComponent: token)
        query.append("&token=")
        query.append(text: secret.text)
        let secrets = [token, secret.text]
        return PushRequest.batches(addresses, of: mostAddresses).map { batch in
            PushRequest(
                to: push.baiduEndpoint ?? endpoint, query: query.text, type: "text/plain",
                body: batch.joined(separator: "\n"), batch, allowsHTTP: true, allowsLoopback: push.allowsLoopback,
                userAgent: userAgent, secrets: secrets, reading: read)
        }
    }

    /// How many of the addresses counted, and which did not: `success`, `not_same_site`, `not_valid`; or an `error`.
    @Sendable private static func read(_ body: [UInt8], _ addresses: [String]) -> PushRequest.Outcome {
        guard let root = JSONParser.parse(SourceFile(path: "reply", bytes: body)).root,
            let success = root.member("success")?.integerValue, root.member("error") == nil
        else { return .refused("no reply of Baidu") }
        let named = ["not_same_site", "not_valid"].flatMap { root.member($0)?.elements ?? [] }.compactMap(\.stringValue)
        let refused = Set(named)
        let taken = addresses.filter { !refused.contains($0) }
        // When fewer counted than are left, the reply does not say which: none may be taken for sent.
        guard success >= taken.count else { return .refused("\(success) of \(addresses.count) taken") }
        return .accepted(reply: "", refused: addresses.filter { refused.contains($0) })
    }
}
