"""What API 1 and receipts cost: small and large forms, and what reading a content of 1 GiB means to everybody else."""
import hashlib
import statistics
import threading
import time

from server import ANY_NUMBER_OF_CONNECTIONS, MIB, Caller, Database, Zeroes, load, sign_in

# The existing backend (FastAPI): small files a second, and its peak while one of 256 MiB comes; measured 2026-11-22.
EXISTING_SMALL, EXISTING_PEAK = 59, 584
ABREAST = 16
KIND = {"Content-Type": "multipart/form-data; boundary=bench"}


def ends(name):
    head = (f'--bench\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n").encode()
    return head, b"\r\n--bench--\r\n"


class LargeForm:
    """A form with so many bytes, without holding them."""

    def __init__(self, name, size):
        self.pieces = list(ends(name))
        self.length = size + sum(map(len, self.pieces))
        self.body = Zeroes(size)

    def read(self, most=-1):
        if len(self.pieces) == 2:
            return self.pieces.pop(0)
        return self.body.read(most) or (self.pieces.pop() if self.pieces else b"")


def small_forms(bench, address, process, token):
    load(bench, address, "/api/files/upload", token, seconds=2, form=4096)  # connections and statements are made
    database, spent = Database(bench.database_pid), process.cpu()
    queries, rates, answers = database.costs(), [], 0
    for _ in range(bench.runs):
        found = load(bench, address, "/api/files/upload", token, seconds=bench.seconds, connections=ABREAST, form=4096)
        if list(found["statuses"]) != ["200"]:
            raise RuntimeError(f"forms were refused: {found}")
        rates.append(found["rate"])
        answers += found["answers"]
    rate, ours = statistics.median(rates), (process.cpu() - spent) / answers * 1000
    theirs = Database.between(queries, database.costs()) / answers * 1000
    return [(f"API 1, small forms of one user, {ABREAST} at once", f"{EXISTING_SMALL * 20:,}/s (20 × the existing backend)",
             f"{rate:,.0f}/s ({rate / EXISTING_SMALL:.1f} ×), {ours:.2f} ms of the server and {theirs:.2f} ms of PostgreSQL each")]


def large_form(address, process, token, size):
    process.forget_peak()
    before, begun, form = process.memory(), time.monotonic(), LargeForm("large.bin", size)
    answer = Caller(address, token).json("POST", "/api/files/upload", form, KIND | {"Content-Length": str(form.length)})
    speed = size / MIB / (time.monotonic() - begun)
    row = (f"API 1, memory while a form of {size // MIB} MiB comes", f"flat (the existing backend: {EXISTING_PEAK} MB at 256 MiB)",
           f"{process.memory('VmHWM'):.0f} MiB at the peak, {before:.0f} before, at {speed:.0f} MiB/s")
    return answer["id"], row


def digested(size):
    """MiB a second of the digest alone: of what another program would take for the same bytes."""
    block, digest, begun = bytes(MIB), hashlib.sha256(), time.monotonic()
    for _ in range(size // MIB):
        digest.update(block)
    return size / MIB / (time.monotonic() - begun)


def receipt(address, process, token, file, size):
    """Others ask for small things all the time; their slowest is told with and without the reading. The digest alone is
    measured beside them too."""
    waits, over = [], threading.Event()

    def others():
        caller = Caller(address, token)
        while not over.is_set():
            begun = time.monotonic()
            caller.ask("GET", "/auth/me")
            waits.append(time.monotonic() - begun)
            time.sleep(0.002)

    def p99():
        return sorted(waits)[int(len(waits) * 0.99)] * 1000

    thread = threading.Thread(target=others)
    thread.start()
    time.sleep(2)
    alone = p99()
    reference = digested(size)
    waits.clear()
    begun, spent, caller = time.monotonic(), process.cpu(), Caller(address, token)
    while "retry_after" in caller.json("GET", f"/api/v2/files/{file}/receipts"):
        time.sleep(0.005)
    took = time.monotonic() - begun
    meanwhile = p99() if len(waits) > 20 else alone
    over.set()
    thread.join()
    speed = size / MIB / took
    return [(f"a receipt of {size // MIB} MiB: read and digested", "the digest's speed",
             f"{took:.2f} s, {speed:,.0f} MiB/s; the digest alone {reference:,.0f} MiB/s: ratio {speed / reference:.2f}"),
            ("p99 of other calls meanwhile", "as without", f"{meanwhile:.1f} ms, {alone:.1f} ms without")]


def forms(bench):
    size = 1 << 30
    address, process = bench.serve(*ANY_NUMBER_OF_CONNECTIONS)
    token = sign_in(address, bench.email, bench.password)
    rows = small_forms(bench, address, process, token)
    file, row = large_form(address, process, token, size)
    return rows + [row] + receipt(address, process, token, file, size)
