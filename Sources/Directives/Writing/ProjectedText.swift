package import Bytes
package import SiteModel

/// Plain text, links and titles as each projection writes them.
extension ByteBuffer {
    /// Text of the catalog or of a label: data, never markup.
    package mutating func append(text: String, as projection: Projection) {
        switch projection {
        case .html: append(htmlEscaped: text)
        case .markdown: append(markdownEscaped: text)
        case .plain: append(text: text)
        }
    }

    /// A link to a page of the site, or its text alone when there is no page.
    package mutating func append(
        link text: String, to address: SiteAddress?, cssClass: StaticString? = nil, as projection: Projection,
        _ facts: any DirectiveFacts
    ) {
        guard let address, projection != .plain else {
            append(text: text, as: projection)
            return
        }
        let destination = facts.destination(of: address, as: projection)
        if projection == .markdown {
            append("[")
            append(markdownEscaped: text)
            append("](")
            append(urlEncoded: destination)
            append(")")
            return
        }
        append("<a")
        if let cssClass {
            append(" class=\"")
            append(cssClass)
            append("\"")
        }
        append(" href=\"")
        var encoded = ByteBuffer(capacity: destination.utf8.count + 16)
        encoded.append(urlEncoded: destination)
        append(htmlEscaped: encoded.text)
        append("\">")
        append(htmlEscaped: text)
        append("</a>")
    }

    /// ` name="value"`.
    mutating func append(attribute name: StaticString, _ value: String) {
        append(" ")
        append(name)
        append("=\"")
        append(htmlEscaped: value)
        append("\"")
    }

    /// A day with its machine-readable form in HTML, else the day alone.
    mutating func append(day moment: Moment, as projection: Projection) {
        guard projection == .html else {
            append(text: moment.day)
            return
        }
        append("<time")
        append(attribute: "datetime", moment.iso8601)
        append(">")
        append(text: moment.day)
        append("</time>")
    }

    /// A backslash goes before every character that CommonMark or a GFM table could read as markup. Line breaks become
    /// spaces, so the text can't leave its line.
    package mutating func append(markdownEscaped text: String) {
        for byte in text.utf8 {
            switch byte {
            // \ ` * _ [ ] < > # | ~ &
            case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x3C, 0x3E, 0x23, 0x7C, 0x7E, 0x26:
                append(byte: 0x5C)
                append(byte: byte)
            case 0x0A, 0x0D: append(byte: 0x20)
            default: append(byte: byte)
            }
        }
    }
}
