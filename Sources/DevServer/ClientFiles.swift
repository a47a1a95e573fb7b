import CServer

/// The script and the style sheet that the preview adds to pages.
enum ClientFiles {
    static let script = bytes(0)
    static let style = bytes(1)

    private static func bytes(_ index: Int32) -> [UInt8] {
        var length = 0
        let start = unsafe citable_client_file(index, &length)
        // The files live as long as the program.
        return unsafe Array(UnsafeBufferPointer(start: start, count: length))
    }
}
