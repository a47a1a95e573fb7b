import CTransfer

/// Makes a request by libcurl.
package enum CurlTransfer {
    package static func run(_ request: HTTPRequest) -> HTTPOutcome {
        var answer = unsafe citable_answer()
        defer { unsafe citable_answer_free(&answer) }
        let lines = request.headers.map { $0 + "\n" }.joined()
        // Both texts live until the call returns.
        unsafe request.url.withCString { url in
            unsafe lines.withCString { headers in
                var own = unsafe citable_request()
                unsafe own.url = unsafe url
                unsafe own.headers = unsafe headers
                unsafe own.connect_milliseconds = min(request.milliseconds, 5000)
                unsafe own.total_milliseconds = request.milliseconds
                unsafe own.limit = request.byteLimit
                unsafe own.allow_http = request.allowsHTTP ? 1 : 0
                unsafe own.allow_loopback = request.allowsLoopback ? 1 : 0
                unsafe own.allow_private = request.allowsPrivate ? 1 : 0
                guard let body = request.body else { return unsafe citable_transfer(&own, &answer) }
                unsafe body.withUnsafeBufferPointer { bytes in
                    unsafe own.body = unsafe bytes.baseAddress
                    unsafe own.body_length = bytes.count
                    unsafe citable_transfer(&own, &answer)
                }
            }
        }
        return unsafe outcome(answer)
    }

    private static func outcome(_ answer: citable_answer) -> HTTPOutcome {
        // An array of the C struct is a tuple; its bytes end at the first zero.
        let message = unsafe withUnsafeBytes(of: answer.message) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        switch unsafe Int(answer.result) {
        case Int(CITABLE_OK):
            let body = unsafe UnsafeBufferPointer(start: answer.body, count: answer.body_length)
            let head = unsafe UnsafeRawBufferPointer(start: answer.headers, count: answer.headers_length)
            return unsafe .answered(
                HTTPAnswer(status: Int(answer.status), body: Array(body), headers: headers(Array(head))))
        case Int(CITABLE_ADDRESS): return .forbiddenAddress(message)
        case Int(CITABLE_TOO_LARGE): return .tooLarge
        case Int(CITABLE_TIMEOUT): return .timedOut
        case Int(CITABLE_NO_LIBRARY): return .noLibrary
        default: return .failed(message)
        }
    }

    private static func headers(_ bytes: [UInt8]) -> [(name: String, value: String)] {
        bytes.split(separator: 0x0A).compactMap { line in
            guard let colon = line.firstIndex(of: 0x3A) else { return nil }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            var value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
            while let last = value.last, last == 0x20 || last == 0x0D || last == 0x09 { value = value.dropLast() }
            return (name, String(decoding: value, as: UTF8.self))
        }
    }
}
