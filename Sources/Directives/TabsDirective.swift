import Diagnostics
import SiteModel

/// `::::tabs` around several `:::tab[Title]`: alternatives of one thing. Without a script all panels stand one below another.
package enum TabsDirective: Wrapper {
    package static let rule = DirectiveRule(
        name: "tabs", forms: [.container], label: .none, attributes: [],
        explanation: Message(en: "Alternatives of one thing, each in a ‘tab’", zh: "同一内容的几种写法，每种放在一个 tab 里"))
}
