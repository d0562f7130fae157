#!/usr/bin/python3
"""Presses, types, clicks and drags at random in the real window, from a seed, while it works with a real server. It may do
whatever a person can, but sign out, change settings and quit: those would end the game, not show a fault. Afterwards
everything that was on the server is there or in the trash, but what was deleted permanently: whether that was asked for, who
started this judges by the ids in "gone: …". The window's profile knows what the server knows.
The password comes on standard input. Exit code 0: nothing else was lost, and the program ended by itself, without a complaint."""
import json
import pathlib
import random
import string
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts"))
from headless_demo import Device, Failure, wait_for  # noqa: E402
from read_window import Reader, ReadableDesktop  # noqa: E402
import window_script  # noqa: E402

APP_PLACE, APP_SIZE = (100, 60), (1280, 800)
FILES = 24
ACCOUNT_ROW = (232, 110)  # where the menu is in which one signs out: from the window's lower left corner
KEYS = ("Up", "Down", "Left", "Right", "Home", "End", "Prior", "Next", "Return", "space", "Escape", "F2", "Delete", "BackSpace",
        "ctrl+z", "ctrl+shift+z", "ctrl+a", "ctrl+shift+a", "ctrl+c", "ctrl+x", "ctrl+v", "ctrl+f", "ctrl+j", "ctrl+i", "ctrl+l",
        "ctrl+b", "ctrl+1", "ctrl+2", "ctrl+plus", "ctrl+minus", "ctrl+0", "ctrl+shift+n", "ctrl+shift+m", "ctrl+shift+l",
        "ctrl+shift+o", "ctrl+shift+c", "ctrl+shift+p", "alt+Left", "alt+Right", "alt+Up", "alt+Home", "shift+Down", "ctrl+space",
        "shift+F10", "F1", "F5", "F6", "shift+F6", "slash")


class BlockMeter(threading.Thread):
    """How long the window takes to answer, asked all the time by an assistance's call that its own thread has to answer."""

    def __init__(self, reader):
        super().__init__(daemon=True)
        self.reader, self.longest, self.asked, self.over = reader, 0.0, 0, threading.Event()

    def run(self):
        while not self.over.wait(0.02):
            begin = time.monotonic()
            try:
                self.reader.program.get_child_at_index(0).get_extents(self.reader.atspi.CoordType.SCREEN)
            except Exception:  # it is on its way out
                continue
            self.asked += 1
            self.longest = max(self.longest, time.monotonic() - begin)


class Monkey:
    def __init__(self, options, desktop, password):
        self.options, self.desktop, self.chance = options, desktop, random.Random(options.seed)
        self.profile = options.data / "profile"
        self.device = Device(options, desktop, self.profile, password)
        self.other = Device(options, desktop, options.data / "other", password)
        self.done = []

    def prepare(self):
        files = self.options.data / "files"
        (files / "Exercises" / "deeper").mkdir(parents=True)
        (files / "Slides").mkdir()
        for number in range(FILES):
            folder = (files, files / "Exercises", files / "Exercises" / "deeper", files / "Slides")[number % 4]
            (folder / f"{self.chance.choice(string.ascii_lowercase)} file {number}.txt").write_text(f"what is in {number}\n" * (number + 1))
        self.device.sign_in()
        self.device.cli("put", *sorted(files.iterdir()), "--to", "/")
        self.other.sign_in()
        return self.contents(self.other)

    def contents(self, device):
        """Of all that is not in trash: each file's id with the digest of what is in it."""
        device.cli("sync")
        items = json.loads(device.cli("--json", "ls", "-R", "/").stdout)["items"]
        return {item["id"]: item["sha256"] for item in items if item["kind"] == "file" and item["sha256"]}

    def open(self):
        self.log = open(self.options.data / "learnlab.log", "ab")
        self.app = self.desktop.start(self.options.bin / "learnlab", "--profile", self.profile, "--server", self.options.server,
                                      stdout=self.log, stderr=self.log)
        self.window = wait_for(lambda: self.desktop.largest_window_of(self.app.pid), "the window")
        self.desktop.place(self.window, APP_PLACE, APP_SIZE)
        self.desktop.tell("xdotool", "windowactivate", "--sync", self.window)
        self.desktop.wait_until_still(self.window)

    def somewhere(self):
        while True:
            x, y = self.chance.randrange(APP_SIZE[0]), self.chance.randrange(APP_SIZE[1])
            if x >= ACCOUNT_ROW[0] or y < APP_SIZE[1] - ACCOUNT_ROW[1]:
                return APP_PLACE[0] + x, APP_PLACE[1] + y

    def step(self):
        """One thing, as words for xdotool."""
        kind = self.chance.choices(("key", "letters", "click", "twice", "menu", "drag", "wheel"), (50, 8, 22, 5, 5, 6, 4))[0]
        x, y = self.somewhere()
        at = ["mousemove", str(x), str(y)]
        if kind == "key":
            return ["key", "--clearmodifiers", self.chance.choice(KEYS)]
        if kind == "letters":
            return ["type", "--delay", "2", "".join(self.chance.choices(string.ascii_lowercase + " .-", k=self.chance.randrange(1, 6)))]
        if kind == "click":
            held = self.chance.choice((None, None, "ctrl", "shift"))
            return at + (["keydown", held] if held else []) + ["click", "1"] + (["keyup", held] if held else [])
        if kind == "twice":
            return at + ["click", "--repeat", "2", "--delay", "30", "1"]
        if kind == "menu":
            return at + ["click", "3"]
        if kind == "wheel":
            return at + ["click", "--repeat", str(self.chance.randrange(1, 6)), "--delay", "5", self.chance.choice("45")]
        to = self.somewhere()
        middle = [(x + to[0]) // 2, (y + to[1]) // 2]
        return at + ["mousedown", "1", "sleep", "0.03", "mousemove", *map(str, middle), "sleep", "0.03", "mousemove", *map(str, to), "sleep", "0.05", "mouseup", "1"]

    def play(self):
        end = time.monotonic() + self.options.seconds
        while time.monotonic() < end and (not self.options.steps or len(self.done) < self.options.steps):
            if self.app.poll() is not None:
                raise Failure(f"learnlab ended with {self.app.returncode}")
            words = self.step()
            self.done.append(" ".join(words))
            self.desktop.tell("xdotool", *words)

    def close(self):
        for attempt in range(20):
            # Whatever is open: a menu, a dialog, a preview, a search.
            for _ in range(3):
                self.desktop.tell("xdotool", "key", "--clearmodifiers", "Escape")
            self.desktop.close(self.window)
            try:
                code = self.app.wait(timeout=10)
            except Exception:
                continue
            if code:
                raise Failure(f"learnlab ended with {code}")
            return
        raise Failure(f"the window does not close; open are {self.open_windows()}")

    def open_windows(self):
        windows = self.desktop.tell("xdotool", "search", "--onlyvisible", "--pid", self.app.pid).split()
        return [self.desktop.tell("xdotool", "getwindowname", window) for window in windows]

    def run(self):
        before = self.prepare()
        self.open()
        reader = Reader(self.desktop.environment)
        reader.find_program(self.app.pid)
        meter = BlockMeter(reader)
        meter.start()
        try:
            self.play()
        finally:
            meter.over.set()
            meter.join(timeout=30)
        self.close()
        print(f"{len(self.done)} steps; the longest of {meter.asked} answers took {meter.longest * 1000:.0f} ms")
        self.compare(before)

    def bring_back(self):
        """Everything out of the trash: the list of it names folders, not what is in them."""
        while trashed := json.loads(self.other.cli("--json", "trash").stdout)["items"]:
            for item in trashed:
                self.other.cli("restore", item["id"])
            self.other.cli("sync")

    def compare(self, before):
        self.device.cli("transfers", "resume", "--all", check=False)
        self.device.cli("sync", "--wait", "60", check=False)
        self.device.cli("changes", "withdraw", "--all", check=False)
        self.other.cli("sync")
        self.bring_back()
        after, known = self.contents(self.other), self.contents(self.device)
        left = list(after.values())
        lost = []
        for file, digest in before.items():
            if digest in left:
                left.remove(digest)
            else:
                lost.append(file)
        if altered := [file for file in lost if file in after]:
            raise Failure(f"{len(altered)} of {len(before)} files have lost what was in them: {' '.join(altered)}")
        if known != after:
            raise Failure(f"the profile knows {len(known)} files, the server has {len(after)}")
        print(f"{len(before)} files before, {len(after)} after", f"gone: {' '.join(lost)}", sep="\n")


def main():
    parser = window_script.arguments()
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--steps", type=int, default=0, help="as many as another run made, to repeat it")
    options = parser.parse_args()
    password = window_script.password()
    with ReadableDesktop(options.data, options.bin / "learnlab-stand-in") as desktop:
        monkey = Monkey(options, desktop, password)
        try:
            monkey.run()
        except Failure as failure:
            said = (options.data / "learnlab.log").read_text(errors="replace").splitlines()
            print(f"seed {options.seed}: {failure}", *monkey.done[-40:], "the window said:", *said[:60], sep="\n  ")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
