import Bytes

/// One source's catalog as its lock file holds it. The same catalog gives the same bytes.
package struct CatalogSnapshot: Sendable {
    package struct Group: Sendable, Hashable {
        package let name: String
        /// What the group's prices were multiplied with.
        package let ratio: DecimalNumber

        package init(name: String, ratio: DecimalNumber) {
            self.name = name
            self.ratio = ratio
        }
    }

    /// The version of the format that this program writes and the newest it reads.
    package static let schemaVersion = 1

    package var source: String
    package var adapter: String
    package var adapterVersion: Int
    /// Without query and secrets; `file:<name>` for a catalog that came from a file.
    package var url: String
    package var currency: String
    /// In the order of the settings.
    package var groups: [Group] = []
    /// Sorted by id bytes.
    package var models: [ModelOffer] = []
    /// Sorted by id bytes.
    package var withdrawn: [ModelOffer] = []

    package init(source: String, adapter: String, adapterVersion: Int, url: String, currency: String) {
        self.source = source
        self.adapter = adapter
        self.adapterVersion = adapterVersion
        self.url = url
        self.currency = currency
    }
}

extension CatalogSnapshot {
    /// The lock file, with its hash.
    package func lockFile() -> [UInt8] { lockFile(contentHash: Self.hash(of: lockFile(contentHash: ""))) }

    /// What `content_hash` must say: `sha256:` and the digest of the whole lock file in which the value of `content_hash`
    /// is the empty string.
    package static func hash(of file: [UInt8]) -> String { "sha256:" + SHA256.hexadecimal(of: file) }

    private func lockFile(contentHash: String) -> [UInt8] {
        var json = IndentedJSON()
        json.object { json in
            json.member("schema_version", Self.schemaVersion)
            json.key("source")
            json.object { json in
                json.member("id", source)
                json.member("adapter", adapter)
                json.member("adapter_version", adapterVersion)
                json.member("url", url)
            }
            json.member("content_hash", contentHash)
            json.member("currency", currency)
            json.key("groups")
            json.array(of: groups) { json, group in
                json.object { json in
                    json.member("name", group.name)
                    json.member("ratio", group.ratio.text)
                }
            }
            json.key("models")
            json.array(of: models) { $1.write(into: &$0, url: nil) }
            json.key("withdrawn")
            json.array(of: withdrawn) { $1.write(into: &$0, url: nil) }
        }
        return json.file
    }
}
