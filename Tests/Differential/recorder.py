"""A server on loopback that answers for every host, in TLS or plain, and writes down what it is asked.

It is a proxy to the one browser and the address every host is mapped to for the other; both reach the same answers.
"""

import base64
import hashlib
import http.client
import http.server
import os
import re
import socket
import ssl
import subprocess
import threading
from urllib.parse import urlsplit

KEPT_FIELDS = (
    "Content-Type", "Cookie", "Origin", "Referer",
    "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest", "Sec-Fetch-User", "Access-Control-Request-Method",
    "Access-Control-Request-Headers", "X-Requested-With",
)
"""The fields of a request that are compared; what a browser says of itself is not among them."""


class Authority:
    """A throw-away certificate authority, with one certificate for all hosts of a run."""

    def __init__(self, folder, hosts):
        self.certificate = os.path.join(folder, "authority.pem")
        key = os.path.join(folder, "authority.key")
        leaf, leaf_key = os.path.join(folder, "server.pem"), os.path.join(folder, "server.key")
        request, extensions = os.path.join(folder, "server.csr"), os.path.join(folder, "server.cnf")
        names = sorted(hosts)
        with open(extensions, "w") as file:
            file.write("subjectAltName=" + ",".join(
                ("IP:" if re.fullmatch(r"[\d.]+", name) else "DNS:") + name for name in names
            ) + "\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n")
        curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        for arguments in (
            ["req", "-x509", *curve, "-keyout", key, "-out", self.certificate, "-days", "2", "-subj",
             "/CN=Differential test authority", "-addext", "basicConstraints=critical,CA:TRUE",
             "-addext", "keyUsage=critical,keyCertSign"],
            ["req", *curve, "-keyout", leaf_key, "-out", request, "-subj", "/CN=Differential test server"],
            ["x509", "-req", "-in", request, "-CA", self.certificate, "-CAkey", key, "-CAcreateserial",
             "-out", leaf, "-days", "2", "-extfile", extensions],
        ):
            subprocess.run(["openssl", *arguments], check=True, capture_output=True)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(leaf, leaf_key)
        public = subprocess.run(
            ["openssl", "x509", "-in", leaf, "-pubkey", "-noout"], check=True, capture_output=True
        ).stdout
        der = base64.b64decode(b"".join(line for line in public.splitlines() if not line.startswith(b"-----")))
        self.key_hash = base64.b64encode(hashlib.sha256(der).digest()).decode()


class Recorder:
    """The server of one scenario for one browser."""

    def __init__(self, authority, answer):
        self.requests = []
        self.lock = threading.Lock()
        recorder = self

        class Handler(_Handler):
            pass

        Handler.authority, Handler.recorder, Handler.answer = authority, recorder, staticmethod(answer)
        self.server = _Server(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def handle_error(self, request, address):
        pass  # a browser that hangs up is no failure of the comparison: what it asked is on record


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30
    scheme = "http"

    def log_message(self, *arguments):
        pass

    def handle(self):
        first = self.connection.recv(1, socket.MSG_PEEK)
        if first == b"\x16":
            self.secure()
        super().handle()

    def secure(self):
        self.connection = self.authority.context.wrap_socket(self.connection, server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", buffering=0)
        self.scheme = "https"

    def do_CONNECT(self):
        self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        first = self.connection.recv(1, socket.MSG_PEEK)
        if first == b"\x16":
            self.secure()
        self.close_connection = False

    def exchange(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path.startswith(("http://", "https://")):
            url = self.path
        else:
            url = "%s://%s%s" % (self.scheme, self.headers.get("Host", ""), self.path)
        fields = {
            name: ", ".join(values) if name != "Cookie" else "; ".join(values)
            for name in KEPT_FIELDS
            if (values := self.headers.get_all(name))
        }
        answer = self.answer(self.command, url, self.headers, body)
        record = {
            "method": self.command, "url": url, "body": body.decode("latin-1"),
            "accept": self.headers.get("Accept", ""), "purpose": self.headers.get("Sec-Purpose", ""), **fields,
        }
        with self.recorder.lock:
            self.recorder.requests.append(record)
        status, headers, content = answer
        self.send_response_only(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_POST = do_OPTIONS = do_PUT = do_DELETE = do_PATCH = do_HEAD = exchange


class Upstream:
    """Answers by asking the server that stands behind: the sandbox, by its list of addresses."""

    hop_by_hop = {"connection", "proxy-connection", "keep-alive", "transfer-encoding", "content-length", "accept-encoding"}

    def __init__(self, addresses):
        self.addresses = addresses  # (host, port) -> (address, port)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        # The sandbox on this machine is reached by its address: what is compared is what lies in front of it.
        self.context.check_hostname = False
        self.context.verify_mode = ssl.CERT_NONE

    def __call__(self, method, url, headers, body):
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        address = self.addresses.get((parts.hostname, port))
        if address is None:
            return 502, [("Content-Type", "text/plain")], b"no such server"
        if parts.scheme == "https":
            connection = http.client.HTTPSConnection(*address, context=self.context, timeout=30)
        else:
            connection = http.client.HTTPConnection(*address, timeout=30)
        target = parts.path + ("?" + parts.query if parts.query else "")
        try:
            connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
            for name, value in headers.items():
                if name.lower() not in self.hop_by_hop:
                    connection.putheader(name, value)
            if body or method == "POST":
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body or None)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        fields = [(name, value) for name, value in response.getheaders() if name.lower() not in self.hop_by_hop]
        return response.status, fields, content
