/// Every node of the graph, sorted by name.
enum StructuredDataRegistry {
    static let all: [any StructuredDataNode.Type] = [
        ArticleData.self,
        BreadcrumbListData.self,
        DatasetData.self,
        DefinedTermData.self,
        DefinedTermSetData.self,
        ItemListData.self,
        OrganizationData.self,
        PersonData.self,
        QuestionData.self,
        ServiceData.self,
        WebPageData.self,
        WebSiteData.self,
    ]
}
