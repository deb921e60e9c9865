"""Requests as bytes over a real socket, as no browser but an attacker sends them."""

import socket
from contextlib import suppress

# Each is sent as it stands, with {host} for the server's own; each must be answered with one of these statuses.
ODD_TARGETS = {
    b"/%00": {404},
    b"/a%00b": {404},
    b"/\x00": {404},
    b"/%2e%2e/": {404},
    b"/%2e%2e/%2e%2e/etc/passwd": {404},
    b"/../../../../etc/passwd": {404},
    b"/..": {404},
    b"/.": {404},
    b"/..%2f..%2fmkdocs.yml": {404},
    b"/%252e%252e/mkdocs.yml": {404},
    b"/....//....//etc/passwd": {404},
    b"/..;/mkdocs.yml": {404},
    b"/..\\..\\mkdocs.yml": {404},
    b"/%5c..%5cmkdocs.yml": {404},
    b"/C:/Windows/win.ini": {404},
    b"/c%3a/": {404},
    b"/%": {404},
    b"/%zz": {404},
    b"/%e4%b8": {404},
    b"/%ff%fe": {404},
    b"/%c0%ae%c0%ae/": {404},
    b"/\xff\xfe": {404},
    b"/\xe4\xb8\xad": {404},
    b"/%1b[31m": {404},
    b"/\x1b[31mred": {404},
    b"/\x9b31m": {404},
    b"/%0d%0aSet-Cookie:%20a=b": {404},
    b"/%e2%80%ae": {404},
    b"//evil.example/": {404},
    b"/%2fevil.example/": {404},
    b"/\\evil.example": {404},
    b"http://evil.example/": {404},
    b"http://127.0.0.1/": {404},
    b"*": {404},
    b"index.html": {404},
    b"?": {404},
    b"/" + b"a" * 300: {404},
    b"/" + b"a/" * 900: {404},
    b"/" + b"a" * 5_000: {414},
    b"/" + b"a" * 70_000: {414},
    b"/livereload/" + b"9" * 5_000 + b"/1": {414},
    b"/x?" + b"a" * 5_000: {414},
    b"/none": {404},
    b"/none?%00": {404},
}
WHOLE = {
    b"GET / HTTP/1.1\r\n\r\n": {400},
    b"GET / HTTP/1.0\r\n\r\n": {400},
    b"GET /\r\n\r\n": {400},
    b"GET / HTTP/1.1\r\nHost: {host}\r\nHost: evil.example\r\n\r\n": {400},
    b"GET / HTTP/1.1\r\nHost: {host}\r\nhost: {host}\r\n\r\n": {400},
    b"GET / HTTP/9.9\r\nHost: {host}\r\n\r\n": {400, 505},
    b"GET / HTTP/x\r\nHost: {host}\r\n\r\n": {400},
    b"GET / HTTP/-1.1\r\nHost: {host}\r\n\r\n": {400},
    b"GET  /  HTTP/1.1  x\r\nHost: {host}\r\n\r\n": {400},
    b"\x00\x01\x02\xff\r\n\r\n": {400},
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n": {400},  # a browser that wants https
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n": {400, 505},
    b"GET / HTTP/1.1\r\nHost: {host}\r\nX: " + b"a" * 70_000 + b"\r\n\r\n": {400, 431},
    b"GET / HTTP/1.1\r\nHost: {host}\r\n" + b"X: a\r\n" * 200 + b"\r\n": {400, 431},
    b"GET / HTTP/1.1\r\nHost: {host}\r\nno colon\r\n\r\n": {200, 400},
    b"GET / HTTP/1.1\nHost: {host}\n\n": {200},
    b"PUT / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\n\r\n": {405},
    b"DELETE /x HTTP/1.1\r\nHost: {host}\r\n\r\n": {405},
    b"OPTIONS * HTTP/1.1\r\nHost: {host}\r\n\r\n": {405},
    b"TRACE / HTTP/1.1\r\nHost: {host}\r\n\r\n": {405},
    b"CONNECT evil.example:443 HTTP/1.1\r\nHost: {host}\r\n\r\n": {405},
    b"\x1b[2J / HTTP/1.1\r\nHost: {host}\r\n\r\n": {405},
    b"get / HTTP/1.1\r\nHost: {host}\r\n\r\n": {405},
    b"GET / HTTP/1.1\r\nHost: {host}\r\nReferer: http://x/\x1b[2J\x9b\r\n forged\r\nUser-Agent: \x07\r\n\r\n": {200},
    b"HEAD / HTTP/1.1\r\nHost: {host}\r\n\r\n": {200},
    b"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n": {200},
}
HOSTS = (
    b"evil.example",
    b"evil.example:{port}",
    b"127.0.0.1.evil.example",
    b"localhost.evil.example",
    b"evil.example#localhost",
    b"localhost@evil.example",
    b"user@localhost",
    b"localhost:80:80",
    b"localhost:x",
    b"localhost\x1b",
    b"",
    b"192.168.1.5",
    b"0.0.0.0",
    b"[::2]",
    b"[::1",
    b"2130706433",
    b"0x7f.1",
    b"localhost.",
    b"\xe2\x93\x81ocalhost",
)
OUR_HOSTS = (b"127.0.0.1", b"localhost", b"LOCALHOST:1", b"[::1]:{port}", b"127.0.0.1:{port}")


def requests(port: int) -> dict[bytes, set[int]]:
    """Every request that both servers must answer in the same way, with the statuses that are right."""
    targets = {b"GET " + target + b" HTTP/1.1\r\nHost: {host}\r\n\r\n": right for target, right in ODD_TARGETS.items()}
    named = {host: {400, 403} for host in HOSTS} | {host: {200} for host in OUR_HOSTS}
    hosts = {b"GET / HTTP/1.1\r\nHost: " + host + b"\r\n\r\n": right for host, right in named.items()}
    filled = {b"{host}": b"127.0.0.1:%d" % port, b"{port}": b"%d" % port}
    table = {}
    for request, right in (targets | WHOLE | hosts).items():
        sent = request
        for mark, value in filled.items():
            sent = sent.replace(mark, value)
        table[sent] = right
    return table


def answer(port: int, request: bytes) -> bytes:
    """Send bytes, say no more, and give all that comes back; fails where the connection is dropped."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        with suppress(BrokenPipeError, ConnectionResetError):  # refused before all of it was sent
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
        head = b""
        while piece := connection.recv(65_536):
            head += piece
        return head


def status(head: bytes) -> int:
    assert head.startswith(b"HTTP/1."), head[:80]
    return int(head.split(b" ", 2)[1])
