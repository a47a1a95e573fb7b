import Bytes
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
        query.append("&token=")
        query.append(urlComponent: token)
        return PushRequest.batches(addresses, of: mostAddresses).map { batch in
            PushRequest(
                to: push.baiduEndpoint ?? endpoint, query: query.text, type: "text/plain",
                body: batch.joined(separator: "\n"), batch, allowsHTTP: true, allowsLoopback: push.allowsLoopback,
                userAgent: userAgent)
        }
    }
}
