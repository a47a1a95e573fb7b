"""What each example of the content must do against `.ci/lib/openai-server.py`.

An example is named by its page and the number of its code. A case gives the key and the model, and then what must come out:
the exit status, pieces of the output in their order, and how many requests the server must have seen.
"""
from dataclasses import dataclass, field


@dataclass
class Case:
    model: str = "gpt-4o-mini"
    key: str = "sk-good"
    status: int = 0
    out: tuple = ()
    err: tuple = ()
    requests: int | None = None
    extra: dict = field(default_factory=dict)
    unreachable: bool = False


MISSING = "gone-model"
WRONG_KEY = Case(key="sk-wrong", status=1, err=("HTTP 401",))

CASES = {
    ("curl-chat-completions", 0): [
        Case(out=('"object": "list"', "gpt-4o-mini"), requests=1),
        Case(key="sk-wrong", status=22, out=("invalid_api_key",)),
    ],
    ("curl-chat-completions", 1): [
        Case(out=("Hello.", '"finish_reason": "stop"'), requests=1),
        Case(model=MISSING, status=22, out=("model_not_found",)),
        Case(key="sk-empty", status=22, out=("insufficient_quota",)),
    ],
    ("curl-chat-completions", 2): [
        Case(out=('"content": "1 "', '"content": "5 "', '"finish_reason": "stop"', '"choices": [], "usage"', "data: [DONE]")),
    ],
    ("curl-list-and-check-model", 0): [
        Case(out=("available: gpt-4o-mini",)),
        Case(model="house/qwen-72b", out=("available: house/qwen-72b",)),
        Case(model="gpt-4o", status=1, err=("missing: gpt-4o",)),
        Case(key="sk-wrong", status=2, err=("HTTP 401", "invalid_api_key")),
    ],
    ("curl-list-and-check-model", 1): [
        Case(out=("HTTP 200", "no error code")),
        Case(model=MISSING, out=("HTTP 404", "model_not_found")),
    ],
    ("bash-latency-probe", 0): [
        Case(out=("dns connect tls first-byte total", "median first byte: 0."), requests=5),
        Case(key="sk-wrong", status=1, err=("HTTP 401",), requests=1),
    ],
    ("python-streaming-and-retry", 0): [
        Case(out=("1 2 3 4 5", "input 12, output 5 tokens")),
        Case(model="cut", status=1, err=("without finish_reason",)),
        Case(model=MISSING, status=1, err=("HTTP 404",), requests=1),
    ],
    ("python-streaming-and-retry", 1): [
        Case(out=("Hello.", "gpt-4o-mini"), requests=1),
        Case(model="limited", out=("Hello.",), err=("attempt 1: HTTP 429", "next in 1.0 s", "attempt 2"), requests=3),
        Case(key="sk-empty", status=1, err=("insufficient_quota", "not retried"), requests=1),
        Case(model=MISSING, status=1, err=("HTTP 404", "not retried"), requests=1),
    ],
    ("python-error-handling", 0): [
        Case(out=("Hello.",), requests=1),
        Case(key="sk-wrong", status=3, err=("key: HTTP 401, code invalid_api_key, request req_",)),
        Case(model=MISSING, status=2, err=("request: HTTP 404, code model_not_found",)),
        Case(key="sk-empty", status=4, err=("money: HTTP 429, code insufficient_quota",), requests=1),
        Case(key="sk-broke", status=4, err=("money: HTTP 402",), requests=1),
        Case(model="limited", status=5, err=("temporary: HTTP 429, code rate_limit_exceeded",)),
        Case(model="html", status=5, err=("temporary: HTTP 502", "502 Bad Gateway")),
        Case(unreachable=True, status=5, err=("temporary: no answer",)),
    ],
    ("node-no-balance", 0): [
        Case(out=("Hello.",), requests=1),
        Case(key="sk-empty", status=4, err=("out of balance: HTTP 429, code insufficient_quota, request req_1. Not retried.",),
             requests=1),
        Case(key="sk-broke", status=4, err=("out of balance: HTTP 402",), requests=1),
        Case(model=MISSING, status=1, err=("failed: HTTP 404, code model_not_found",), requests=1),
        Case(model="html", status=1, err=("failed: HTTP 502, code none",)),
    ],
    ("node-rate-limit", 0): [
        Case(out=("5 tasks, 5 requests",), requests=5),
        Case(model="limited", out=("5 tasks, 7 requests",), requests=7),
        Case(model="flaky", out=("5 tasks, 6 requests",), requests=6),
        Case(key="sk-empty", status=1, err=("HTTP 429, code insufficient_quota, after 1 attempts",)),
    ],
    ("node-stream", 0): [
        Case(out=("1 2 3 4 5", "finish stop, output 5 tokens")),
        Case(key="sk-wrong", status=1, err=("HTTP 401",)),
        Case(model="sour", status=2, out=("1 2",), err=("error inside the stream: upstream failed",)),
        Case(model="cut", status=3, out=("1 2",), err=("without finish_reason: incomplete",)),
    ],
    ("python-timeout", 0): [
        Case(out=("1 2 3 4 5",), requests=1),
        Case(model="silent", status=6, err=("timeout in phase: first token, after 1.",), extra={"FIRST_TOKEN_TIMEOUT": "1"}),
        Case(model="stalls", status=6, out=("1",), err=("timeout in phase: between chunks, after 1.",),
             extra={"IDLE_TIMEOUT": "1"}),
        Case(status=6, err=("timeout in phase: total",), extra={"TOTAL_TIMEOUT": "0.001"}),
        Case(key="sk-wrong", status=1, err=("HTTP 401",)),
        Case(unreachable=True, status=7, err=("no connection in phase: connect",)),
    ],
    ("go-chat-with-retry", 0): [
        Case(out=("Hello.",), requests=1),
        Case(model="limited", out=("Hello.",), requests=3),
        Case(key="sk-empty", status=1, err=("HTTP 429, code insufficient_quota, after 1 attempts",), requests=1),
        Case(model=MISSING, status=1, err=("HTTP 404, code model_not_found, after 1 attempts",), requests=1),
        Case(model="silent", status=1, err=("context deadline exceeded", "after 1 attempts"), extra={"TOTAL_TIMEOUT": "1"}),
    ],
    ("python-tool-call", 0): [
        Case(out=("The result is 42.",), requests=2),
        Case(model=MISSING, status=1, err=("HTTP 404",), requests=1),
    ],
    ("python-structured-output", 0): [
        Case(out=("Shanghai 128.50 CNY",), requests=1),
        Case(model="rambles", status=4, err=("cut by the length limit",)),
        Case(model="refuses", status=3, err=("refused: I can't help with that.",)),
        WRONG_KEY,
    ],
    ("python-embeddings-search", 0): [
        Case(model="text-embedding-3-small", out=("1.000  What to do when requests run into a timeout",), requests=1),
        Case(model=MISSING, status=1, err=("HTTP 404",), requests=1),
    ],
}

# Fenced code in other pages: the page, the number of the fence among those of its language, and what it must do.
FENCES = {
    ("zh/answers/model-not-found", "bash", 0): [
        Case(out=('"id": "gpt-4o-mini"',)),
        Case(model=MISSING, status=1),
    ],
    ("zh/answers/streaming-arrives-at-once", "bash", 0): [Case(out=("data: {", "data: [DONE]"))],
}

# Python that a page shows as a part: what is put after it, and what that prints.
PARTS = {
    ("zh/guides/redact-before-sending", "python", 0): (
        'text, table = redact("call 13800138000 or a@b.cn, 13800138000; id 11010519491231002X")\n'
        'print(text)\nprint(restore(text, table) == "call 13800138000 or a@b.cn, 13800138000; id 11010519491231002X")\n',
        ("call ⟦PHONE_1⟧ or ⟦EMAIL_2⟧, ⟦PHONE_1⟧; id ⟦ID_3⟧", "True"),
    ),
}
