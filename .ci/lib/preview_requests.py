"""Hostile and slow requests to a running preview, and starts that must fail."""
import signal
import socket
import subprocess
import time

import preview

TRAVERSALS = [
    "/../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2f..%2fetc/passwd", "/a/..%5c..%5cetc/passwd",
    "//etc/passwd", "/%00", "/answers/what-is-a-relay%00.html", "/.git/config", "/%2egit/config", "/.citable-output",
    "/..\\..\\etc\\passwd", "/%252e%252e/%252e%252e/etc/passwd", "/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd", "/./././etc/passwd",
    "/answers/../../../Content/site.yaml", "/Content/site.yaml", "/../Content/site.yaml", "/.citable/serve/index.html",
    "/.citable/../.citable/agent", "/.citable/agent?path=/../../etc/passwd", "/.citable/agent?path=/%2e%2e/etc/passwd",
    "/.citable/serve.lock", "/_headers", "/deploy/nginx.conf", "/;/../etc/passwd", "/%uff0e%uff0e/etc/passwd",
    "/answers/what-is-a-relay.html/../../secret.txt", "/secret.txt", "/%", "/%zz", "/answers%2fwhat-is-a-relay",
]


def raw(port, text, seconds=5):
    """The bytes that come back for these bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as connection:
        connection.sendall(text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape"))
        found = b""
        try:
            while piece := connection.recv(65536):
                found += piece
        except OSError:
            pass
        return found


def ask(port, target, *lines, method="GET"):
    """Status and whole answer; `Host: localhost` unless the lines name another."""
    head = list(lines)
    if not any(line.lower().startswith("host:") for line in head):
        head.insert(0, "Host: localhost")
    answer = raw(port, f"{method} {target} HTTP/1.1\r\n" + "".join(line + "\r\n" for line in head) + "Connection: close\r\n\r\n")
    status = int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/") else 0
    return status, answer


def probe(report, server, root):
    """Everything against one preview; the number of requests."""
    port, count = server.port, 0
    (root / ".citable/serve/secret.txt").write_text("root:x:0:0: site.yaml base_url\n")
    for path in TRAVERSALS:
        status, answer = ask(port, path)
        report.expect(status in (400, 404), path, f"answers {status}")
        report.expect(b"root:x" not in answer and b"base_url" not in answer, path, "gives away a file")
        count += 1
    (root / ".citable/serve/secret.txt").unlink()
    count += hosts_and_origins(report, port)
    count += methods_and_sizes(report, port)
    count += slow_clients(report, server)
    count += forms(report, server)
    return count


def hosts_and_origins(report, port):
    refused = [
        ["Host: evil.example"], ["Host: evil.example:4000"], ["Host: localhost.evil.example"], ["Host: 127.0.0.1.evil.example"],
        ["Host: 10.0.0.1"], ["Host: localhost@evil.example"], ["Host: "], ["Host: [::1"], ["Host: 127.0.0.1:x"],
        ["Host: localhost", "Origin: http://evil.example"], ["Host: localhost", "Origin: null"],
        ["Host: localhost", "Origin: https://localhost"], ["Host: localhost:4000", "Origin: http://localhost:3000"],
        ["Host: localhost", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"],
        ["Host: localhost", "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: cors"],
    ]
    allowed = [
        ["Host: localhost"], ["Host: LOCALHOST:4000"], ["Host: 127.0.0.1"], [f"Host: 127.0.0.1:{port}"], ["Host: [::1]:4000"],
        ["Host: docs.localhost"], ["Host: localhost:4000", "Origin: http://localhost:4000"],
        ["Host: localhost", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"],
        ["Host: localhost", "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors"],
    ]
    for path in ["/", "/llms.txt", "/.citable/mistakes", "/.citable/preview.js", "/.citable/events"]:
        for lines in refused:
            status, answer = ask(port, path, *lines)
            report.expect(status in (400, 403), f"{path} {lines}", f"answers {status}")
            report.expect(len(answer) < 2000, f"{path} {lines}", "gives away a file")
        if path == "/.citable/events":
            continue
        for lines in allowed:
            status, answer = ask(port, path, *lines)
            report.equal(status, 200, f"{path} {lines}", "status and what was expected")
            report.expect(b"access-control" not in answer.lower(), f"{path} {lines}", "allows other origins")
    report.equal(ask(port, "/", "Host: localhost", "Host: evil.example")[0], 400, "two hosts", "status and what was expected")
    report.expect(raw(port, "GET / HTTP/1.0\r\n\r\n").split(b" ")[1:2] in ([b"400"], [b"403"]), "no host", "is answered")
    return 5 * len(refused) + 4 * len(allowed) + 2


def methods_and_sizes(report, port):
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT"):
        status, answer = ask(port, "/", "Content-Length: 0", method=method)
        report.expect(status in (400, 405), method, f"answers {status}")
        report.expect(b"access-control" not in answer.lower(), method, "allows other origins")
    start = time.time()
    answer = raw(port, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n" + "x" * 100_000)
    report.expect(time.time() - start < 5, "POST", "waits for a body that nobody needs")
    for name, text in {
        "long path": "GET /" + "a" * 100_000 + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "long header": "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a" * 100_000 + "\r\n\r\n",
        "many headers": "GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: y\r\n" * 20_000 + "\r\n",
        "no request": "\x00\x01\x02\r\n\r\n" * 100,
        "absolute": "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    }.items():
        answer = raw(port, text)
        status = answer.split(b" ", 2)[1:2]
        report.expect(status == [] or status[0][:1] in b"4", name, f"answers {answer[:80]!r}")
    report.equal(ask(port, "/")[0], 200, "after all that", "status and what was expected")
    return 13


def slow_clients(report, server):
    """Half a request on many connections; others are served meanwhile, and the slow ones are let go."""
    slow = []
    for number in range(300):
        connection = socket.create_connection(("127.0.0.1", server.port), timeout=5)
        connection.sendall(b"GET / HTTP/1.1\r\nHost: local" if number % 2 else b"G")
        slow.append(connection)
    readers = []
    for _ in range(100):
        connection = socket.create_connection(("127.0.0.1", server.port), timeout=5)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        connection.sendall(b"GET /llms-full.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
        readers.append(connection)
    ears = [preview.Ear(server) for _ in range(50)]
    start = time.time()
    for _ in range(50):
        report.equal(server.get("/answers/what-is-a-relay")[0], 200, "beside slow clients", "status and what was expected")
    report.expect(time.time() - start < 5, "beside slow clients", f"50 requests take {time.time() - start:.1f} s")
    # A byte now and then is no request, either.
    closed = 0
    end = time.time() + 20
    while time.time() < end and closed < len(slow):
        time.sleep(1)
        for connection in slow:
            try:
                connection.sendall(b"a")
            except OSError:
                closed += 1
        slow = [connection for connection in slow if not is_closed(connection)]
        if not slow:
            break
    report.expect(not slow, "slow clients", f"{len(slow)} of 300 still hold their connections after 20 s")
    for connection in slow + readers:
        connection.close()
    report.expect(all(ear.now for ear in ears), "listeners", "hear nothing")
    return 500


def is_closed(connection):
    connection.settimeout(0.001)
    try:
        return connection.recv(1) == b""
    except TimeoutError:
        return False
    except OSError:
        return True


def forms(report, server):
    """The script is for people alone."""
    path = "/answers/what-is-a-relay"
    plain = server.get(path)[2]
    report.expect("/.citable/" not in plain, path, "has the preview's script for a program that takes anything")
    cases = [
        (dict(Sec_Fetch_Dest="document", Accept="text/html"), True), (dict(Accept="text/html,*/*;q=0.8"), True),
        (dict(Accept="*/*"), False), (dict(Accept="text/markdown"), False), (dict(Sec_Fetch_Dest="empty", Accept="text/html"), False),
        (dict(Sec_Fetch_Dest="document", Accept="text/markdown"), False), (dict(Sec_Fetch_Dest="script", Accept="*/*"), False),
    ]
    for headers, wants in cases:
        _, found, text = server.get(path, **headers)
        report.equal("/.citable/preview.js" in text, wants, f"{path} {headers}", "whether the script is there, and what was expected")
        if wants:
            start, _, rest = text.partition("<script defer src=\"/.citable/")
            report.equal(start + rest.partition("</script>\n")[2], plain, path, "the page without the script and the published one")
            report.expect("'unsafe" not in found["Content-Security-Policy"], path, "the policy allows what it must not")
    report.expect("/.citable/preview.js" in server.get("/nowhere", Accept="text/html")[2], "/nowhere", "does not reload")
    return len(cases) + 2


def probe_starts(report, program, root, now):
    """Ends by signals, and starts that can't be."""
    for number in (signal.SIGINT, signal.SIGTERM):
        server = preview.Preview(program, root, "--now", now)
        ears = [preview.Ear(server) for _ in range(20)]
        idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(50)]
        if number == signal.SIGTERM:
            second = subprocess.run([program, "serve", "--site", str(root), "--port", "0"], capture_output=True, text=True)
            report.equal(second.returncode, 75, "second preview", "exit status and what was expected")
        status, seconds = server.stop(number)
        report.equal(status, 0, number.name, "exit status and what was expected")
        report.expect(seconds < 3, number.name, f"the end takes {seconds:.1f} s with {len(ears)} listeners and {len(idle)} idle connections")
        for connection in idle:
            connection.close()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        failures = [
            (["--port", str(taken.getsockname()[1])], 74), (["--port", "x"], 2), (["--port", "70000"], 2),
            (["--bind", "no.such.host.invalid"], 2), (["--bind", "203.0.113.7"], 74), (["--now", "soon"], 2), (["word"], 2),
        ]
        for options, expected in failures:
            done = subprocess.run(
                [program, "serve", "--site", str(root), *options], capture_output=True, text=True, timeout=60)
            report.equal(done.returncode, expected, f"serve {' '.join(options)}", "exit status and what was expected")
            report.expect(done.stderr.startswith("citable: "), f"serve {' '.join(options)}", f"says {done.stderr!r}")
    # Other machines may ask when that was asked for, by address and not by a name that anybody may bind.
    with preview.Preview(program, root, "--bind", "0.0.0.0", "--now", now) as server:
        report.equal(ask(server.port, "/", "Host: 192.168.1.5:4000")[0], 200, "0.0.0.0", "status and what was expected")
        report.equal(ask(server.port, "/", "Host: evil.example")[0], 403, "0.0.0.0", "status and what was expected")
        report.expect(any("0.0.0.0" in line for line in server.lines), "0.0.0.0", "no word of who can read")
    return len(failures) + 5
