/// Finds and replaces pieces of text on UTF-8 bytes.
enum TextSearch {
    static func contains(_ part: String, in text: String) -> Bool {
        part.isEmpty || first(Array(part.utf8), in: Array(text.utf8), from: 0) != nil
    }

    /// The offset of the first occurrence at or behind `start`.
    static func first(_ part: [UInt8], in text: [UInt8], from start: Int) -> Int? {
        guard let head = part.first, text.count >= part.count else { return nil }
        var index = start
        while index <= text.count - part.count {
            if text[index] == head, text[index..<index + part.count].elementsEqual(part) { return index }
            index += 1
        }
        return nil
    }

    /// As `text.replace(old, new, limit)`; a negative limit means all.
    static func replace(_ old: String, by new: String, in text: String, limit: Int) throws(EvaluationError) -> String {
        if limit == 0 { return text }
        let (pattern, source, insert) = (Array(old.utf8), Array(text.utf8), Array(new.utf8))
        if pattern.isEmpty { return try interleave(new, in: text, limit: limit) }
        var result: [UInt8] = []
        var index = 0
        var replaced = 0
        while limit < 0 || replaced < limit, let found = first(pattern, in: source, from: index) {
            result += source[index..<found]
            result += insert
            if result.count > RenderBudget.textLimit { throw .tooLarge }
            index = found + pattern.count
            replaced += 1
        }
        return String(decoding: result + source[index...], as: UTF8.self)
    }

    /// The empty text stands before every character and at the end.
    private static func interleave(_ new: String, in text: String, limit: Int) throws(EvaluationError) -> String {
        if new.utf8.count * (text.utf8.count + 1) > RenderBudget.textLimit { throw .tooLarge }
        var result = ""
        var replaced = 0
        for scalar in text.unicodeScalars {
            if limit < 0 || replaced < limit { result += new }
            replaced += 1
            result.unicodeScalars.append(scalar)
        }
        return limit < 0 || replaced < limit ? result + new : result
    }
}
