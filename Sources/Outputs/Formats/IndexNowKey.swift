import SiteModel

/// `<key>.txt`: proves to IndexNow that who submits addresses owns the site. Source: https://www.indexnow.org/documentation
package enum IndexNowKey: SiteFormat {
    package static let name = "indexnow"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        view.settings.machines.push.indexNowKey.map { [OutputTask(path: $0 + ".txt")] } ?? []
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        [.bytes(Array((view.settings.machines.push.indexNowKey ?? "").utf8))]
    }
}
