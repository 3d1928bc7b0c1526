"""Load: wrk, which keeps connections open, and what openssl can do alone."""

import re
import socket
import tempfile
import time

from programs import Program, free_port, run


def wrk(url, seconds, connections, headers=(), script=None, threads=1):
    """Requests per second and how many were not answered with 2xx; latencies in milliseconds."""
    command = ["wrk", "--latency", "-t%d" % threads, "-c%d" % connections, "-d%ds" % seconds]
    for name, value in headers:
        command += ["-H", "%s: %s" % (name, value)]
    file = None
    if script:
        file = tempfile.NamedTemporaryFile("w", suffix=".lua")
        file.write(script)
        file.flush()
        command += ["-s", file.name]
    try:
        text = run(command + [url])
    finally:
        if file:
            file.close()
    requests = int(re.search(r"(\d+) requests in", text).group(1))
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    if bad or errors and any(int(number) for number in errors.groups()):
        raise RuntimeError("not every request of %s was answered well: %s" % (url, text))
    return {"requests": requests, "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))}


def signatures():
    """RSA signatures with 2,048 bits that OpenSSL makes in a second on one core."""
    text = run(["openssl", "speed", "-seconds", "3", "rsa2048"])
    fields = re.search(r"rsa\s+2048 bits\s+[\d.]+s\s+[\d.]+s\s+([\d.]+)", text)
    return float(fields.group(1))


def handshake(certificate, key):
    """Processor time of a TLS handshake between two of OpenSSL's own ends, in milliseconds."""
    port = free_port()
    server = Program(["openssl", "s_server", "-accept", str(port), "-cert", certificate, "-key", key, "-quiet"])
    with server:
        wait(port)
        before = server.cpu()
        client = Program(["openssl", "s_time", "-connect", "127.0.0.1:%d" % port, "-new", "-time", "3", "-CAfile", certificate])
        text, _ = client.process.communicate(timeout=60)
        found = re.search(r"(\d+) connections in ([\d.]+)s", text)
        count, client_seconds = int(found.group(1)), float(found.group(2))
        return (server.cpu() - before + client_seconds) * 1000 / count


def wait(port):
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except ConnectionRefusedError:
            time.sleep(0.01)
    raise RuntimeError("nothing listens on port %d" % port)
