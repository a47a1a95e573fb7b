package import Outputs
package import SiteModel

/// What a server must know of a published site beside its files.
package struct Hosting: Sendable {
    package let plan: HostPlan
    /// The published files, by their paths below the folder.
    package let files: Set<String>
    /// Pages that stand here only because drafts were asked for, with why they are in no other build.
    package let withheld: [String: WithheldPage.Reason]

    init(_ plan: HostPlan, _ files: [OutputFile], _ view: SiteView) {
        self.plan = plan
        self.files = Set(files.map(\.path))
        var withheld: [String: WithheldPage.Reason] = [:]
        for position in 0..<view.pageCount {
            let header = view.header(PageIndex(position))
            if header.isDraft {
                withheld[header.address.path] = .draft
            } else if let from = header.publishAt, !view.isPast(from) {
                withheld[header.address.path] = .scheduled(from)
            } else if let until = header.expireAt, view.isPast(until) {
                withheld[header.address.path] = .expired(until)
            }
        }
        self.withheld = withheld
    }
}
