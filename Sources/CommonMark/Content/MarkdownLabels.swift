/// The words that the writers add to a text, in the page's language.
package struct MarkdownLabels: Sendable {
    /// Titles of the five alerts.
    package var note: String
    package var tip: String
    package var important: String
    package var warning: String
    package var caution: String
    /// What assistive technology reads for the box of a task.
    package var taskDone: String
    package var taskOpen: String
    /// What assistive technology reads for the arrow from a footnote back to the text.
    package var backToContent: String

    package init(
        note: String, tip: String, important: String, warning: String, caution: String, taskDone: String,
        taskOpen: String, backToContent: String
    ) {
        self.note = note
        self.tip = tip
        self.important = important
        self.warning = warning
        self.caution = caution
        self.taskDone = taskDone
        self.taskOpen = taskOpen
        self.backToContent = backToContent
    }

    package static let english = MarkdownLabels(
        note: "Note", tip: "Tip", important: "Important", warning: "Warning", caution: "Caution", taskDone: "Done",
        taskOpen: "To do", backToContent: "Back to content")

    package static let chinese = MarkdownLabels(
        note: "说明", tip: "提示", important: "重要", warning: "警告", caution: "注意", taskDone: "已完成",
        taskOpen: "未完成", backToContent: "返回正文")

    func title(of alert: AlertKind) -> String {
        switch alert {
        case .note: note
        case .tip: tip
        case .important: important
        case .warning: warning
        case .caution: caution
        }
    }
}
