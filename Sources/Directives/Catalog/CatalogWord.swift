/// The words of catalogs that people read: what a model is for, what goes in and out, what it can do. The theme may have a
/// phrase for each, such as `modality_text`; without one the catalog's own word stands.
package enum CatalogWord: String {
    case kind = "model_kind_"
    case modality = "modality_"
    case capability = "capability_"
}

extension DirectiveFacts {
    /// What a word of the catalog is called: "text" is "文本".
    package func text(of name: String, as word: CatalogWord) -> String { phrase(named: word.rawValue + name) ?? name }
}
