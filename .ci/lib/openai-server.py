#!/usr/bin/env python3
"""A small OpenAI-compatible server on the loopback interface, for the examples of the content.

It prints its port and serves until its standard input closes. What a request meets is said by its key and its model:

    key sk-wrong        401 invalid_api_key
    key sk-empty…       429 insufficient_quota        key sk-broke…   402 without a code
    model limited       two 429 with Retry-After, then an answer (counted for each key)
    model flaky         one 503, then an answer       model html      502 with a page of HTML
    model silent        no answer for ten seconds     model stalls    a stream that stops after its first word
    model cut           a stream that ends without finish_reason      model sour   an error inside a stream
    model rambles       an answer that the length limit cut           model refuses    a refusal
    any other model     404 model_not_found, unless it is in MODELS

`GET /log/KEY` gives how many requests a key made and what was wrong with them.
"""
import http.server
import json
import sys
import threading
import time

MODELS = ["gpt-4o-mini", "gpt-5", "house/qwen-72b", "text-embedding-3-small"]
SPECIAL = ["limited", "flaky", "html", "silent", "stalls", "cut", "sour", "rambles", "refuses"]
USAGE = {"prompt_tokens": 12, "completion_tokens": 5, "total_tokens": 17}

lock = threading.Lock()
requests = {}
complaints = {}


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A client that leaves early is part of the tests."""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "examples"

    def log_message(self, *arguments):
        pass

    # The plain parts of the protocol.

    def reply(self, status, body, kind="application/json", **headers):
        data = body.encode() if isinstance(body, str) else json.dumps(body, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("x-request-id", f"req_{self.number}")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def error(self, status, code, message, kind="invalid_request_error", **headers):
        self.reply(status, {"error": {"message": message, "type": kind, "param": None, "code": code}}, **headers)

    def is_authorized(self):
        scheme, _, self.key = self.headers.get("Authorization", "").partition(" ")
        with lock:
            self.number = requests[self.key] = requests.get(self.key, 0) + 1
        if scheme != "Bearer" or not self.key.startswith("sk-") or self.key == "sk-wrong":
            self.error(401, "invalid_api_key", "Incorrect API key provided")
        elif self.key.startswith("sk-empty"):
            self.error(429, "insufficient_quota", "You exceeded your current quota", "insufficient_quota")
        elif self.key.startswith("sk-broke"):
            self.error(402, None, "Insufficient Balance", "unknown_error")
        else:
            return True
        return False

    def complain(self, text):
        with lock:
            complaints.setdefault(self.key, []).append(text)
        self.error(400, "invalid_request", text)

    def do_GET(self):
        if self.path.startswith("/log/"):
            key = self.path[5:]
            self.number = 0
            self.reply(200, {"requests": requests.get(key, 0), "complaints": complaints.get(key, [])})
        elif self.is_authorized():
            name = self.path.removeprefix("/v1/models/").replace("%2F", "/")
            if self.path == "/v1/models":
                data = [{"id": model, "object": "model", "created": 1677610602, "owned_by": "test"} for model in MODELS]
                self.reply(200, {"object": "list", "data": data})
            elif name in MODELS:
                self.reply(200, {"id": name, "object": "model", "created": 1677610602, "owned_by": "test"})
            else:
                self.error(404, "model_not_found", f"The model `{name}` does not exist or you do not have access to it.")

    def do_POST(self):
        data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not self.is_authorized():
            return
        try:
            body = json.loads(data)
        except ValueError:
            return self.complain("the body is not JSON")
        if not isinstance(body, dict) or not isinstance(body.get("model"), str):
            return self.complain("the body has no model")
        if body["model"] not in MODELS + SPECIAL:
            text = f"The model `{body['model']}` does not exist or you do not have access to it."
            return self.error(404, "model_not_found", text)
        if self.path == "/v1/embeddings":
            return self.embeddings(body)
        if self.path != "/v1/chat/completions":
            return self.error(404, None, f"no such path: {self.path}")
        if not isinstance(body.get("messages"), list) or not body["messages"]:
            return self.complain("messages is empty")
        self.chat(body)

    # Answers.

    def embeddings(self, body):
        texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
        words = ["refund", "invoice", "key", "timeout"]
        data = [
            {"object": "embedding", "index": index,
             "embedding": [1.0 if word in text.lower() else 0.01 for word in words]}
            for index, text in enumerate(texts)]
        self.reply(200, {"object": "list", "data": data, "model": body["model"], "usage": {"prompt_tokens": 9, "total_tokens": 9}})

    def chat(self, body):
        model = body["model"]
        if model == "limited" and self.number <= 2:
            limits = {"x_ratelimit_remaining_requests": "0", "x_ratelimit_remaining_tokens": "900"}
            return self.error(429, "rate_limit_exceeded", "Rate limit reached", "requests", Retry_After="1", **limits)
        if model == "flaky" and self.number == 1:
            return self.error(503, None, "The engine is overloaded", "server_error")
        if model == "html":
            return self.reply(502, "<html><title>502 Bad Gateway</title></html>", "text/html")
        if model == "silent":
            time.sleep(10)
        message, reason = self.message(body)
        if body.get("stream"):
            return self.stream(body, message, reason)
        choice = {"index": 0, "message": {"role": "assistant", "refusal": None, **message}, "finish_reason": reason}
        self.reply(200, {
            "id": "chatcmpl-1", "object": "chat.completion", "created": 1700000000, "model": model,
            "choices": [choice], "usage": USAGE})

    def message(self, body):
        """The message of the assistant and the reason of its end."""
        if body["model"] == "rambles":
            return {"content": '{"city": "Shang'}, "length"
        if body["model"] == "refuses":
            return {"content": None, "refusal": "I can't help with that."}, "stop"
        last = body["messages"][-1]
        if last["role"] == "tool":
            asked = [call["id"] for call in body["messages"][-2].get("tool_calls", [])]
            if last.get("tool_call_id") not in asked:
                self.complain("a tool message answers no call")
            return {"content": f"The result is {last['content']}."}, "stop"
        if body.get("tools"):
            function = {"name": body["tools"][0]["function"]["name"], "arguments": '{"a": 17, "b": 25}'}
            return {"content": None, "tool_calls": [{"id": "call_1", "type": "function", "function": function}]}, "tool_calls"
        if body.get("response_format", {}).get("type") == "json_schema":
            return {"content": '{"city": "Shanghai", "amount": "128.50", "currency": "CNY"}'}, "stop"
        return {"content": "1 2 3 4 5" if "Count" in last["content"] else "Hello."}, "stop"

    def stream(self, body, message, reason):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("x-request-id", f"req_{self.number}")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        self.event({"choices": [{"index": 0, "delta": {"role": "assistant"}, "finish_reason": None}]}, body)
        for index, word in enumerate(message["content"].split(" ")):
            self.event({"choices": [{"index": 0, "delta": {"content": word + " "}, "finish_reason": None}]}, body)
            self.wfile.write(b": keep-alive\n\n")
            if body["model"] == "stalls" and index == 0:
                time.sleep(10)
            if body["model"] == "cut" and index == 1:
                return
            if body["model"] == "sour" and index == 1:
                return self.event({"error": {"message": "upstream failed", "code": "upstream_error"}}, body)
        self.event({"choices": [{"index": 0, "delta": {}, "finish_reason": reason}]}, body)
        if body.get("stream_options", {}).get("include_usage"):
            self.event({"choices": [], "usage": USAGE}, body)
        self.wfile.write(b"data: [DONE]\n\n")

    def event(self, part, body):
        """One chunk in two writes, so that a reader who takes packets for lines fails."""
        whole = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1700000000, "model": body["model"], **part}
        data = f"data: {json.dumps(whole)}\n\n".encode()
        self.wfile.write(data[:25])
        self.wfile.flush()
        time.sleep(0.01)
        self.wfile.write(data[25:])
        self.wfile.flush()


if __name__ == "__main__":
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()
