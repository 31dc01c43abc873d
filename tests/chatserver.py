"""A small chat server on 127.0.0.1 of the common form, which answers as a test tells it to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Sentences = list[dict[str, Any]]


def told(answer: object) -> bytes:
    """The body in which such a server wraps what the model said; text goes as it is, the rest as JSON."""
    said = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
    return json.dumps(
        {
            "id": "1",
            "object": "chat.completion",
            "created": 0,
            "model": "small",
            "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": said}}],
        }
    ).encode()


class ChatServer:
    """Asks `model` for the status and body to send; it gets the numbered sentences. `asked` holds all messages."""

    def __init__(self, model: Callable[[Sentences], tuple[int, bytes]]) -> None:
        self.asked: list[list[dict[str, str]]] = []
        self.over = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.asked.append(data["messages"])
                status, body = model(json.loads(data["messages"][1]["content"]))
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/v1"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def close(self) -> None:
        """Stop, and let answers that wait for `over` go."""
        self.over.set()
        self._server.shutdown()
        self._server.server_close()
