"""A running `citable serve`: starting it, hearing its announcements, ending it."""
import hashlib
import http.client
import json
import os
import pathlib
import queue
import signal
import subprocess
import threading
import time

import hosts


class HostProbe(hosts.Probe):
    """What the host files promise holds for the preview, too, but that nothing may be kept without asking."""
    hashed = "no-cache"

    def ask(self, path, accept=None, method="GET", headers=()):
        # As a script asks; what a person navigates to has the preview's script in it.
        return super().ask(path, accept, method, [*headers, ("Sec-Fetch-Dest", "empty")])


class Preview:
    """A preview that runs while the block does; ready when the block begins."""

    def __init__(self, program, root, *options, wants_ready=True, language="en"):
        self.root = pathlib.Path(root)
        self.started = time.time()
        command = [program, "serve", "--site", str(root), "--port", "0", "--messages", language, *options]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, encoding="utf-8")
        self.lines = []
        self.is_ready = threading.Event()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"the preview does not start: {' '.join(command)}: {self.process.stderr.read()}")
        self.base = line.strip().rstrip("/")
        self.port = int(self.base.rsplit(":", 1)[1])
        threading.Thread(target=self._read, daemon=True).start()
        if wants_ready and not self.is_ready.wait(120):
            raise SystemExit(f"the preview does not get ready:\n{''.join(self.lines)}")
        self.ready_after = time.time() - self.started

    def _read(self):
        for line in self.process.stderr:
            self.lines.append(line)
            if line.startswith(("ready", "已就绪")):
                self.is_ready.set()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self, number=signal.SIGTERM):
        """The exit status, and how many seconds the end took."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        start = time.time()
        try:
            status = self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        return status, time.time() - start

    def get(self, path, method="GET", **headers):
        """Status, headers and text; header names with low lines."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, answer.headers, text


class Ear:
    """Hears what a preview announces."""

    def __init__(self, server):
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
        self.connection.request("GET", "/.citable/events")
        self.answer = self.connection.getresponse()
        self.heard = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.now = self.heard.get(timeout=60)

    def _listen(self):
        try:
            while line := self.answer.readline():
                if line.startswith(b"data: "):
                    self.heard.put(json.loads(line[6:]))
        except (OSError, http.client.HTTPException, AttributeError, ValueError):
            pass

    def until(self, condition, seconds=30):
        """Waits until the announcements meet a condition; the last one, or None in vain."""
        end = time.time() + seconds
        while not condition(self.now):
            try:
                self.now = self.heard.get(timeout=max(0.01, end - time.time()))
            except queue.Empty:
                return None
        return self.now


def processor_time(server):
    """Milliseconds that a preview has computed: other than the time that passes, they don't grow with what else runs here."""
    fields = pathlib.Path(f"/proc/{server.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def threads(server):
    """What the threads of a preview wait for, when it does not do what it should."""
    found = []
    for task in sorted(pathlib.Path(f"/proc/{server.process.pid}/task").glob("*")):
        try:
            found.append((task / "wchan").read_text() + " " + (task / "stat").read_text().rsplit(")", 1)[1].split()[0])
        except OSError:
            pass
    return f"exit status {server.process.poll()}, threads: {', '.join(found)}"


def state(folder):
    """A fingerprint of a tree: names, times, inodes."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        status = os.lstat(path)
        digest.update(f"{path}\0{status.st_ino}\0{status.st_mtime_ns}\0{status.st_size}\n".encode())
    return digest.hexdigest()
