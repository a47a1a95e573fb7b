import Diagnostics
import SiteModel

/// How `safety:` is read.
extension SafetyAllowance {
    static func list(reading fields: inout FieldReader) -> [SafetyAllowance] {
        fields.records(
            "allow", owner: Message(en: "an allowance", zh: "允许项"),
            Message(en: "Findings that may be published, each with a reason", zh: "允许公开的内容，逐条写明理由")
        ) { SafetyAllowance(reading: &$0) }
    }

    private init(reading fields: inout FieldReader) {
        let fingerprint = fields.text("fingerprint", Message(en: "As the diagnostic names it", zh: "诊断中给出的指纹"))
        let reason = fields.text("reason", Message(en: "Why it may be published", zh: "允许公开的理由"))
        self.init(fingerprint: fingerprint, reason: reason)
        let isWhole =
            fingerprint.utf8.count == 16
            && fingerprint.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        if !fingerprint.isEmpty, !isWhole {
            fields.add(
                Diagnostic(
                    .badSetting, at: fields.location(ofField: "fingerprint"),
                    Message(
                        en: "a fingerprint is the sixteen hexadecimal digits that the diagnostic names",
                        zh: "指纹是诊断中给出的 16 位十六进制数")))
        }
    }
}
