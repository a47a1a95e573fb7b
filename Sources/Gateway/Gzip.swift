import CTransfer

/// Unpacks a gzip file, at most to the limit of a reply.
package enum Gzip {
    package enum Problem: Error, Sendable {
        case unsound
        case tooLarge
    }

    package static func unpack(_ bytes: [UInt8], limit: Int) throws(Problem) -> [UInt8] {
        var out: UnsafeMutablePointer<UInt8>?
        var length = 0
        let result = unsafe citable_gunzip(bytes, bytes.count, limit, &out, &length)
        if result == 2 { throw .tooLarge }
        guard result == 0, let start = unsafe out else { throw .unsound }
        defer { unsafe citable_free(start) }
        // The function wrote `length` bytes there.
        return unsafe Array(UnsafeBufferPointer(start: start, count: length))
    }
}
