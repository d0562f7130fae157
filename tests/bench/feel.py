"""How the window feels: from a key to the paint that answers it, and the longest time that its event loop does not answer.
Everything is seen from outside, by the X server (tools/feel_probe.cpp, tools/window_probe.cpp)."""
import os
import random
import statistics
import subprocess
import time
import zlib

# Where the list is, in a window of 1280 x 800, whatever else the window shows around it.
LIST = (300, 150, 500, 300)
# In the middle of the list, or of the page that the preview shows.
MIDDLE = (640, 400)
PAGE_COLOUR, CHROMA = "ff00ff", b"1 0 1"
BIG = "Big folder"


class Window:
    """The window on a screen of its own, without a window manager, and the hand on its keys."""

    def __init__(self, program, tools, environment):
        self.environment, self.tools = environment, tools
        self.program = subprocess.Popen([str(word) for word in program], env=self.environment,
                                        stderr=subprocess.DEVNULL)
        time.sleep(3)
        self.probe = subprocess.Popen([tools / "feel_probe", *map(str, LIST)], env=self.environment, text=True,
                                      stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, *words):
        self.probe.stdin.write(" ".join(map(str, words)) + "\n")
        self.probe.stdin.flush()
        line = self.probe.stdout.readline()
        if not line:
            raise RuntimeError("the window is gone, or there never was one")
        return [float(word) for word in line.split()]

    def press(self, keys, wait):
        return self.ask("press", keys, wait)

    def blocks(self, seconds):
        """Runs beside; its answer is the longest time without an answer and the 99th percentile."""
        return subprocess.Popen([self.tools / "window_probe", "latency", str(seconds)], env=self.environment,
                                stdout=subprocess.PIPE, text=True)

    def end(self):
        self.probe.stdin.close()
        self.probe.wait()
        self.program.terminate()
        self.program.wait()


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def jpeg(path):
    """A photo of two megapixels with detail everywhere; others are made of it by what follows its end."""
    subprocess.run(["convert", "-size", "1632x1224", "-seed", "7", "plasma:fractal", "-quality", "88", str(path)], check=True)
    return path.read_bytes()


def pdf(megabytes):
    """A first page in one colour, and many more that are large."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", None, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"]
    page = CHROMA + b" rg 0 0 595 842 re f"
    objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(page), page))
    noise, kids = random.Random(1), [b"3 0 R"]
    for _ in range(megabytes * 4):
        pixels = zlib.compress(noise.randbytes(250 * 1000), 0)
        number = len(objects) + 1
        objects.append(b"<</Type/XObject/Subtype/Image/Width 500/Height 500/ColorSpace/DeviceGray/BitsPerComponent 8"
                       b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(pixels), pixels))
        objects.append(b"<</Length 30>>stream\nq 500 0 0 500 40 40 cm /I Do Q\nendstream")
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</XObject<</I %d 0 R>>>>>>"
                       % (number + 1, number))
        kids.append(b"%d 0 R" % (number + 2))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    said, places = [b"%PDF-1.4\n"], []
    size = len(said[0])
    for number, text in enumerate(objects, 1):
        places.append(size)
        said.append(b"%d 0 obj\n%s\nendobj\n" % (number, text))
        size += len(said[-1])
    said.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    said += [b"%010d 00000 n \n" % place for place in places]
    said.append(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, size))
    return b"".join(said)


def pictures(options, address, client, open_window, folder):
    """Small pictures of photos while the grid is scrolled through, and a preview of a large PDF."""
    made = folder / "Photos"
    made.mkdir()
    photo, count = jpeg(folder / "photo.jpg"), options.photos
    for number in range(count):
        (made / f"photo {number:04}.jpg").write_bytes(photo + b"%06d" % number)
    large = folder / "Slides.pdf"
    large.write_bytes(pdf(options.pdf))
    client.run("put", made, large)
    client.run("keep", "/Photos", "/Slides.pdf")
    client.run("sync")
    window = open_window(client)
    try:
        window.ask("click", *MIDDLE)
        window.press("End", 500)  # the file; folders are first
        times = []
        for _ in range(options.runs * 3):
            times.append(window.ask("until", "space", *MIDDLE, PAGE_COLOUR)[0])
            window.press("Escape", 700)
        if min(times) < 0:
            raise RuntimeError("the first page of the PDF never showed")
        window.press("Home", 500)
        window.press("Return", 1000)
        thumbnails = next(client.profile.glob("accounts/*")) / "thumbs"
        beside = window.blocks(options.photos * 0.06 + 5)
        window.press("Ctrl+2", 300)
        while beside.poll() is None:
            window.press("Next", 400)
        longest, usual = map(float, beside.communicate()[0].split())
        seen = len(list(thumbnails.rglob("*"))) if thumbnails.exists() else 0
    finally:
        window.end()
    name = f"preview of a PDF of {large.stat().st_size / 1e6:,.0f} MB, from Space to its first page"
    return [(name + ", the first time", "100 ms", f"{times[0]:.0f} ms"),
            (name + ", then", "100 ms", f"{statistics.median(times[1:]):.0f} ms, {max(times[1:]):.0f} at most"),
            (f"longest block while {seen:,} of {count:,} small pictures of photos are made", "16 ms",
             f"{longest:.1f} ms (99 of 100 below {usual:.1f} ms)")]


def add_tree(server, rows, email):
    """A tenth of all files in one folder, the others a thousand to a folder, under names that begin with anything."""
    many = rows // 10
    server.sql(f"""
        CREATE TEMP TABLE u AS SELECT id FROM users WHERE email = '{email}';
        INSERT INTO folders (user_id, name) SELECT id, '{BIG}' FROM u;
        INSERT INTO folders (user_id, name) SELECT id, 'Course ' || n FROM u, generate_series(1, {max(1, rows // 1000)}) n;
        CREATE TEMP TABLE f AS SELECT id, name FROM folders WHERE user_id = (SELECT id FROM u);
        INSERT INTO files (user_id, folder_id, filename, s3_key, file_size, mime_type, content_modified_at, content_sha256)
        SELECT u.id, f.id, left(md5(n::text), 6) || ' ' || n || '.pdf', 'bench/' || n, n, 'application/pdf', now(), repeat('0', 64)
        FROM u, generate_series(1, {rows}) n
        JOIN f ON f.name = CASE WHEN n <= {many} THEN '{BIG}' ELSE 'Course ' || 1 + n % {max(1, rows // 1000)} END;
        ANALYZE;""")


def keys(window, repeat):
    """Times in ms from a key to the first paint of the list, by what the key does; of opening a folder to the last."""
    found = {}

    def note(what, answer, last=False):
        found.setdefault(what, []).append(answer[1 if last else 0])

    hexadecimal = random.Random(3)
    window.press("Home", 700)
    for _ in range(repeat):
        note("an arrow", window.press("Down", 60))
    for _ in range(repeat // 4):
        note("a page down", window.press("Next", 80))
    for _ in range(repeat // 4):
        for _ in range(2):
            note("a letter of a name", window.press(hexadecimal.choice("0123456789abcdef"), 120))
        window.press("Shift_L", 750)  # the next letter begins another name
    for _ in range(repeat // 2):
        note("selecting one more", window.press("Shift+Down", 60))
    for _ in range(repeat // 8):
        note("selecting all", window.press("Ctrl+a", 200))
        note("selecting none", window.press("Ctrl+Shift+a", 200))
    return found


def folders(window, repeat):
    found = {"opening a folder": [], "all rows of it": []}
    for _ in range(repeat):
        first, last = window.press("Return", 400)
        found["opening a folder"].append(first)
        found["all rows of it"].append(last)
        window.press("BackSpace", 400)
        window.press("Home", 200)
    return found


def busy_queue(options, client, folder):
    """Uploads that go on as long as the measurement does: the network is what they wait for."""
    many = folder / "Uploads"
    many.mkdir()
    for number in range(options.transfers):
        (many / f"{number}.bin").write_bytes(os.urandom(64) * 1600)
    client.run("limit", "--up", "3000000")
    return many


def large(options, server, address, client, open_window, folder, email):
    add_tree(server, options.rows, email)
    client.run("sync")
    uploads = busy_queue(options, client, folder)
    window = open_window(client)
    rows = []
    try:
        sending = subprocess.Popen([*client.command, "put", uploads], env=client.environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(5 + options.transfers / 1000)  # all are queued, and some are under way
        window.ask("click", *MIDDLE)
        window.press("Home", 700)
        found = folders(window, max(10, options.presses // 8))
        window.press("Return", 1500)
        found |= keys(window, options.presses)
        running = sending.poll() is None
        sending.kill()
        sending.wait()
    finally:
        window.end()
    for what, times in found.items():
        painted = [one for one in times if one >= 0]
        silent = len(times) - len(painted)
        if len(painted) < len(times) * 0.5:
            raise RuntimeError(f"{what}: {silent} of {len(times)} keys were not answered by a paint")
        rows.append((f"{what}: key to paint", "16 ms",
                     f"{percentile(painted, 0.99):.1f} ms (half of them below {statistics.median(painted):.1f} ms, "
                     f"{max(painted):.1f} at most, of {len(painted)}" + (f"; {silent} changed nothing)" if silent else ")")))
    if not running:
        rows.append(("uploads ended before the measurement did: more `--transfers`", "", ""))
    return rows
