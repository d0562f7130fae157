#!/usr/bin/python3
"""Reads and uses the window as a screen reader does, from outside, through AT-SPI: signs in, walks every screen's tree, reads
the list row by row, follows the focus. What a user could reach and not understand is a finding; with any the exit code is 1.
The password comes on standard input."""
import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts"))
import headless_desktop  # noqa: E402
from headless_demo import Failure, wait_for  # noqa: E402
import window_script  # noqa: E402

APP_SIZE = (1280, 800)
FILES = {"algorithms.pdf": 40_000, "benchmark.csv": 96, "notes.md": 1_200, "zusammenfassung.txt": 12}
# Ground that is focusable only because it scrolls, and containers that speak through their children.
SILENT_ROLES = {"scroll pane", "filler", "panel", "viewport", "layered pane", "split pane", "frame", "dialog", "application", "window",
                "table column header", "scroll bar", "separator", "column header", "row header"}
PLACE = ("radio button", "toggle button", "push button", "button", "check box")
BUTTON, TABLE = ("push button", "button"), ("table", "tree table", "list")
WITHOUT_ROLE = {"unknown", "invalid", "redundant object"}


class ReadableDesktop(headless_desktop.Desktop):
    """With the bus that assistances listen on."""

    def _start(self):
        super()._start()
        self.environment.pop("NO_AT_BRIDGE", None)
        self.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        self.start("/usr/libexec/at-spi-bus-launcher", "--launch-immediately",
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._await_name("org.a11y.Bus")


class Reader:
    """The eyes: everything that AT-SPI says of one program."""

    def __init__(self, environment):
        # The library reads where the bus is from the environment, once.
        os.environ.update({key: environment[key] for key in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "HOME", "XDG_RUNTIME_DIR")})
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib
        self.atspi, self.loop = Atspi, GLib.MainContext.default()
        Atspi.init()
        self.focused = []
        self.listener = Atspi.EventListener.new(self._heard)
        self.listener.register("object:state-changed:focused")
        self.program = None
        self.findings = []
        self.seen = 0

    def _heard(self, event):
        if event.detail1:
            try:
                self.focused.append((event.source.get_role_name(), event.source.get_name()))
            except Exception:  # it is gone by now
                pass

    def listen(self, seconds=0.3):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self.loop.iteration(False):
                time.sleep(0.01)

    def find_program(self, pid):
        def search():
            desktop = self.atspi.get_desktop(0)
            for index in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(index)
                if child and child.get_process_id() == pid:
                    return child
            return None
        self.program = wait_for(search, "the program on the accessibility bus")

    def has(self, thing, *states):
        held = thing.get_state_set()
        return all(held.contains(getattr(self.atspi.StateType, state)) for state in states)

    def walk(self, thing=None, depth=0):
        thing = thing or self.program
        if depth > 40:
            raise Failure("the tree has no end")
        yield thing
        for index in range(min(thing.get_child_count(), 400)):
            try:
                child = thing.get_child_at_index(index)
                if child and (depth == 0 or self.has(child, "SHOWING")):
                    yield from self.walk(child, depth + 1)
            except self.gone():
                continue

    @staticmethod
    def gone():
        from gi.repository import GLib
        return GLib.Error

    def find(self, role, name, what=None):
        def search():
            for thing in self.walk():
                if thing.get_role_name() in role and (name is None or thing.get_name() == name) and self.has(thing, "SHOWING"):
                    return thing
            return None
        return wait_for(search, what or f"{role} “{name}”", 30)

    def judge(self, screen):
        """Whatever can be focused or pressed says what it is."""
        for thing in self.walk():
            try:
                role, name = thing.get_role_name(), thing.get_name()
                if not self.has(thing, "SHOWING"):
                    continue
                self.seen += 1
                pressed = thing.get_action_iface() and thing.get_n_actions() > 0
                if not (self.has(thing, "FOCUSABLE") or pressed) or role in SILENT_ROLES:
                    continue
                if role in WITHOUT_ROLE:
                    self.findings.append(f"{screen}: “{name}” has no role")
                if not name and not (role == "table cell" or role == "combo box" and thing.get_child_count()):
                    parent = thing.get_parent()
                    self.findings.append(f"{screen}: a {role} in {parent.get_role_name()} “{parent.get_name()}” has no name")
            except self.gone():
                continue

    @staticmethod
    def press(thing):
        thing.get_action_iface().do_action(0)

    @staticmethod
    def fill(thing, text):
        thing.get_editable_text_iface().set_text_contents(text)


class Walk:
    def __init__(self, options, desktop, password):
        self.options, self.desktop, self.password = options, desktop, password
        self.reader = Reader(desktop.environment)

    def cli(self, *arguments, text=None):
        command = [self.options.bin / "learnlab-cli", "--profile", self.options.data / "other", *arguments]
        result = subprocess.run(command, env=self.desktop.environment, input=text, text=True, capture_output=True)
        if result.returncode:
            raise Failure(f"learnlab-cli {arguments}: {result.stderr}")
        return result.stdout

    def key(self, *keys):
        self.desktop.tell("xdotool", "key", "--clearmodifiers", *keys)
        self.reader.listen()

    def prepare(self):
        self.cli("login", "--server", self.options.server, "--email", self.options.email, "--password-stdin", text=self.password + "\n")
        folder = self.options.data / "files"
        (folder / "Exercises").mkdir(parents=True)
        for name, size in FILES.items():
            (folder / name).write_bytes(b"x" * size)
        (folder / "Exercises" / "sheet 1.txt").write_text("one")
        self.cli("put", *sorted(folder.iterdir()), "--to", "/")

    def open(self):
        log = open(self.options.data / "learnlab.log", "ab")
        self.app = self.desktop.start(self.options.bin / "learnlab", "--profile", self.options.data / "profile",
                                      "--server", self.options.server, stdout=log, stderr=log)
        self.window = wait_for(lambda: self.desktop.largest_window_of(self.app.pid), "the window")
        self.desktop.place(self.window, (100, 60), APP_SIZE)
        self.desktop.tell("xdotool", "windowactivate", "--sync", self.window)
        self.reader.find_program(self.app.pid)

    def sign_in(self):
        reader = self.reader
        email = reader.find(("text",), "Email")
        reader.judge("sign-in")
        reader.fill(email, self.options.email)
        reader.fill(reader.find(("password text", "text"), "Password"), self.password)
        reader.press(reader.find(BUTTON, "Sign in"))

    def rows(self):
        """Every row by its first cell: what a screen reader says."""
        files = self.reader.find(TABLE, "Files")
        table = files.get_table_iface()
        spoken = []
        for row in range(table.get_n_rows()):
            cell = table.get_accessible_at(row, 0)
            spoken.append((cell.get_name(), cell.get_description()))
        return spoken

    def read_rows(self):
        wanted = 1 + len(FILES)
        spoken = wait_for(lambda: [row for row in [self.rows()] if len(row) == wanted and all(name for name, _ in row)], "rows with names")[0]
        for place, (name, description) in enumerate(spoken, 1):
            if description != f"{place} of {wanted}":
                self.reader.findings.append(f"files: row {place} says “{description}” of its place")
        for name in FILES:
            row = [said for said, _ in spoken if said.startswith(name + ", ")]
            if len(row) != 1 or len(row[0].split(", ")) < 3:
                self.reader.findings.append(f"files: {name} is not told with kind and size: {spoken}")
        print("rows:", *spoken, sep="\n  ")

    def follow_focus(self):
        """F6 goes round the areas, Tab through the controls; each is announced with a name."""
        for keys, at_least in (("F6", 3), ("Tab", 6)):
            heard = []
            for _ in range(9):
                self.reader.focused.clear()
                self.key(keys)
                heard += self.reader.focused[:1]
            print(keys, "→", heard)
            if len(set(heard)) < at_least:
                self.reader.findings.append(f"focus: {keys} was heard to reach {sorted(set(heard))} only")
            self.reader.findings += [f"focus: {keys} reaches a {role} without a name" for role, name in heard if not name]

    def go_to_files(self):
        for _ in range(10):
            self.reader.focused.clear()
            self.key("F6")
            if any(role in TABLE and name == "Files" or role == "table cell" for role, name in self.reader.focused):
                self.key("End")
                return
        raise Failure("F6 does not reach the list of files")

    def follow_rows(self):
        """An arrow key tells the row that it went to."""
        self.reader.focused.clear()
        self.key("Up")
        self.key("Down")
        print("Up, Down →", self.reader.focused)
        last = f"{sorted(FILES)[-1]}, "
        if not any(name.startswith(last) for _, name in self.reader.focused):
            self.reader.findings.append(f"files: the row that arrows go to is not told, but {self.reader.focused}")

    def visit(self, screen, *keys, close=("Escape",), shows=None):
        """`shows`: role and name of what is there only when the screen is."""
        before = self.reader.seen
        if keys:
            self.key(*keys)
        if shows:
            self.reader.find(*shows, what=f"{screen}: {shows}")
        self.reader.listen(0.5)
        self.reader.judge(screen)
        print(f"{screen}: {self.reader.seen - before} things")
        if close:
            self.key(*close)

    def visit_menu(self):
        """A menu is no part of Qt's tree, but each of its entries is told when an arrow goes to it."""
        self.key("shift+F10")
        self.reader.focused.clear()
        for _ in range(4):
            self.key("Down")
        print("menu →", self.reader.focused)
        if len({name for role, name in self.reader.focused if role == "menu item" and name}) < 3:
            self.reader.findings.append(f"context menu: its entries are not told, but {self.reader.focused}")
        self.key("Escape")

    def visit_settings(self):
        self.key("ctrl+comma")
        pages = self.reader.find(("list", "table"), "Pages of the settings")
        count = pages.get_child_count()
        if count < 5:
            self.reader.findings.append(f"settings: {count} pages are told")
        for _ in range(count):
            self.visit("settings", close=())
            self.key("Down")
        self.key("Escape")

    def empty_trash(self):
        """What was thrown away elsewhere is there, and gone for good once that is sure."""
        thrown = sorted(FILES)[0]
        self.cli("rm", f"/{thrown}")
        self.reader.press(self.reader.find(PLACE, "Trash"))
        self.reader.press(self.reader.find(BUTTON, "Empty trash…"))
        self.visit("question before deleting", close=())
        self.reader.press(self.reader.find(BUTTON, "Empty trash"))

        def is_gone():
            self.cli("sync")
            return thrown not in self.cli("trash")
        wait_for(is_gone, "what was deleted for good to be gone")

    def run(self):
        self.prepare()
        self.open()
        self.sign_in()
        self.read_rows()
        self.visit("files", close=())
        self.follow_focus()
        self.go_to_files()
        self.follow_rows()
        self.visit("details", "alt+Return", close=("alt+Return",), shows=(BUTTON, "Create link"))
        self.visit("transfers", "ctrl+j", close=("ctrl+j",), shows=(BUTTON, "Close transfers"))
        self.visit("keyboard shortcuts", "F1", shows=(("dialog",), None))
        self.visit("move to", "ctrl+shift+m", shows=(BUTTON, "Move here"))
        self.visit_menu()
        self.visit("search", "ctrl+f", "a", close=("Escape", "Escape"))
        self.visit_settings()
        self.empty_trash()
        self.desktop.close(self.window)
        if self.app.wait(timeout=60) != 0:
            raise Failure(f"learnlab ended with {self.app.returncode}")


def main():
    options = window_script.arguments().parse_args()
    password = window_script.password()
    with ReadableDesktop(options.data, options.bin / "learnlab-stand-in") as desktop:
        walk = Walk(options, desktop, password)
        try:
            walk.run()
        except Failure as failure:
            walk.reader.findings.append(str(failure))
        findings = sorted(set(walk.reader.findings))
    print(f"{walk.reader.seen} things were read.")
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
