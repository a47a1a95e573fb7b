package import Diagnostics

/// What can be wrong with the reply of a gateway.
extension DiagnosticCode {
    package static let badReply = DiagnosticCode(
        "catalog/bad-reply",
        en: "The gateway's reply has not the shape that its adapter reads. Nothing of it was taken.",
        zh: "网关的回复不是该适配器能读取的结构，因此全部未采用。",
        wrong: "{\"data\": {\"id\": \"gpt-5\"}}",
        right: "{\"data\": [{\"id\": \"gpt-5\"}]}")
    package static let unknownReply = DiagnosticCode(
        "catalog/unknown-reply",
        en: "The reply has the shape of no gateway that Citable knows. Name the adapter in the settings.",
        zh: "回复不符合任何已知网关的结构。请在设置中写明适配器。",
        wrong: "{\"hello\": \"world\"}   # with ‘adapter: auto’",
        right: "{\"data\": [{\"id\": \"gpt-5\"}]}   # with ‘adapter: openai’")
    package static let errorReply = DiagnosticCode(
        "catalog/error-reply",
        en: "The gateway answered with an error, whatever its status code says.",
        zh: "无论状态码是什么，网关返回的都是一个错误。",
        wrong: "{\"error\": {\"message\": \"invalid key\"}}",
        right: "{\"data\": [{\"id\": \"gpt-5\"}]}")
    package static let badModelID = DiagnosticCode(
        "catalog/bad-id",
        en: "An entry has no id, or one that is blank, longer than 256 bytes, or holds invisible characters.",
        zh: "条目缺少 id，或者 id 为空白、超过 256 字节、含有不可见字符。",
        wrong: "{\"data\": [{\"id\": \" \"}]}",
        right: "{\"data\": [{\"id\": \"gpt-5\"}]}")
    package static let duplicateModel = DiagnosticCode(
        "catalog/duplicate-model",
        en: "The gateway lists one id twice, so its price would depend on which entry is read.",
        zh: "网关把同一个 id 列了两次，价格取决于读哪一条。",
        wrong: "{\"data\": [{\"id\": \"gpt-5\"}, {\"id\": \"gpt-5\"}]}",
        right: "{\"data\": [{\"id\": \"gpt-5\"}]}")
    package static let badPrice = DiagnosticCode(
        "catalog/bad-price",
        en:
            "A price is an exact decimal number, zero or within 1e-12 and 1e9. Text, negative numbers and more than 40 digits are refused.",
        zh: "价格必须是精确的十进制数，为零或在 1e-12 到 1e9 之间。文字、负数和超过 40 位的数字都会被拒绝。",
        wrong: "{\"prompt\": \"0,15\"}", right: "{\"prompt\": \"0.15\"}")
    package static let unknownUnit = DiagnosticCode(
        "catalog/unknown-unit",
        en: "The reply has prices but doesn't say what they are for. Set ‘unit’ of the source.",
        zh: "回复中有价格，但没有说明单位。请设置来源的 unit。",
        wrong: "{id: main, adapter: openai, url: https://…}",
        right: "{id: main, adapter: openai, url: https://…, unit: per_million}")
    package static let badGroup = DiagnosticCode(
        "catalog/bad-group",
        en: "A published price group has no multiplier in the reply, or one that is negative or no number.",
        zh: "要公布的价格分组在回复中没有倍率，或者倍率为负、不是数字。",
        wrong: "\"group_ratio\": {\"default\": 1, \"vip\": -1}",
        right: "\"group_ratio\": {\"default\": 1, \"vip\": 0.8}")
    package static let morePages = DiagnosticCode(
        "catalog/more-pages",
        en:
            "The list goes on behind a link that isn't followed: it leaves the gateway, repeats itself, or comes from a file.",
        zh: "列表在一个不会跟随的链接之后还有内容：该链接离开了网关、出现循环，或者回复来自文件。",
        wrong: "{\"data\": [{\"id\": \"gpt-5\"}], \"has_more\": true}   # from a file",
        right: "{\"data\": [{\"id\": \"gpt-5\"}], \"has_more\": false}")
    package static let tooManyModels = DiagnosticCode(
        "catalog/too-many-models",
        en: "A reply lists more models than any gateway has; it was not taken.",
        zh: "回复列出的模型数超过任何网关，因此未采用。",
        wrong: "A reply that lists more models than any gateway has",
        right: "The gateway’s own list, without a mirror of all models in the world")
    package static let badStatusReply = DiagnosticCode(
        "catalog/bad-status-reply",
        en: "The reply of the status page has not the shape of uptime-kuma. The last record of it is kept.",
        zh: "状态页的回复不符合 uptime-kuma 的结构，保留上一次的记录。",
        wrong: "{\"heartbeatList\": []}",
        right: "{\"heartbeatList\": {\"1\": []}, \"uptimeList\": {}}")
}

/// The codes of this room.
package enum GatewayCodes {
    package static let all: [DiagnosticCode] = [
        .badReply, .unknownReply, .errorReply, .badModelID, .duplicateModel, .badPrice, .unknownUnit, .badGroup,
        .tooManyModels, .morePages, .badStatusReply,
    ]
}
