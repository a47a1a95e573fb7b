package import SiteModel

/// Submissions to IndexNow. Source: https://www.indexnow.org/documentation
package enum IndexNowPush {
    static let mostAddresses = 10_000
    private static let endpoint = "https://api.indexnow.org/indexnow"

    /// The bodies: one for each batch.
    package static func bodies(_ addresses: [String], key: String, baseURL: String) -> [String] {
        PushRequest.batches(addresses, of: mostAddresses).map { body($0, key: key, baseURL: baseURL) }
    }

    package static func requests(
        _ addresses: [String], key: String, _ settings: SiteSettings, userAgent: String
    ) -> [PushRequest] {
        let push = settings.machines.push
        return PushRequest.batches(addresses, of: mostAddresses).map { batch in
            PushRequest(
                to: push.indexNowEndpoint ?? endpoint, type: "application/json; charset=utf-8",
                body: body(batch, key: key, baseURL: settings.baseURL), batch, allowsHTTP: false,
                allowsLoopback: push.allowsLoopback, userAgent: userAgent)
        }
    }

    private static func body(_ addresses: [String], key: String, baseURL: String) -> String {
        let host = baseURL.split(separator: "/").dropFirst().first.map(String.init) ?? ""
        var json = IndentedJSON(.compact)
        json.object { json in
            json.member("host", host.split(separator: ":").first.map(String.init) ?? host)
            json.member("key", key)
            json.member("keyLocation", baseURL + "/" + key + ".txt")
            json.member("urlList", addresses)
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
