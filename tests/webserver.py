"""A real web server on 127.0.0.1 that says what a test tells it to, right or wrong, byte for byte."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field

MOST = 65_536


@dataclass
class Reply:
    """What to answer: `raw` as it is, with a `pause` between its parts; else a head and a body.

    `length` is what Content-Length says; True is the truth, False leaves it out.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: bool | int = True
    raw: Iterable[bytes] | None = None
    pause: float = 0

    def parts(self) -> Iterable[bytes]:
        """The bytes to send, part by part."""
        if self.raw is not None:
            yield from self.raw
            return
        headers = dict(self.headers)
        if self.length is True:
            headers.setdefault("Content-Length", str(len(self.body)))
        elif self.length is not False:
            headers["Content-Length"] = str(self.length)
        lines = [f"HTTP/1.1 {self.status} Said", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
        yield "\r\n".join(lines).encode("latin-1")
        yield self.body


@dataclass
class Asked:
    """A request as it came."""

    path: str
    headers: dict[str, str]


Answers = Reply | list[Reply] | Callable[[Asked], Reply]


class WebServer:
    """Answers by path: with one reply, with one after the other (the last stays), or with what a function says."""

    def __init__(self, tls: object = None) -> None:
        self.answers: dict[str, Answers] = {}
        self.asked: list[Asked] = []
        self.at_once = self.most_at_once = 0
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._asked_for: defaultdict[str, threading.Event] = defaultdict(threading.Event)
        outer = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                outer._handle(self.request)

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True
            request_queue_size = 64

            def get_request(self):
                connection, address = super().get_request()
                return (tls.wrap_socket(connection, server_side=True) if tls else connection), address

            def handle_error(self, request: object, address: object) -> None:
                """A client that hangs up is what many tests want."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def url(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        """The address of a path on this server."""
        return f"{scheme}://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, without the robots.txt that comes first."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def wait_for(self, path: str) -> bool:
        """Wait until somebody asks for a path."""
        return self._asked_for[path].wait(30)

    def close(self) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()

    def _handle(self, connection: socket.socket) -> None:
        data = b""
        while b"\r\n\r\n" not in data and len(data) < MOST:
            chunk = connection.recv(4096)
            if not chunk:
                return
            data += chunk
        first, *lines = data.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        asked = Asked(first.split(" ")[1], headers)
        with self._lock:
            self.asked.append(asked)
            self._asked_for[asked.path].set()
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            answer = self.answers.get(asked.path, Reply(b"nothing here", 404))
            if isinstance(answer, list):
                answer = answer.pop(0) if len(answer) > 1 else answer[0]
            reply = answer if isinstance(answer, Reply) else answer(asked)
        try:
            parts = iter(reply.parts())
            part = next(parts, b"")
            for following in parts:
                connection.sendall(part)
                if self._over.wait(reply.pause):
                    return
                part = following
        except OSError:
            part = b""
        finally:
            with self._lock:
                self.at_once -= 1  # before the last byte: from then on the client is free to ask for something else
        with suppress(OSError):
            connection.sendall(part)
