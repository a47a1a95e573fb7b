import Bytes
import Glibc

/// Reads files by their descriptors, and compares them.
enum FileBytes {
    /// Appends everything up to the end of the file; false after a failed call, with `errno`.
    static func append(_ descriptor: Int32, to buffer: inout ByteBuffer) -> Bool {
        while true {
            let got = buffer.append(upTo: 32_768) { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if got == 0 { return true }
            if got < 0, errno != EINTR { return false }
        }
    }

    /// Appends a part of the file, as much of it as there is; false after a failed call, with `errno`.
    static func append(_ descriptor: Int32, _ part: Range<Int>, to buffer: inout ByteBuffer) -> Bool {
        var offset = part.lowerBound
        while offset < part.upperBound {
            let got = buffer.append(upTo: part.upperBound - offset) {
                pread(descriptor, $0.baseAddress, $0.count, offset)
            }
            if got == 0 { return true }
            if got > 0 { offset += got } else if errno != EINTR { return false }
        }
        return true
    }

    /// The file, when it is a regular one with just these bytes.
    static func file(_ name: String, in folder: Int32, equals bytes: UnsafeRawBufferPointer) -> OutputFile? {
        open(name, in: folder) { descriptor, status in
            guard Int(status.st_size) == bytes.count else { return false }
            return isEqual(descriptor, bytes.count) { start, span in
                guard let base = bytes.baseAddress, let other = span.baseAddress else { return span.isEmpty }
                return memcmp(base + start, other, span.count) == 0
            }
        }
    }

    /// The file, when another one has the same bytes.
    static func file(
        _ name: String, in folder: Int32, equalsFile other: String, in otherFolder: Int32
    ) -> OutputFile? {
        open(name, in: folder) { descriptor, status in
            open(other, in: otherFolder) { otherDescriptor, otherStatus in
                guard otherStatus.st_size == status.st_size else { return false }
                var piece = ByteBuffer(capacity: 65_536)
                return isEqual(descriptor, Int(status.st_size)) { start, span in
                    piece.truncate(to: 0)
                    guard append(otherDescriptor, start..<start + span.count, to: &piece) else { return false }
                    return piece.withUnsafeBytes { bytes in
                        guard let base = bytes.baseAddress, let other = span.baseAddress else { return span.isEmpty }
                        return bytes.count == span.count && memcmp(base, other, span.count) == 0
                    }
                }
            } != nil
        }
    }

    private static func open(
        _ name: String, in folder: Int32, _ isWanted: (Int32, stat) -> Bool
    ) -> OutputFile? {
        let descriptor = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return isWanted(descriptor, status) ? OutputFile(name, status) : nil
    }

    /// - Parameter compare: gets each piece of the file with its offset.
    private static func isEqual(
        _ descriptor: Int32, _ count: Int, _ compare: (Int, UnsafeRawBufferPointer) -> Bool
    ) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { room in
            var offset = 0
            while offset < count {
                let got = read(descriptor, room.baseAddress, min(room.count, count - offset))
                if got < 0, errno == EINTR { continue }
                guard got > 0, compare(offset, UnsafeRawBufferPointer(rebasing: room[..<got])) else { return false }
                offset += got
            }
            return true
        }
    }
}
