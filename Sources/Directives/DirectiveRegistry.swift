/// Every directive, sorted by name.
package enum DirectiveRegistry {
    package static let all: [any Directive.Type] = [
        AsOfDirective.self,
        CautionDirective.self,
        DetailsDirective.self,
        FactDirective.self,
        ImportantDirective.self,
        IncludeDirective.self,
        LangDirective.self,
        ModelDirective.self,
        ModelTableDirective.self,
        NoteDirective.self,
        OnlyDirective.self,
        PriceDirective.self,
        StepsDirective.self,
        TabDirective.self,
        TabsDirective.self,
        TermDirective.self,
        TipDirective.self,
        WarningDirective.self,
    ]

    /// The directive of a name.
    package static func directive(named name: String) -> (any Directive.Type)? { byName[name] }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.rule.name, $0) })
}
