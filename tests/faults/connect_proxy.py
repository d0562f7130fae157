#!/usr/bin/env python3
"""A proxy for HTTPS as a campus has one: CONNECT only, with a password if asked for.

Usage: connect_proxy.py LOG [USER:PASSWORD]. Prints its port. Whatever host a client names, it is led to 127.0.0.1, so
that names without an address can be used. LOG gets a line for each request: its status, its target, its User-Agent.
"""
import base64
import socket
import socketserver
import sys
import threading

log = open(sys.argv[1], "a", buffering=1)
wanted = "Basic " + base64.b64encode(sys.argv[2].encode()).decode() if len(sys.argv) > 2 else None


def pump(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
    except OSError:
        pass
    finally:
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


class Handler(socketserver.StreamRequestHandler):
    rbufsize = 0  # what follows the head belongs to the tunnel

    def handle(self):
        while self.one_request():
            pass

    def one_request(self):
        first = self.rfile.readline().decode("latin-1").split()
        headers = {}
        while (line := self.rfile.readline().decode("latin-1").strip()):
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        if len(first) < 3:
            return False
        agent = headers.get("user-agent", "-")
        if wanted and headers.get("proxy-authorization") != wanted:
            log.write(f"407 {first[1]} {agent}\n")
            self.wfile.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"campus\"\r\n"
                             b"Content-Length: 0\r\n\r\n")
            return True
        if first[0] != "CONNECT":
            log.write(f"405 {first[1]} {agent}\n")
            self.wfile.write(b"HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return False
        log.write(f"200 {first[1]} {agent}\n")
        with socket.create_connection(("127.0.0.1", int(first[1].rsplit(":", 1)[1]))) as server:
            self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=pump, args=(server, self.request), daemon=True)
            back.start()
            pump(self.request, server)
            back.join()
        return False


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request, client_address):
        pass  # a client that went away


with Server(("127.0.0.1", 0), Handler) as server:
    print(server.server_address[1], flush=True)
    server.serve_forever()
