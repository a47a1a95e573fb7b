package import Diagnostics
import JSON
package import SiteModel

/// Reads a lock file, `Content/catalog/<source>.lock.json`, and checks that it is what a fetch wrote.
extension CatalogSnapshot {
    /// Nil when the file can't be understood at all; mistakes inside are reported and the rest is read.
    /// - Parameter source: whose it must be; nil for any.
    package static func read(
        _ file: SourceFile, source: String?
    ) -> (snapshot: CatalogSnapshot?, diagnostics: [Diagnostic]) {
        let parsed = JSONParser.parse(file)
        var mistakes = SnapshotMistakes(file)
        mistakes.add(contentsOf: parsed.diagnostics)
        guard let root = parsed.root, var fields = ObjectFields(root, &mistakes),
            isReadableVersion(&fields, &mistakes)
        else { return (nil, mistakes.diagnostics) }
        verifyHash(&fields, file, &mistakes)
        guard var snapshot = head(&fields, source, &mistakes) else { return (nil, mistakes.diagnostics) }
        snapshot.readGroups(&fields, &mistakes)
        snapshot.readModels(&fields, &mistakes)
        fields.finish(&mistakes)
        return (snapshot, mistakes.diagnostics)
    }
}

extension CatalogSnapshot {
    private static func isReadableVersion(_ fields: inout ObjectFields, _ mistakes: inout SnapshotMistakes) -> Bool {
        let value = fields.optional("schema_version")
        guard let version = fields.integer("schema_version", &mistakes), let value else { return false }
        if version == schemaVersion { return true }
        if version < 1 {
            mistakes.add(value.range, Message(en: "there is no version \(version)", zh: "不存在版本 \(version)"))
            return false
        }
        mistakes.add(
            value.range,
            Message(
                en: "this snapshot has version \(version); this program reads version \(schemaVersion)",
                zh: "快照版本为 \(version)，本程序只能读取版本 \(schemaVersion)"),
            hint: Message(en: "use the newer Citable that wrote it", zh: "请使用写出它的新版 Citable"),
            code: .snapshotVersion)
        return false
    }

    /// See `CatalogSnapshot.hash(of:)` for what is hashed.
    private static func verifyHash(
        _ fields: inout ObjectFields, _ file: SourceFile, _ mistakes: inout SnapshotMistakes
    ) {
        guard let value = fields.required("content_hash", &mistakes) else { return }
        guard let stated = ObjectFields.text(value, &mistakes) else { return }
        let hashed = file.bytes[..<value.range.lowerBound] + [0x22, 0x22] + file.bytes[value.range.upperBound...]
        guard hash(of: Array(hashed)) != stated else { return }
        mistakes.add(
            value.range,
            Message(
                en:
                    "the content of this snapshot doesn't match its hash; it was changed by something other than a fetch",
                zh: "快照内容与哈希不符，说明它被抓取以外的方式修改过"),
            hint: Message(
                en:
                    "restore the file, or run ‘citable catalog fetch’; corrections by hand belong into Content/catalog/overlay.yaml",
                zh: "请恢复该文件，或运行 citable catalog fetch；手工更正应写在 Content/catalog/overlay.yaml"),
            code: .snapshotHash)
    }

    private static func head(
        _ fields: inout ObjectFields, _ source: String?, _ mistakes: inout SnapshotMistakes
    ) -> CatalogSnapshot? {
        guard let value = fields.required("source", &mistakes), var origin = ObjectFields(value, &mistakes) else {
            return nil
        }
        let idValue = origin.optional("id")
        let id = origin.text("id", &mistakes)
        let adapter = origin.text("adapter", &mistakes)
        let version = origin.integer("adapter_version", &mistakes)
        let url = origin.text("url", &mistakes)
        origin.finish(&mistakes)
        let currency = fields.text("currency", &mistakes)
        if let id, let source, id != source {
            mistakes.add(
                idValue?.range ?? value.range,
                Message(en: "this is the snapshot of ‘\(id)’, not of ‘\(source)’", zh: "这是来源“\(id)”的快照，不是“\(source)”的"))
        }
        guard let id, let adapter, let version, let url, let currency else { return nil }
        return CatalogSnapshot(
            source: source ?? id, adapter: adapter, adapterVersion: version, url: url, currency: currency)
    }

    private mutating func readGroups(_ fields: inout ObjectFields, _ mistakes: inout SnapshotMistakes) {
        for value in fields.array("groups", &mistakes) {
            guard var group = ObjectFields(value, &mistakes) else { continue }
            let name = group.text("name", &mistakes)
            let ratio = group.text("ratio", &mistakes).flatMap { DecimalNumber(canonical: $0) }
            group.finish(&mistakes)
            if let name, let ratio {
                groups.append(Group(name: name, ratio: ratio))
            } else if name != nil {
                mistakes.add(value.range, Message(en: "a ratio is an exact decimal string", zh: "倍率必须是精确的十进制字符串"))
            }
        }
    }

    private mutating func readModels(_ fields: inout ObjectFields, _ mistakes: inout SnapshotMistakes) {
        // By bytes: ids that only look the same are different ids.
        var ids: Set<[UInt8]> = []
        var slugs: Set<String> = []
        let published = Set(groups.map(\.name))
        func read(_ key: String, _ status: ModelOffer.Status) -> [ModelOffer] {
            fields.array(key, &mistakes).compactMap { value in
                guard var offer = ModelOffer(value, source: source, status: status, &mistakes) else { return nil }
                if !ids.insert(Array(offer.id.utf8)).inserted {
                    mistakes.add(value.range, Message(en: "‘\(offer.id)’ is listed twice", zh: "“\(offer.id)”重复出现"))
                } else if !slugs.insert(offer.slug).inserted {
                    mistakes.add(
                        value.range,
                        Message(en: "two models have the slug ‘\(offer.slug)’", zh: "两个模型的 slug 都是“\(offer.slug)”"))
                }
                for group in Set(offer.prices.compactMap(\.group)).subtracting(published).sorted()
                where status == .active {
                    mistakes.add(
                        value.range, Message(en: "the group ‘\(group)’ is not published", zh: "分组“\(group)”未公开"))
                }
                offer.groups = groups.map(\.name).filter { name in offer.prices.contains { $0.group == name } }
                return offer
            }
        }
        models = read("models", .active)
        withdrawn = read("withdrawn", .withdrawn)
    }
}
