import Glibc

/// Writes bytes to an open file.
enum FileWriting {
    /// - Returns: the errno of the call that failed.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 { rest = rest.dropFirst(written) } else if errno != EINTR { return errno }
        }
        return nil
    }
}
