import Glibc

/// Runs another program and takes what it prints; its complaints are dropped, the caller says what they mean.
enum ChildProcess {
    /// - Parameters:
    ///   - environment: beside the variables of this process; of one name the first counts.
    ///   - input: written to a file first, so that no pipe can fill.
    /// - Returns: nil when the program can't be started.
    static func run(
        _ program: String, _ words: [String], environment: [String], input: [UInt8]
    ) -> (status: Int32, output: [UInt8])? {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let file = input.isEmpty ? nil : inputFile(input)
        defer { if let file { fclose(file) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let file {
            posix_spawn_file_actions_adddup2(&actions, fileno(file), 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var child = pid_t()
        let status = withStrings([program] + words) { arguments in
            withStrings(environment + inherited(without: environment)) { variables in
                posix_spawnp(&child, program, &actions, nil, arguments, variables)
            }
        }
        close(ends[1])
        guard status == 0 else { return nil }
        let output = readAll(ends[0])
        var result: Int32 = 0
        while waitpid(child, &result, 0) < 0, errno == EINTR {}
        return (result, output)
    }

    private static func inputFile(_ bytes: [UInt8]) -> UnsafeMutablePointer<FILE>? {
        guard let file = tmpfile() else { return nil }
        _ = fcntl(fileno(file), F_SETFD, FD_CLOEXEC)
        _ = FileWriting.write(bytes, to: fileno(file))
        lseek(fileno(file), 0, SEEK_SET)
        return file
    }

    private static func readAll(_ file: Int32) -> [UInt8] {
        var output: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let got = read(file, &piece, piece.count)
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return output }
            output += piece[..<got]
        }
    }

    private static func inherited(without others: [String]) -> [String] {
        let names = Set(others.compactMap { $0.split(separator: "=").first })
        var found: [String] = []
        var next = environ
        while let variable = next.pointee {
            let text = String(cString: variable)
            if !names.contains(text.prefix { $0 != "=" }) { found.append(text) }
            next += 1
        }
        return found
    }

    private static func withStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}
