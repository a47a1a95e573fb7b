import DevServer
import Diagnostics
import Glibc
import SiteBuilder

/// `citable serve`: the site in a browser while it is written, as production hosts serve it.
enum Serve: Command {
    static let name = "serve"
    static let summary = Message(
        en: "Preview the site in a browser, built again after each change", zh: "在浏览器中预览站点，每次修改后自动重新生成")
    static let wordNames: [String] = []
    static let options =
        Option.loading + [
            Option(
                "--port", value: "N", en: "Port to listen on; default: 4000, or the next free one",
                zh: "监听端口；默认 4000，被占用时取下一个空闲端口"),
            Option(
                "--bind", "--host", value: "ADDRESS",
                en: "Address or name to listen on; default: 127.0.0.1, this machine only",
                zh: "监听的地址或名称；默认 127.0.0.1，仅限本机"),
            Option(
                "--poll", en: "Look at the folders twice a second, for file systems that tell no events",
                zh: "每秒检查两次文件夹，用于不发送变更事件的文件系统"),
        ]

    static func run(_ invocation: Invocation) async -> ExitCode {
        guard let root = SiteLocation.find(invocation), let options = options(root, invocation) else { return .usage }
        do throws(DevServer.Problem) {
            try await DevServer(options).run { tell($0, options, invocation) }
            return .fine
        } catch {
            switch error {
            case .running:
                complain(invocation, Message(en: "another preview of this site runs", zh: "该站点的另一个预览正在运行"))
                return .locked
            case .server(let problem): return complain(problem, options, invocation)
            }
        }
    }
}

extension Serve {
    private static func options(_ root: String, _ invocation: Invocation) -> DevServer.Options? {
        guard let build = Check.options(root, invocation) else { return nil }
        let arguments = invocation.arguments
        var options = DevServer.Options(build)
        options.language = invocation.language
        options.polls = arguments.flags.contains("--poll")
        options.now = arguments.values["--now"] == nil ? nil : build.now
        options.address = arguments.values["--bind"] ?? options.address
        if let text = arguments.values["--port"] {
            guard let port = Int(text), (0...65_535).contains(port) else {
                complain(invocation, Message(en: "--port is a number from 0 to 65535", zh: "--port 为 0 到 65535 的整数"))
                return nil
            }
            options.port = port
        }
        return options
    }

    private static func tell(_ event: DevServer.Event, _ options: DevServer.Options, _ invocation: Invocation) {
        let terminal = invocation.terminal
        let language = invocation.language
        switch event {
        case .listening(let port):
            let name = options.address.contains(":") ? "[\(options.address)]" : options.address
            terminal.result("http://\(name):\(port)/\n")
            if !DevServer.isLoopback(options.address) {
                complain(
                    invocation,
                    Message(
                        en: "everybody who can reach \(options.address) can read this preview",
                        zh: "能访问 \(options.address) 的人都可以看到此预览"))
            }
        case .ready:
            terminal.message(Message(en: "ready; Ctrl+C stops\n", zh: "已就绪；按 Ctrl+C 停止\n").text(in: language))
        case .polling:
            complain(
                invocation,
                Message(
                    en:
                        "the system allows no more file watches (fs.inotify.max_user_watches); folders are looked at twice a second",
                    zh: "系统允许的文件监视数已用完（fs.inotify.max_user_watches）；改为每秒检查两次文件夹"))
        case .failed(let problem): _ = Build.complain(problem, invocation)
        case .reviewed(let warnings):
            terminal.message(
                Message(
                    en: "\(warnings) warnings about texts; the browser shows them, ‘citable check’ lists them\n",
                    zh: "文字检查：\(warnings) 个警告，可在浏览器中查看，或用 citable check 列出\n"
                ).text(in: language))
        case .built(let result, let milliseconds):
            let abridged = Abridgement(result.diagnostics)
            terminal.report(abridged.shown, in: language)
            if let rest = abridged.rest(Report.wayToAll) { terminal.message(rest.text(in: language)) }
            terminal.message(line(result, milliseconds).text(in: language) + "\n")
        }
    }

    private static func line(_ result: SiteBuild.Result, _ milliseconds: Int) -> Message {
        guard let published = result.published else {
            return Message(
                en: "not built (\(milliseconds) ms); the last good pages stay",
                zh: "未生成（\(milliseconds) 毫秒）；继续显示上一次成功的页面")
        }
        return Message(
            en:
                "\(result.pages) pages, \(result.renderedPages) rendered, \(published.changed) files written (\(milliseconds) ms)",
            zh: "\(result.pages) 个页面，生成 \(result.renderedPages) 个，写入 \(published.changed) 个文件（\(milliseconds) 毫秒）")
    }

    private static func complain(_ invocation: Invocation, _ message: Message) {
        invocation.terminal.complain(message, in: invocation.language)
    }

    private static func complain(
        _ problem: HTTPServer.Problem, _ options: DevServer.Options, _ invocation: Invocation
    ) -> ExitCode {
        switch problem {
        case .noLibrary:
            complain(
                invocation,
                Message(
                    en: "serve needs libmicrohttpd; install it with: apt-get install libmicrohttpd12",
                    zh: "serve 需要 libmicrohttpd；请安装：apt-get install libmicrohttpd12"))
            return .inputOutput
        case .noAddress:
            complain(
                invocation,
                Message(
                    en: "--bind ‘\(options.address)’ is no address of this machine",
                    zh: "--bind 的值“\(options.address)”不是本机地址"))
            return .usage
        case .failed(let code):
            let reason = String(cString: strerror(code))
            let port = options.port.map(String.init) ?? "4000"
            complain(
                invocation,
                Message(
                    en: "can't listen on \(options.address), port \(port): \(reason)",
                    zh: "无法监听 \(options.address) 的端口 \(port)：\(reason)"))
            return .inputOutput
        }
    }
}
