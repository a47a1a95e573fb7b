import Glibc

/// The network and the clock of this machine.
extension GatewayClient.World {
    package static let real = GatewayClient.World(
        transfer: { CurlTransfer.run($0) },
        clock: {
            var now = timespec()
            unsafe clock_gettime(CLOCK_MONOTONIC, &now)
            return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
        },
        sleep: { milliseconds in
            var wish = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
            var rest = timespec()
            while unsafe nanosleep(&wish, &rest) != 0, errno == EINTR { wish = rest }
        },
        date: { time(nil) })
}
