import CServer

/// Listens on an address and lets a preview answer, until it goes out of scope.
@safe
package struct HTTPServer: ~Copyable {
    package enum Problem: Error, Sendable, Hashable {
        /// There is no libmicrohttpd on this machine.
        case noLibrary
        /// The address is none of this machine.
        case noAddress
        /// Listening failed; the errno.
        case failed(Int32)
    }

    private let server: OpaquePointer
    private let preview: Unmanaged<Preview>
    /// That is listened on.
    package let port: Int

    /// - Parameter port: 0 lets the system choose.
    package init(address: String, port: Int, _ preview: Preview) throws(Problem) {
        let context = unsafe Unmanaged.passRetained(preview)
        var result = citable_server_start_result()
        // The function captures nothing; the preview comes back as the context.
        let started = unsafe citable_server_start(
            address, Int32(port),
            { context, request, exchange in unsafe HTTPServer.answer(context, request, exchange) },
            context.toOpaque(), &result)
        guard let started = unsafe started else {
            unsafe context.release()
            switch Int(result.result) {
            case Int(CITABLE_SERVER_NO_LIBRARY): throw .noLibrary
            case Int(CITABLE_SERVER_NO_ADDRESS): throw .noAddress
            default: throw .failed(result.code)
            }
        }
        unsafe server = started
        unsafe self.preview = context
        self.port = Int(result.port)
    }

    deinit {
        unsafe citable_server_stop(server)
        unsafe preview.release()
    }

    /// Tells everybody who listens for events, and those who come later.
    package borrowing func announce(_ text: String) { unsafe citable_server_announce(server, text) }

    /// Ends what stands still; to be called about once a second.
    package borrowing func tick() { unsafe citable_server_tick(server) }
}

extension HTTPServer {
    /// On the server's thread.
    private static func answer(
        _ context: UnsafeMutableRawPointer?, _ request: UnsafePointer<citable_http_request>?,
        _ exchange: OpaquePointer?
    ) {
        guard let context = unsafe context, let request = unsafe request, let exchange = unsafe exchange else { return }
        let preview = unsafe Unmanaged<Preview>.fromOpaque(context).takeUnretainedValue()
        let answer = unsafe preview.answer(self.request(request.pointee))
        let (status, lines) = (Int32(answer.status), answer.headerLines)
        switch answer.body {
        case .bytes(let bytes):
            unsafe bytes.withUnsafeBufferPointer {
                unsafe citable_send(exchange, status, lines, $0.baseAddress, $0.count)
            }
        case .file(let descriptor, let length):
            unsafe citable_send_file(exchange, status, lines, descriptor, length)
        case .events: unsafe citable_send_events(exchange, lines)
        }
    }

    private static func request(_ sent: citable_http_request) -> HTTPRequest {
        var request = unsafe HTTPRequest(method: text(sent.method) ?? "", target: text(sent.target) ?? "")
        unsafe request.host = text(sent.host)
        request.hostCount = unsafe Int(sent.host_count)
        unsafe request.accept = text(sent.accept)
        unsafe request.origin = text(sent.origin)
        unsafe request.knownTags = text(sent.if_none_match)
        unsafe request.fetchDestination = text(sent.fetch_destination)
        unsafe request.fetchSite = text(sent.fetch_site)
        unsafe request.fetchMode = text(sent.fetch_mode)
        return request
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
        unsafe pointer.map { unsafe String(cString: $0) }
    }
}
