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

LOG = sys.argv[1]
GOOD = {"object": "list", "data": [{"id": "sea/a", "object": "model"}]}
CHANGES = {"count": {}}


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
