"""A gateway on loopback that misbehaves in one way for each path, and notes what it was asked.

Prints its port, then serves until standard input ends. Every request is one JSON line in the file of the first argument.
"""
import gzip
import http.server
import json
import socketserver
import sys
import threading
import time
import zlib

LOG = sys.argv[1]
GOOD = {"object": "list", "data": [{"id": "sea/a", "object": "model"}]}
CHANGES = {"count": {}}
# Where `redirect-to` leads; the check names them by number.
PLACES = json.loads(sys.argv[2])


def model(name, prompt="0.000001", completion="0.000002"):
    return {"id": name, "architecture": {}, "pricing": {"prompt": prompt, "completion": completion}}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body, kind="application/json", headers=()):
        body = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        names = {name.lower() for name, _ in headers}
        if "content-length" not in names:
            self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        with open(LOG, "a") as log:
            headers = {name.lower(): value for name, value in self.headers.items()}
            print(json.dumps({"path": self.path, "headers": headers, "at": time.monotonic()}), file=log)
        case = self.path.split("/")[1]
        count = CHANGES["count"][case] = CHANGES["count"].get(case, 0) + 1
        getattr(self, "case_" + case.replace("-", "_"), self.case_missing)(count)

    def case_missing(self, _):
        self.answer(404, {"detail": "Not Found"})

    def case_good(self, _):
        self.answer(200, GOOD)

    def case_echo_key(self, _):
        self.answer(200, {"object": "list", "data": [{"id": self.headers.get("Authorization", "none")[7:] or "none"}]})

    def case_echo_key_error(self, _):
        self.answer(500, ("you sent " + self.headers.get("Authorization", "none")).encode(), "text/plain")

    def case_401(self, _):
        self.answer(401, {"error": {"message": "no key"}})

    def case_403(self, _):
        self.answer(403, {"error": {"message": "not yours"}})

    def case_429_long(self, _):
        self.answer(429, {}, headers=[("Retry-After", "3600")])

    def case_429_once(self, count):
        self.answer(*((429, {}, "application/json", [("Retry-After", "1")]) if count == 1 else (200, GOOD)))

    def case_500_text(self, _):
        self.answer(500, b"Internal Server Error", "text/plain")

    def case_503_once(self, count):
        self.answer(*((503, {}) if count == 1 else (200, GOOD)))

    def case_400(self, _):
        self.answer(400, {"error": {"type": "no_db_connection"}})

    def case_redirect_host(self, _):
        self.answer(302, b"", headers=[("Location", "http://localhost:1/elsewhere")])

    def case_redirect_metadata(self, _):
        self.answer(302, b"", headers=[("Location", "http://169.254.169.254/latest/meta-data/")])

    def case_redirect_file(self, _):
        self.answer(302, b"", headers=[("Location", "file:///etc/passwd")])

    def case_redirect_to(self, _):
        """To the place whose number stands in the path."""
        number = int(self.path.split("/")[2])
        self.answer(302, b"", headers=[("Location", PLACES[number])])

    def case_redirect_other(self, _):
        self.answer(302, b"", headers=[("Location", f"http://localhost:{self.server.server_address[1]}/good/v1/models")])

    def case_redirect_back(self, _):
        """To another host, and from there back."""
        port = self.server.server_address[1]
        if self.headers["Host"].startswith("localhost"):
            self.answer(302, b"", headers=[("Location", f"http://127.0.0.1:{port}/good/v1/models")])
        else:
            self.answer(302, b"", headers=[("Location", f"http://localhost:{port}/redirect-back/v1/models")])

    def case_redirect_user(self, _):
        self.answer(302, b"", headers=[("Location", "http://name:SECRET-CANARY@127.0.0.1:1/")])

    def case_next_other(self, _):
        port = self.server.server_address[1]
        if self.headers["Host"].startswith("localhost"):
            self.answer(200, {"data": [model("b")], "links": {"next": None}})
        else:
            link = f"http://localhost:{port}/next-other/api/v1/models?offset=1"
            self.answer(200, {"data": [model("a")], "links": {"next": link}})

    def case_redirect_loop(self, _):
        self.answer(302, b"", headers=[("Location", self.path)])

    def case_redirect_three(self, count):
        if count < 4:
            self.answer(307, b"", headers=[("Location", self.path + "?again=%d" % count)])
        else:
            self.answer(200, GOOD)

    def case_slow(self, _):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "1000")
        self.end_headers()
        try:
            for _ in range(60):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(1)
        except OSError:
            pass

    def chunked(self, kind="application/json", headers=()):
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Transfer-Encoding", "chunked")
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()

    def chunk(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))

    def case_endless(self, _):
        self.chunked()
        self.chunk(b'{"object":"list","data":[')
        try:
            while True:
                self.chunk(b" " * 65536)
        except OSError:
            pass

    def case_endless_gzip(self, _):
        self.chunked(headers=[("Content-Encoding", "gzip")])
        packer = zlib.compressobj(wbits=31)
        try:
            while True:
                data = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_SYNC_FLUSH)
                self.chunk(data)
        except OSError:
            pass

    def case_bomb_twice(self, _):
        body = gzip.compress(gzip.compress(b" " * 40_000_000))
        self.answer(200, body, headers=[("Content-Encoding", "gzip, gzip")])

    def case_gzip_cut(self, _):
        self.answer(200, gzip.compress(json.dumps(GOOD).encode())[:-12], headers=[("Content-Encoding", "gzip")])

    def case_gzip_false(self, _):
        self.answer(200, GOOD, headers=[("Content-Encoding", "gzip")])

    def case_chunk_cut(self, _):
        self.chunked()
        self.chunk(json.dumps(GOOD).encode())

    def case_chunk_false(self, _):
        self.chunked()
        self.wfile.write(b"zz\r\n")

    def case_slow_head(self, _):
        self.close_connection = True
        try:
            for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 60:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(1)
        except OSError:
            pass

    def case_silent(self, _):
        self.close_connection = True
        time.sleep(60)

    def case_hang_up(self, _):
        self.close_connection = True

    def case_no_http(self, _):
        self.close_connection = True
        self.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n")

    def case_long_head(self, _):
        self.answer(200, GOOD, headers=[("X-Long", "x" * 200_000)])

    def case_many_heads(self, _):
        self.answer(200, GOOD, headers=[("X-Many-%d" % number, "x" * 100) for number in range(2000)])

    def case_always_continue(self, _):
        self.close_connection = True
        try:
            for _ in range(600):
                self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
                time.sleep(0.1)
        except OSError:
            pass

    def case_length_negative(self, _):
        self.close_connection = True
        self.answer(200, GOOD, headers=[("Content-Length", "-5")])

    def case_length_huge(self, _):
        self.close_connection = True
        self.answer(200, GOOD, headers=[("Content-Length", "99999999999999")])

    def case_plain_type(self, _):
        self.answer(200, GOOD, "text/plain")

    def case_no_content(self, _):
        self.answer(204, b"")

    def case_injected_ids(self, _):
        self.answer(200, {"object": "list", "data": [{"id": "a\r\nX-Injected: 1"}]})

    def case_injected_etag(self, _):
        self.answer(200, GOOD, headers=[("ETag", '"a\x01b"'), ("Last-Modified", "x" * 5000)])

    def case_304(self, _):
        self.send_response(304)
        self.end_headers()

    def case_etag(self, _):
        if self.headers.get("If-None-Match") == '"one"':
            self.send_response(304)
            self.send_header("ETag", '"one"')
            self.end_headers()
        else:
            self.answer(200, GOOD, headers=[("ETag", '"one"')])

    def case_short(self, _):
        body = json.dumps(GOOD).encode()
        self.close_connection = True
        self.answer(200, body, headers=[("Content-Length", str(len(body) + 500))])

    def case_bomb(self, _):
        body = gzip.compress(b'{"object":"list","data":[' + b" " * 40_000_000 + b"]}")
        self.answer(200, body, headers=[("Content-Encoding", "gzip")])

    def case_gzip(self, _):
        self.answer(200, gzip.compress(json.dumps(GOOD).encode()), headers=[("Content-Encoding", "gzip")])

    def case_page(self, _):
        self.answer(200, b"<!doctype html><title>Login</title>", "text/html; charset=utf-8")

    def case_next_metadata(self, _):
        self.answer(200, {"data": [model("a")], "links": {"next": "http://169.254.169.254/latest/"}})

    def case_next_loop(self, _):
        self.answer(200, {"data": [model("a")], "links": {"next": self.path}})

    def case_next_endless(self, count):
        self.answer(200, {"data": [model("m%d" % count)], "links": {"next": "/next-endless/api/v1/models?offset=%d" % count}})

    def case_pages(self, count):
        if "offset=2" in self.path:
            self.answer(200, {"data": [model("b")], "links": {"next": None}})
        else:
            self.answer(200, {"data": [model("a")], "links": {"next": "/pages/api/v1/models?offset=2"}})

    def case_relay(self, _):
        if self.path.endswith("/api/status"):
            self.answer(200, {"success": True, "data": {"quota_per_unit": 250000}})
        else:
            entry = {"model_name": "a", "quota_type": 0, "model_ratio": 1, "completion_ratio": 2, "enable_groups": ["all"]}
            self.answer(200, {"success": True, "data": [entry], "group_ratio": {"default": 1}})

    def case_relay_zero(self, _):
        if self.path.endswith("/api/status"):
            self.answer(200, {"success": True, "data": {"quota_per_unit": 0, "usd_exchange_rate": 0}})
        else:
            self.case_relay(0)

    def case_guess(self, _):
        if self.path.endswith("/public/model_hub"):
            self.answer(200, [{"model_group": "a", "input_cost_per_token": 1.5e-7, "output_cost_per_token": 6e-7}])
        else:
            self.case_missing(0)


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A client that hangs up is what some of the cases are about."""


server = Server(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
