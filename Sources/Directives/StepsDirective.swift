import Diagnostics
import SiteModel

/// `:::steps` around an ordered list: instructions that are followed in order.
package enum StepsDirective: Wrapper {
    package static let rule = DirectiveRule(
        name: "steps", forms: [.container], label: .none, attributes: [],
        explanation: Message(en: "An ordered list of instructions", zh: "按顺序执行的步骤"))
}
