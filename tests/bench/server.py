"""What the server takes for its work: listings, the feed, sign-ins, small uploads, large bodies, idle sockets.

Each function measures one thing on a server of its own and answers rows for docs/performance.md: what, goal, measured.
"""
import base64
import concurrent.futures
import hashlib
import http.client
import json
import os
import pathlib
import re
import socket
import statistics
import subprocess
import tempfile
import time
import types
import uuid

MIB = 1 << 20
# The existing backend (FastAPI over PostgreSQL), listing 100 rows per second; measured on such a machine 2026-11-22.
EXISTING_LISTING = 39
ANY_NUMBER_OF_CONNECTIONS = ["--limits.connections_per_address=9000"]


class Process:
    """The server's own costs, as the kernel counts them."""

    def __init__(self, process):
        self.process, self.folder = process, pathlib.Path(f"/proc/{process.pid}")

    @classmethod
    def of(cls, pid):
        return cls(types.SimpleNamespace(pid=pid))

    def end(self):
        self.process.terminate()
        self.process.wait()

    def cpu(self):
        """Seconds of all threads."""
        return sum(int((task / "schedstat").read_text().split()[0]) for task in (self.folder / "task").iterdir()) / 1e9

    def memory(self, field="VmRSS"):
        """MiB."""
        return int(re.search(rf"{field}:\s+(\d+)", (self.folder / "status").read_text())[1]) / 1024

    def forget_peak(self):
        (self.folder / "clear_refs").write_text("5")


class Database:
    """PostgreSQL's costs: its processes come and go, so only those that are there all the time count."""

    def __init__(self, pid):
        self.pid = pid

    def costs(self):
        children = subprocess.run(["pgrep", "-P", str(self.pid)], capture_output=True, text=True).stdout.split()
        return {pid: Process.of(pid).cpu() for pid in children}

    @staticmethod
    def between(before, after):
        return sum(after[pid] - before[pid] for pid in before.keys() & after.keys())


class Caller:
    """One connection that is kept."""

    def __init__(self, address, token=None):
        self.host, self.token = address.split("//")[1], token
        self.connection = http.client.HTTPConnection(self.host, blocksize=MIB)

    def ask(self, method, path, body=None, headers=None):
        headers = dict(headers or {})
        if self.token and "Authorization" not in headers:
            headers["Authorization"] = f"Bearer {self.token}"
        if isinstance(body, dict):
            body, headers["Content-Type"] = json.dumps(body), "application/json"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path.split('?')[0]}: {answer.status} {text[:300]!r}")
        return text

    def look(self, method, path):
        """As ask(); a page that says no is a page too."""
        self.connection.request(method, path)
        return self.connection.getresponse().read()

    def json(self, *words):
        return json.loads(self.ask(*words))


def sign_in(address, email, password):
    return Caller(address).json("POST", "/auth/login", {"email": email, "password": password})["access_token"]


def load(bench, address, path, token=None, **settings):
    words = [f"--{name}={value}" for name, value in {"port": address.rsplit(":", 1)[1], "path": path, **settings}.items()]
    words = [part for word in words for part in word.split("=", 1)]
    environment = dict(os.environ) | ({"BENCH_TOKEN": token} if token else {})
    return json.loads(subprocess.run([bench.tools / "server_load", *words], env=environment, check=True,
                                     stdout=subprocess.PIPE).stdout)


def fill(bench, email, rows, folder=None):
    """Rows as another device would have made them; no bytes behind them."""
    bench.sql("INSERT INTO files (user_id, folder_id, filename, s3_key, file_size, mime_type, content_modified_at, "
              f"content_sha256) SELECT id, {repr(folder) if folder else 'NULL'}, 'Exercise ' || n || '.pdf', "
              f"'bench/' || gen_random_uuid(), n, 'application/pdf', now(), repeat('0', 64) "
              f"FROM users, generate_series(1, {rows}) n WHERE email = '{email}'; ANALYZE files")


def listing(bench):
    address, process = bench.serve()
    token = sign_in(address, bench.email, bench.password)
    folder = str(uuid.uuid4())
    bench.sql(f"INSERT INTO folders (id, user_id, name) SELECT '{folder}', id, 'Course' FROM users "
              f"WHERE email = '{bench.email}'")
    fill(bench, bench.email, 100, folder)
    paths = {"children of a folder": f"/api/v2/folders/{folder}/children?limit=100",
             "API 1 listing": "/api/files/files?skip=0&limit=100"}
    for path in paths.values():
        load(bench, address, path, token, seconds=2)  # connections and statements are made
    database, peaks, halves = Database(bench.database_pid), {}, {}
    spent = {name: [0.0, 0.0, 0] for name in paths}  # seconds of the server, of PostgreSQL, answers
    for _ in range(bench.runs):  # in turns: whatever else the machine does is the same for both
        for name, path in paths.items():
            before, queries = process.cpu(), database.costs()
            found = load(bench, address, path, token, seconds=bench.seconds)
            peaks.setdefault(name, []).append(found["rate"])
            now = (process.cpu() - before, Database.between(queries, database.costs()), found["answers"])
            spent[name] = [sum(pair) for pair in zip(spent[name], now)]
    rates = {name: statistics.median(found) / 2 for name, found in peaks.items()}
    for _ in range(bench.runs):
        for name, path in paths.items():
            halves.setdefault(name, []).append(load(bench, address, path, token, seconds=bench.seconds, rate=rates[name]))
    rows = []
    for name, (ours, theirs, asked) in spent.items():
        peak, p50, p99 = rates[name] * 2, *(statistics.median(each[part] for each in halves[name]) for part in ("p50", "p99"))
        rows += [(f"{name}, 100 rows: peak", f"{EXISTING_LISTING * 100:,}/s (100 × the existing backend)",
                  f"{peak:,.0f}/s ({peak / EXISTING_LISTING:,.0f} ×)"),
                 (f"{name}, 100 rows: processor time", "", f"{ours / asked * 1000:.3f} ms of the server, "
                                                           f"{theirs / asked * 1000:.3f} ms of PostgreSQL"),
                 (f"{name}, 100 rows: p99 at half the peak", "10 ms",
                  f"{p99:.1f} ms, at {rates[name]:,.0f}/s (median {p50:.2f} ms)")]
    return rows + first_listings(bench, address, process, token)


def first_listings(bench, address, process, token):
    """Pages that nobody has asked for since they changed: more folders than the server keeps pages."""
    folders = 600
    bench.sql(f"INSERT INTO folders (user_id, name) SELECT id, 'First ' || n FROM users, generate_series(1, {folders}) n "
              f"WHERE email = '{bench.email}'; "
              "INSERT INTO files (user_id, folder_id, filename, s3_key, file_size, mime_type, content_modified_at, "
              "content_sha256) SELECT user_id, id, 'Exercise ' || n || '.pdf', 'bench/' || gen_random_uuid(), n, "
              "'application/pdf', now(), repeat('0', 64) FROM folders, generate_series(1, 100) n "
              "WHERE name LIKE 'First %'; ANALYZE")
    ids = bench.sql("SELECT id FROM folders WHERE name LIKE 'First %'").split()
    caller = Caller(address, token)

    def ask():
        for each in ids:
            caller.ask("GET", f"/api/v2/folders/{each}/children?limit=100")

    ask()
    database, spent = Database(bench.database_pid), process.cpu()
    queries = database.costs()
    for _ in range(bench.runs):
        ask()
    asked = len(ids) * bench.runs
    return [("children of a folder, 100 rows, a page that is not kept: processor time", "",
             f"{(process.cpu() - spent) / asked * 1000:.3f} ms of the server, "
             f"{Database.between(queries, database.costs()) / asked * 1000:.3f} ms of PostgreSQL")]


def feed(bench):
    address, process = bench.serve()
    count = 100000 if bench.deep else 30000
    fill(bench, bench.email, count)
    token = sign_in(address, bench.email, bench.password)
    rates, caller = [], Caller(address, token)
    for _ in range(bench.runs + 1):
        seen, cursor, begun = 0, "", time.monotonic()
        while True:
            page = caller.ask("GET", f"/api/v2/changes?limit=5000&after={cursor}")
            seen += page.count(b'"filename":')
            cursor = re.search(rb'"cursor":"([^"]*)"', page)[1].decode()
            if b'"more":false' in page[:300]:
                break
        rates.append(seen / (time.monotonic() - begun))
        if seen < count:
            raise RuntimeError(f"the feed told {seen} files of {count}")
    return [("feed from its start, one reader", "100,000 rows/s", f"{statistics.median(rates[1:]):,.0f} rows/s")]


def storm(bench):
    people = 60
    address, process = bench.serve("--auth.bcrypt_cost=12")
    token = sign_in(address, bench.email, bench.password)
    fill(bench, bench.email, 100)
    path = "/api/v2/folders/root/children?limit=100"
    # Everybody has the password of the first, as a hash of their own would say too.
    bench.sql("INSERT INTO users (email, username, password_hash) SELECT 'storm' || n || '@learnlab.example', 'storm' || n, "
              f"password_hash FROM users, generate_series(1, {people}) AS n WHERE email = '{bench.email}'")
    body = bench.folder / "sign-in.json"
    body.write_text("".join(json.dumps({"email": f"storm{n}@learnlab.example", "password": bench.password}) + "\n"
                            for n in range(1, people + 1)))
    quiet, stormy, answers = [], [], {}
    for _ in range(bench.runs):
        quiet.append(load(bench, address, path, token, rate=200, seconds=bench.seconds)["p99"])
        with concurrent.futures.ThreadPoolExecutor() as pool:
            storming = pool.submit(load, bench, address, "/auth/login", body=body, connections=people,
                                   seconds=bench.seconds + 1)
            time.sleep(0.5)
            stormy.append(load(bench, address, path, token, rate=200, seconds=bench.seconds)["p99"])
            answers = storming.result()["statuses"]
    ours, theirs = statistics.median(stormy), statistics.median(quiet)
    said = ", ".join(f"{count} × {status}" for status, count in sorted(answers.items()))
    return [(f"p99 of other calls while {people} people sign in at once, again and again", "2 × that of a quiet server",
             f"{ours:.1f} ms, quiet {theirs:.1f} ms: {ours / theirs:.1f} × ({said})")]


def announce(caller, contents):
    """Uploads of these contents; answers their ids and addresses."""
    uploads = [{"upload_id": str(uuid.uuid4()), "file_id": str(uuid.uuid4()), "folder_id": None,
                "filename": f"{uuid.uuid4()}.bin", "file_size": len(content), "mime_type": "application/octet-stream",
                "content_modified_at": "2026-01-01T00:00:00Z", "if_exists": "fail",
                "sha256": hashlib.sha256(content).hexdigest()} for content in contents]
    return uploads, caller.json("POST", "/api/v2/uploads", {"uploads": uploads})["results"]


def small(bench):
    """On a disk, and in memory: what a file system takes for making and syncing files is its own."""
    rows = small_uploads(bench, "on the disk")
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        return rows + small_uploads(bench, "in memory", f"--objects.directory={folder}/objects")


def small_uploads(bench, where, *settings):
    """CPU of the server alone, by the kernel's count; the PUTs between are told apart."""
    address, process = bench.serve(*settings)
    caller = Caller(address, sign_in(address, bench.email, bench.password))
    count, batch = 10000 if bench.deep else 4000, 500
    spent = {"create": 0.0, "put": 0.0, "complete": 0.0}

    def counted(what, action):
        before = process.cpu()
        answer = action()
        spent[what] += process.cpu() - before
        return answer

    for _ in range(0, count, batch):
        contents = [os.urandom(4096) for _ in range(batch)]
        uploads, answers = counted("create", lambda: announce(caller, contents))

        def put():
            for content, answer in zip(contents, answers):
                path = "/" + answer["url"].split("/", 3)[3]
                caller.ask("PUT", path, content, answer.get("headers", {}) | {"Authorization": ""})

        counted("put", put)
        done = counted("complete", lambda: caller.json("POST", "/api/v2/uploads/complete", {"uploads": [
            {"upload_id": upload["upload_id"], "sha256": upload["sha256"]} for upload in uploads]}))
        if any(result["status"] != "done" for result in done["results"]):
            raise RuntimeError("an upload was not completed")
    each = {what: seconds / count * 1000 for what, seconds in spent.items()}
    return [(f"CPU of the server for a small upload, created and completed in batches of {batch}, contents {where}", "0.1 ms",
             f"{each['create'] + each['complete']:.3f} ms ({each['create']:.3f} + {each['complete']:.3f})"),
            (f"CPU of the server for its body of 4 KiB, {where}", "", f"{each['put']:.3f} ms")]


class Zeroes:
    """A body of so many bytes, without holding them."""

    def __init__(self, size):
        self.left = size

    def read(self, most=-1):
        piece = bytes(min(self.left, MIB if most < 0 else most))
        self.left -= len(piece)
        return piece


def bodies(bench):
    size, abreast = 1 << 30, 2
    address, process = bench.serve(f"--limits.multipart_threshold={4 << 30}")
    token = sign_in(address, bench.email, bench.password)
    digest = hashlib.sha256()
    for _ in range(size // MIB):
        digest.update(bytes(MIB))
    uploads = [{"upload_id": str(uuid.uuid4()), "file_id": str(uuid.uuid4()), "folder_id": None,
                "filename": f"{uuid.uuid4()}.bin", "file_size": size, "mime_type": "application/octet-stream",
                "content_modified_at": "2026-01-01T00:00:00Z", "if_exists": "fail", "sha256": digest.hexdigest()}
               for _ in range(abreast)]
    answers = Caller(address, token).json("POST", "/api/v2/uploads", {"uploads": uploads})["results"]

    def put(answer):
        path = "/" + answer["url"].split("/", 3)[3]
        Caller(address).ask("PUT", path, Zeroes(size), answer.get("headers", {}) | {"Content-Length": str(size)})

    def get(answer):
        caller = Caller(address)
        caller.connection.request("GET", "/" + answer["url"].split("/", 3)[3])
        body = caller.connection.getresponse()
        while body.read(MIB):
            pass

    def at_once(action, items):
        process.forget_peak()
        before = process.memory()
        with concurrent.futures.ThreadPoolExecutor() as pool:
            list(pool.map(action, items))
        return f"{process.memory('VmHWM'):.0f} MiB at the peak, {before:.0f} before"

    up = at_once(put, answers)
    caller = Caller(address, token)
    caller.ask("POST", "/api/v2/uploads/complete", {"uploads": [
        {"upload_id": upload["upload_id"], "sha256": upload["sha256"]} for upload in uploads]})
    found = caller.json("POST", "/api/v2/downloads", {"files": [upload["file_id"] for upload in uploads]})["results"]
    down = at_once(get, found)
    return [(f"memory while {abreast} bodies of 1 GiB arrive", "flat", up),
            (f"memory while {abreast} bodies of 1 GiB leave", "flat", down)]


def idle(bench):
    """Sockets of 1,250 sessions with four each: more than that a session does not get."""
    count, each = 5000, 4
    address, process = bench.serve(*ANY_NUMBER_OF_CONNECTIONS, "--auth.bcrypt_cost=4", "--auth.bcrypt_queue=2000")
    bench.call_server("user", "add", "--email", "idle@learnlab.example", "--username", "idle", "--password-stdin",
                      "--auth.bcrypt_cost=4", input="idle-idle-idle\n")
    tokens = [sign_in(address, "idle@learnlab.example", "idle-idle-idle") for _ in range(count // each)]
    before, sockets = process.memory(), []
    host, port = address.split("//")[1].split(":")
    for token in tokens:
        for _ in range(each):
            asked = socket.create_connection((host, int(port)))
            key = base64.b64encode(os.urandom(16)).decode()
            asked.sendall((f"GET /api/v2/events HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                           f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
                           f"Authorization: Bearer {token}\r\n\r\n").encode())
            sockets.append(asked)
    for asked in sockets:
        text = b""
        while b"hello" not in text:
            piece = asked.recv(4096)
            if not piece or b" 101 " not in (text + piece)[:20]:
                raise RuntimeError(f"no socket: {(text + piece)[:300]!r}")
            text += piece
    spent, begun = process.cpu(), time.monotonic()
    time.sleep(5)
    busy = (process.cpu() - spent) / (time.monotonic() - begun)
    held = process.memory()
    for asked in sockets:
        asked.close()
    return [(f"{count:,} idle event sockets: memory of the server", "150 MB",
             f"{held:.0f} MiB, {before:.0f} before ({(held - before) * 1024 / count:.1f} KiB each)"),
            (f"{count:,} idle event sockets: CPU of the server", "", f"{busy * 100:.1f} % of a processor")]


def links(bench):
    """The page of a public link, which strangers open; its file is one without bytes."""
    address, process = bench.serve()
    owner = Caller(address, sign_in(address, bench.email, bench.password))
    fill(bench, bench.email, 1)
    file = owner.json("GET", "/api/v2/folders/root/children?limit=1")["files"][0]["id"]
    url = owner.json("POST", "/api/v2/links", {"file_id": file})["url"]
    path = url.removeprefix(address)
    rows = []
    for name, target in (("page of a link", path), ("page of a forged link", "/s/" + "A" * 43)):
        stranger, times = Caller(address), []
        for _ in range(200):
            stranger.look("GET", target)
        spent = process.cpu()
        for _ in range(bench.runs * 1000):
            begun = time.perf_counter()
            stranger.look("GET", target)
            times.append((time.perf_counter() - begun) * 1000)
        cpu = (process.cpu() - spent) / len(times) * 1000
        rows += [(f"{name}: processor time of the server", "5 ms", f"{cpu:.2f} ms"),
                 (f"{name}: median, one after the other", "5 ms", f"{statistics.median(times):.2f} ms")]
    return rows


PARTS = {"links": links, "listing": listing, "feed": feed, "storm": storm, "small": small, "bodies": bodies, "idle": idle}
