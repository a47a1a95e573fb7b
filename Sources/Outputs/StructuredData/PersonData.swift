import SiteModel

/// A person or team as author or reviewer. A team is an Organization.
enum PersonData {
    static func write(_ name: StaticString, _ person: Person, _ context: GraphContext, _ graph: inout GraphWriter) {
        graph.key(name)
        graph.beginObject()
        graph.member("@type", person.isOrganization ? "Organization" : "Person")
        graph.member("name", person.name.text(in: context.header.language.code) ?? person.id)
        graph.member("url", person.url)
        graph.endObject()
    }

    /// Without a named author the organisation answers for the page.
    static func writeAuthor(_ context: GraphContext, _ graph: inout GraphWriter) {
        if let author = context.header.author.flatMap({ context.view.person($0.text) }) {
            write("author", author, context, &graph)
        } else {
            graph.reference("author", context.organizationID)
        }
    }
}
