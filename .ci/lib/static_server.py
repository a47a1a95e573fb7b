"""Serves a built site as a static host does: the page of an address without its suffix."""
import contextlib
import functools
import http.server
import os
import threading


class Handler(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        plain = path.split("?")[0].split("#")[0]
        found = super().translate_path(plain)
        if os.path.isdir(found) and plain.endswith("/"):
            return os.path.join(found, "index.html")
        return found if os.path.isfile(found) else found + ".html"

    def log_message(self, *arguments):
        pass

    def handle(self):
        # A view may end before all of its files are sent.
        try:
            super().handle()
        except ConnectionError:
            pass


@contextlib.contextmanager
def serving(folder):
    """The address of the folder's server, while it runs."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
