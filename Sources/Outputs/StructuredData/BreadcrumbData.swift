/// The breadcrumb; its names equal the visible ones.
enum BreadcrumbData {
    static func write(_ context: GraphContext, _ graph: inout GraphWriter) {
        guard context.hasBreadcrumb else { return }
        graph.beginObject()
        graph.member("@type", "BreadcrumbList")
        graph.member("@id", context.id("breadcrumb"))
        graph.key("itemListElement")
        graph.beginArray()
        for (position, page) in context.view.breadcrumbs(of: context.page).enumerated() {
            graph.beginObject()
            graph.member("@type", "ListItem")
            graph.member("position", number: position + 1)
            graph.member("name", context.view.breadcrumbTitle(of: page))
            graph.member("item", context.view.canonical(page))
            graph.endObject()
        }
        graph.endArray()
        graph.endObject()
    }
}
