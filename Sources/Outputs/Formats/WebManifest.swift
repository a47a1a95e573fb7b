import SiteModel

/// `site.webmanifest`: the site as something to install, in its default language. Source: https://www.w3.org/TR/appmanifest/
package enum WebManifest: SiteFormat {
    package static let name = "webmanifest"

    package static func tasks(_ view: SiteView, _ products: PageProducts) -> [OutputTask] {
        view.settings.machines.icons.isEmpty ? [] : [OutputTask(path: "site.webmanifest")]
    }

    package static func render(_ task: OutputTask, _ view: SiteView, _ products: PageProducts) -> [FilePiece] {
        let (settings, language) = (view.settings, view.settings.defaultLanguage)
        let name = view.siteName(in: language)
        var json = IndentedJSON()
        json.object { json in
            json.member("name", name)
            json.member("short_name", settings.machines.shortName ?? name)
            json.member("description", ifAny: settings.description?.text(in: language.code))
            json.member("lang", language.tag)
            json.member("dir", ifAny: language.isRightToLeft ? "rtl" : nil)
            json.member("id", "/")
            json.member("start_url", view.homeAddress(in: language).path)
            json.member("scope", "/")
            json.member("display", "browser")
            json.key("icons")
            json.array(of: settings.machines.icons) { json, icon in
                json.object { json in
                    json.member("src", view.path(ofURL: view.url(icon.path)))
                    json.member("sizes", "\(icon.size)x\(icon.size)")
                    json.member("type", "image/png")
                }
            }
        }
        return [.bytes(json.file)]
    }
}
