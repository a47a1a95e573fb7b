/// Soft line breaks: dropped between two characters that have no space between them in Chinese.
enum SoftBreaks {
    /// Flags the breaks to leave out.
    static func join(_ document: inout MarkdownDocument) {
        for index in document.events.indices where document.events[index].kind == .softBreak {
            guard let before = lastScalar(document, before: index), let after = firstScalar(document, after: index)
            else {
                continue
            }
            let joins =
                Scalars.joinsLines(before) && (Scalars.joinsLines(after) || Scalars.isSharedPunctuation(after))
                || Scalars.isSharedPunctuation(before) && Scalars.joinsLines(after)
            if joins { document.events[index].flag = true }
        }
    }

    private static func lastScalar(_ document: MarkdownDocument, before index: Int) -> UInt32? {
        var index = index
        while index > 0 {
            index -= 1
            let event = document.events[index]
            guard event.isInlineContent else {
                if isBoundary(event) { return nil }
                continue
            }
            guard event.kind == .text || event.kind == .code, event.count > 0 else { return nil }
            let range = event.range
            return Scalars.scalar(before: range.upperBound, in: document.text, start: range.lowerBound).value
        }
        return nil
    }

    private static func firstScalar(_ document: MarkdownDocument, after index: Int) -> UInt32? {
        var index = index + 1
        while index < document.events.count {
            let event = document.events[index]
            index += 1
            guard event.isInlineContent else {
                if isBoundary(event) { return nil }
                continue
            }
            guard event.kind == .text || event.kind == .code, event.count > 0 else { return nil }
            return Scalars.scalar(at: event.range.lowerBound, in: document.text, end: event.range.upperBound).value
        }
        return nil
    }

    private static func isBoundary(_ event: MarkdownEvent) -> Bool {
        switch event.kind {
        case .emphasis, .strong, .strike, .link, .nothing: false
        default: true
        }
    }
}
