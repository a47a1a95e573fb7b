import CServer

/// SIGINT and SIGTERM as something to wait for. A second one ends the process at once.
package enum StopSignal {
    /// Readable once a signal came; -1 when that can't be had.
    package static func descriptor() -> Int32 { citable_stop_descriptor() }

    package static var hasCome: Bool { citable_stop_signal() != 0 }
}
