import Bytes

/// How models, prices and events are written as JSON: in the lock file, in `catalog.json` and in the histories alike.
extension ModelOffer {
    /// `url` is the address of the model's page, written after `slug`; nil in the lock file.
    package func write(into json: inout IndentedJSON, url: String?) {
        json.object { json in
            json.member("id", id)
            json.member("slug", slug)
            json.member("url", ifAny: url)
            json.member("name", name)
            json.member("vendor", ifAny: vendor)
            json.member("kind", kind)
            json.member("context", orNull: context)
            json.member("max_output", orNull: maxOutput)
            json.key("modalities")
            json.object { json in
                json.member("input", inputModalities)
                json.member("output", outputModalities)
            }
            json.key("capabilities")
            json.object { json in
                for capability in capabilities { json.member(capability.name, capability.isSupported) }
            }
            if !endpoints.isEmpty { json.member("endpoints", endpoints) }
            json.key("prices")
            json.array(of: prices) { $1.write(into: &$0) }
            writeHistory(into: &json)
        }
    }

    private func writeHistory(into json: inout IndentedJSON) {
        json.member("source", source)
        json.member("first_seen", ifAny: firstSeen?.dateTime)
        json.member("last_changed", ifAny: lastChanged?.dateTime)
        json.member("status", status.rawValue)
        json.member("last_seen", ifAny: lastSeen?.dateTime)
        json.member("alias_of", ifAny: aliasOf)
        json.member("released", ifAny: released)
        json.member("retires", ifAny: retires)
    }
}

extension Price {
    package func write(into json: inout IndentedJSON) {
        json.object { json in
            json.member("meter", meter)
            json.member("unit", unit)
            json.member("per", per)
            json.member("currency", currency)
            json.member("state", state.rawValue)
            json.member("amount", ifAny: amount?.text)
            json.member("lowest", ifAny: lowest?.text)
            json.member("group", ifAny: group)
            tier?.write(into: &json)
            json.member("source", ifAny: finding?.source)
            json.member("checked_on", ifAny: finding?.checkedOn.iso8601)
        }
    }
}

extension Price.Tier {
    /// Writes the member `tier`.
    func write(into json: inout IndentedJSON) {
        json.key("tier")
        json.object { json in
            if let contextOver { json.member("context_over", contextOver) }
            json.member("service", ifAny: service)
            json.member("utc", ifAny: utc)
        }
    }
}

extension CatalogEvent {
    /// The event as a line of a history, without its line break.
    package var line: [UInt8] {
        var json = IndentedJSON(.compact)
        write(into: &json, timeKey: "at")
        return json.bytes
    }

    /// The id that belongs to the event: the first 16 digits of the SHA-256 of its line without the member `id`.
    package var computedID: String {
        var event = self
        event.id = ""
        return String(SHA256.hexadecimal(of: event.line).prefix(16))
    }

    /// `timeKey` is what the time of the change is called.
    package func write(into json: inout IndentedJSON, timeKey: String) {
        json.object { json in
            if !id.isEmpty { json.member("id", id) }
            json.member(timeKey, at.dateTime)
            json.member("source", source)
            json.member("model", model)
            json.member("event", event.rawValue)
            json.member("meter", ifAny: meter)
            json.member("group", ifAny: group)
            tier?.write(into: &json)
            json.member("currency", ifAny: currency)
            old?.write("old", into: &json)
            new?.write("new", into: &json)
            if event == .added || event == .returned {
                json.key("prices")
                json.array(of: prices) { $1.write(into: &$0) }
            }
            if isFirst { json.member("first", true) }
        }
    }
}

extension CatalogEvent.Amount {
    func write(_ key: String, into json: inout IndentedJSON) {
        json.key(key)
        switch self {
        case .number(let number): json.string(number.text)
        case .none: json.null()
        }
    }
}
