import Bytes
import Directives
import SiteModel

/// The last checks of a monitor as bars, oldest first. Height tells the result, so that no colour is needed: full for up, a
/// third for down, half for the rest; the title says the same in words.
struct UptimeChart {
    private let monitor: UptimeSnapshot.Monitor
    private let title: String

    private static let (width, height) = (600, 40)

    /// Nil without checks.
    init?(_ monitor: UptimeSnapshot.Monitor, _ summary: String, _ facts: PageFacts) {
        guard !monitor.checks.isEmpty, let span = monitor.span else { return nil }
        self.monitor = monitor
        title =
            monitor.name + facts.phrase(.colon) + summary + facts.phrase(.listComma) + span.from.minute + " – "
            + span.to.minute
    }

    func svg() -> [UInt8] {
        var buffer = ByteBuffer(capacity: 2048)
        buffer.append(
            "<svg class=\"uptime-chart\" role=\"img\" viewBox=\"0 0 600 40\" width=\"600\" height=\"40\" fill=\"currentColor\"><title>"
        )
        buffer.append(htmlEscaped: title)
        buffer.append("</title>")
        write({ $0 == .up }, height: 40, opacity: ".55", into: &buffer)
        write({ $0 == .pending || $0 == .maintenance }, height: 20, opacity: ".55", into: &buffer)
        write({ $0 == .down }, height: 13, opacity: "1", into: &buffer)
        buffer.append("</svg>")
        return buffer.bytes
    }

    private func write(
        _ isIncluded: (UptimeSnapshot.Finding) -> Bool, height: Int, opacity: StaticString,
        into buffer: inout ByteBuffer
    ) {
        guard monitor.checks.contains(where: isIncluded) else { return }
        let step = Self.width / max(monitor.checks.count, 20)
        buffer.append("<path opacity=\"")
        buffer.append(opacity)
        buffer.append("\" d=\"")
        for (position, check) in monitor.checks.enumerated() where isIncluded(check) {
            buffer.append(text: "M\(position * step) \(Self.height)v-\(height)h\(max(step - 1, 1))v\(height)z")
        }
        buffer.append("\"/>")
    }
}
