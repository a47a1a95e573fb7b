package import Diagnostics

/// What content can get wrong about the catalog.
extension DiagnosticCode {
    package static let unknownModel = DiagnosticCode(
        "catalog/unknown-model",
        en: "Content names a model that is in no snapshot of the catalog. Ids are the gateway's own, letter by letter.",
        zh: "内容引用了目录快照中不存在的模型。模型 id 必须与网关返回的完全一致。",
        wrong: ":price[gpt4o-mini]", right: ":price[gpt-4o-mini]")
    package static let unknownMeter = DiagnosticCode(
        "catalog/unknown-meter",
        en: "The model has no price for this meter, so there is nothing to show.",
        zh: "该模型没有这一计量项的价格，无法显示。",
        wrong: ":price[gpt-4o-mini]{meter=ouput}", right: ":price[gpt-4o-mini]{meter=output}")
    package static let unknownGroup = DiagnosticCode(
        "catalog/unknown-group",
        en: "The model has no prices in this group, or the group is not published.",
        zh: "该模型在此分组中没有价格，或者该分组未公开。",
        wrong: ":price[gpt-4o-mini]{group=vpi}", right: ":price[gpt-4o-mini]{group=vip}")
    package static let unknownTier = DiagnosticCode(
        "catalog/unknown-tier",
        en: "The model has no price under this condition of context length or service.",
        zh: "该模型没有符合此上下文长度或服务档位的价格。",
        wrong: ":price[gemini-2.5-pro]{context_over=100000}", right: ":price[gemini-2.5-pro]{context_over=200000}")
    package static let unknownSource = DiagnosticCode(
        "catalog/unknown-source",
        en: "No source of this name has a snapshot, so there is no date to show.",
        zh: "没有此名称的来源快照，因此没有日期可显示。",
        wrong: ":as-of[mian]", right: ":as-of[main]")
    package static let unknownColumn = DiagnosticCode(
        "catalog/unknown-column",
        en: "A table of models has no such column. Columns are meters and properties of models.",
        zh: "模型表没有这一列。列可以是计量项，也可以是模型属性。",
        wrong: "::model-table{columns=\"inputs\"}", right: "::model-table{columns=\"input\"}")
    package static let unpriced = DiagnosticCode(
        "catalog/unpriced",
        en:
            "The gateway doesn't state this price, and unknown is not free. Say with ‘fallback’ what readers see instead.",
        zh: "网关没有给出此价格，而未知不等于免费。请用 fallback 写明显示什么。",
        wrong: ":price[acme/large-1]", right: ":price[acme/large-1]{fallback=\"on request\"}")
    package static let falseFact = DiagnosticCode(
        "catalog/false-fact",
        en: "A claim about a model that the catalog contradicts, or can't confirm. It is checked at each build.",
        zh: "关于模型的断言与目录矛盾，或者目录无法证实。每次构建都会核对。",
        wrong: ":fact[cheapest]{model=gpt-5 among=gpt-4o-mini}", right: ":fact[cheapest]{model=gpt-4o-mini among=gpt-5}"
    )
    package static let missingRate = DiagnosticCode(
        "catalog/missing-rate",
        en:
            "A price is asked for in a currency for which the settings state no rate. Rates are never guessed or fetched.",
        zh: "要求以另一种货币显示价格，但设置中没有对应的汇率。汇率不会被推测，也不会被抓取。",
        wrong: ":price[gpt-4o-mini]{currency=JPY}", right: ":price[gpt-4o-mini]{currency=CNY}")
    package static let staleRate = DiagnosticCode(
        "catalog/stale-rate", .warning,
        en: "An exchange rate in the settings is older than ‘max_age_days’. Converted amounts still name its day.",
        zh: "设置中的汇率已超过 max_age_days。换算金额旁仍会写明汇率日期。",
        wrong: "rates: [{from: USD, to: CNY, rate: 7.1, as_of: 2020-01-01, source: \"https://…\"}]",
        right: "rates: [{from: USD, to: CNY, rate: 7.1, as_of: 2026-11-23, source: \"https://…\"}]")
    package static let emptyTable = DiagnosticCode(
        "catalog/empty-table",
        en: "No model passes the filters of this table, so readers would see nothing.",
        zh: "没有模型符合此表的筛选条件，读者会看到空表。",
        wrong: "::model-table{vendor=\"Acme Inc\"}", right: "::model-table{vendor=\"acme\"}")
    package static let withdrawnModel = DiagnosticCode(
        "catalog/withdrawn-model", .warning,
        en:
            "The gateway no longer lists this model. Its last known price is shown with its date; better name another model.",
        zh: "网关已不再提供该模型。页面会显示最后已知的价格及日期，建议换成仍可用的模型。",
        wrong: ":price[gpt-4-32k]",
        right: ":price[gpt-4o-mini]")
}

/// What can be wrong with the snapshots and the overlay.
extension DiagnosticCode {
    package static let staleCatalog = DiagnosticCode(
        "catalog/stale", .warning,
        en: "The newest snapshot is older than ‘max_age_days’. Prices are marked as not confirmed and make no offers.",
        zh: "目录快照已超过 max_age_days，价格会标为未确认，也不再输出报价。",
        wrong: "max_age_days: 7   # and the last fetch was a month ago",
        right: "citable catalog fetch")
    package static let missingSnapshot = DiagnosticCode(
        "catalog/missing-snapshot", .warning,
        en: "Settings name a source that has never been fetched, so its models are not on the site.",
        zh: "设置中的来源还没有抓取过，因此站点上没有它的模型。",
        wrong: "catalog: {sources: [{id: main, …}]}   # and Content/catalog/main.lock.json is missing",
        right: "citable catalog fetch")
    package static let malformedSnapshot = DiagnosticCode(
        "catalog/malformed-snapshot",
        en: "A file in Content/catalog doesn't have the form that ‘citable catalog fetch’ writes.",
        zh: "Content/catalog 中的文件不符合 citable catalog fetch 写出的格式。",
        wrong: "{\"models\": 1}   # in Content/catalog/main.lock.json",
        right: "citable catalog fetch")
    package static let snapshotVersion = DiagnosticCode(
        "catalog/snapshot-version",
        en: "The snapshot was written by a newer Citable, and reading it as an older one could change its meaning.",
        zh: "快照由更新版本的 Citable 写出，按旧版本读取可能会改变含义。",
        wrong: "\"schema_version\": 99",
        right: "The version of Citable that wrote the snapshot, or a newer one")
    package static let snapshotHash = DiagnosticCode(
        "catalog/snapshot-hash",
        en: "The snapshot's content doesn't match its hash: it was edited by hand, or a merge went wrong.",
        zh: "快照内容与其哈希不符：可能被手工修改，或者合并出错。",
        wrong: "\"amount\": \"0.15\" changed to \"0.10\" by hand in Content/catalog/main.lock.json",
        right: "The price in Content/catalog/overlay.yaml, with its source")
    package static let mergeConflict = DiagnosticCode(
        "catalog/merge-conflict",
        en: "A file holds conflict markers of a merge.",
        zh: "文件中有合并冲突标记。",
        wrong: "<<<<<<< HEAD   # in Content/catalog/main.lock.json",
        right: "git checkout --theirs Content/catalog && citable catalog fetch")
    package static let unknownOverlayModel = DiagnosticCode(
        "catalog/unknown-overlay-model", .warning,
        en: "The overlay speaks of a model that no source has, so it changes nothing.",
        zh: "overlay.yaml 中的模型不在任何来源里，因此不起作用。",
        wrong: "models: {gpt-5-minni: {vendor: OpenAI}}",
        right: "models: {gpt-5-mini: {vendor: OpenAI}}")
    package static let malformedOverlay = DiagnosticCode(
        "catalog/malformed-overlay",
        en: "A price in the overlay is not an exact decimal text with a known meter, a currency, a source and a date.",
        zh: "overlay.yaml 中的价格必须是精确的十进制文本，并有已知的计量项、货币、来源和日期。",
        wrong: "{meter: input, amount: \"0,15\", currency: USD, source: \"https://…\", checked_on: 2026-11-23}",
        right: "{meter: input, amount: \"0.15\", currency: USD, source: \"https://…\", checked_on: 2026-11-23}")
}

/// The codes about the catalog.
package enum CatalogCodes {
    package static let all: [DiagnosticCode] = [
        .unknownModel, .unknownMeter, .unknownGroup, .unknownTier, .unknownSource, .unknownColumn, .unpriced,
        .emptyTable, .falseFact,
        .withdrawnModel, .missingRate, .staleRate, .staleCatalog, .missingSnapshot, .malformedSnapshot,
        .snapshotVersion, .snapshotHash,
        .mergeConflict, .unknownOverlayModel, .malformedOverlay,
    ]
}
