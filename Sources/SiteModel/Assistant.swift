/// An assistant in which readers may open a page.
package struct Assistant: Sendable, Hashable {
    package let name: String
    /// The address; `{prompt}` stands for the question, where the assistant takes one.
    package let url: String

    package init(name: String, url: String) {
        self.name = name
        self.url = url
    }

    package var takesPrompt: Bool { url.contains("{prompt}") }

    /// What stands before and after the question.
    package var parts: (before: String, after: String) {
        guard let place = url.firstRange(of: "{prompt}") else { return (url, "") }
        return (String(url[..<place.lowerBound]), String(url[place.upperBound...]))
    }
}
