import Diagnostics
import JSON
import SiteModel

/// Reads a model of a snapshot. Source: the catalog contract, section 3.
extension ModelOffer {
    /// Nil after a mistake in what names the model; other mistakes are reported and the rest is read.
    init?(_ value: JSONValue, source: String, status: Status, _ mistakes: inout SnapshotMistakes) {
        guard var fields = ObjectFields(value, &mistakes) else { return nil }
        let id = Self.id(&fields, &mistakes)
        let slug = Self.slug(&fields, &mistakes)
        let name = fields.text("name", &mistakes)
        let vendor = fields.optionalText("vendor", &mistakes)
        let kind = fields.text("kind", &mistakes)
        guard let id, let slug, let name, let kind else { return nil }
        self.init(id: id, slug: slug, name: name, kind: kind, source: source)
        self.vendor = vendor
        self.status = status
        context = fields.count("context", &mistakes)
        maxOutput = fields.count("max_output", &mistakes)
        readModalities(&fields, &mistakes)
        readCapabilities(&fields, &mistakes)
        endpoints = fields.optional("endpoints") == nil ? [] : fields.texts("endpoints", &mistakes)
        readPrices(&fields, &mistakes)
        readHistory(&fields, &mistakes)
        fields.finish(&mistakes)
    }

    private static func id(_ fields: inout ObjectFields, _ mistakes: inout SnapshotMistakes) -> String? {
        guard let value = fields.required("id", &mistakes), let text = ObjectFields.text(value, &mistakes) else {
            return nil
        }
        guard let problem = ModelID.problem(text) else { return text }
        mistakes.add(value.range, Message(en: "this id \(problem.english)", zh: "这个 id \(problem.chinese)"))
        return nil
    }

    private static func slug(_ fields: inout ObjectFields, _ mistakes: inout SnapshotMistakes) -> String? {
        guard let value = fields.required("slug", &mistakes), let text = ObjectFields.text(value, &mistakes) else {
            return nil
        }
        let isSlug = text.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
        }
        if isSlug, text.utf8.count <= 160 { return text }
        mistakes.add(
            value.range, Message(en: "a slug is lower-case letters, digits and hyphens", zh: "slug 只能由小写字母、数字和连字符组成"))
        return nil
    }

    private mutating func readModalities(_ fields: inout ObjectFields, _ mistakes: inout SnapshotMistakes) {
        guard let value = fields.required("modalities", &mistakes), var sides = ObjectFields(value, &mistakes) else {
            return
        }
        inputModalities = sides.texts("input", &mistakes)
        outputModalities = sides.texts("output", &mistakes)
        sides.finish(&mistakes)
    }

    private mutating func readCapabilities(_ fields: inout ObjectFields, _ mistakes: inout SnapshotMistakes) {
        guard let value = fields.required("capabilities", &mistakes) else { return }
        guard let members = value.members else {
            mistakes.add(value.range, ObjectFields.expected(Message(en: "an object", zh: "对象"), value))
            return
        }
        for member in members {
            if let isSupported = member.value.boolValue {
                capabilities.append((member.key, isSupported))
            } else {
                mistakes.add(
                    member.value.range,
                    Message(
                        en: "a capability is true or false; leave it out when it is not known",
                        zh: "能力只能是 true 或 false；未知时请省略"))
            }
        }
    }

    private mutating func readPrices(_ fields: inout ObjectFields, _ mistakes: inout SnapshotMistakes) {
        let values = fields.array("prices", &mistakes)
        if values.isEmpty {
            mistakes.add(
                fields.range.lowerBound..<fields.range.lowerBound + 1,
                Message(en: "‘\(id)’ has no price, not even an unknown one", zh: "“\(id)”没有任何价格条目，连未知都没有"))
        }
        var seen: Set<[String]> = []
        for value in values {
            guard let price = Price(value, &mistakes) else { continue }
            if seen.insert([price.meter, price.group ?? "", price.tier?.text ?? ""]).inserted {
                prices.append(price)
            } else {
                mistakes.add(value.range, Message(en: "this price is stated twice", zh: "这一价格重复出现"))
            }
        }
    }

    private mutating func readHistory(_ fields: inout ObjectFields, _ mistakes: inout SnapshotMistakes) {
        if let value = fields.required("source", &mistakes), value.stringValue != source {
            mistakes.add(value.range, Message(en: "this is not a model of ‘\(source)’", zh: "这不是来源“\(source)”的模型"))
        }
        firstSeen = fields.moment("first_seen", &mistakes)
        lastChanged = fields.moment("last_changed", &mistakes)
        if let value = fields.required("status", &mistakes), value.stringValue != status.rawValue {
            mistakes.add(
                value.range,
                Message(
                    en: "the status is ‘\(status.rawValue)’ in this list", zh: "此列表中的 status 应为“\(status.rawValue)”"))
        }
        if isWithdrawn { lastSeen = fields.moment("last_seen", &mistakes) }
        aliasOf = fields.optionalText("alias_of", &mistakes)
        released = fields.optionalText("released", &mistakes)
        retires = fields.optionalText("retires", &mistakes)
    }
}
