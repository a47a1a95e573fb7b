import SiteModel

/// From which seconds on a site is another one, although nobody touches it.
enum SiteMoments {
    /// Publishing, expiry, the age of the catalog, the contact's expiry; in any order.
    static func all(in site: Site) -> [Int] {
        var moments: [Int] = []
        if let catalog = site.catalog, let settings = site.settings.catalog {
            for source in catalog.sources {
                moments.append(source.fetchedAt.seconds + settings.maxAgeDays * 86_400 + 1)
            }
        }
        for header in site.headers {
            for moment in [header.publishAt, header.expireAt] {
                if let moment { moments.append(moment.seconds) }
            }
        }
        for page in site.withheld.all {
            switch page.reason {
            case .scheduled(let moment), .expired(let moment): moments.append(moment.seconds)
            case .draft, .unreadable: break
            }
        }
        if let expires = site.settings.machines.security?.expires { moments.append(expires.seconds) }
        return moments
    }

    /// The next one after a time, days of review included; nil when the site stays as it is.
    static func next(in site: Site, after now: Moment) -> Int? {
        let reviews = site.headers.lazy.compactMap { $0.reviewBy.map { $0.seconds + 1 } }
        return (all(in: site) + reviews).filter { $0 > now.seconds }.min()
    }
}
