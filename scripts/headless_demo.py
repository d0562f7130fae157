#!/usr/bin/env python3
"""The main job of LearnLab Desktop on a machine without a display, with nothing pretended but the hand on the mouse.

Starts a screen (Xvfb), a window manager, a message bus and a keychain, signs in, uploads the sample files, opens the
window, drags a file out of another program's window into it, fetches that file back as a second device, compares the
bytes, and leaves screenshots in DATA/screenshots. The password comes on standard input. Exit code 0: the same bytes.
"""
import argparse
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import headless_desktop

APP_PLACE = (380, 60)
APP_SIZE = (1280, 800)
SCRIPTS = pathlib.Path(__file__).resolve().parent


def say(text):
    print(text, flush=True)


class Failure(Exception):
    pass


def wait_for(condition, what, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise Failure(f"waited {seconds} s in vain for {what}")


class Device:
    """One profile of the command-line client."""

    def __init__(self, options, desktop, profile, password):
        self.options, self.desktop, self.profile, self.password = options, desktop, profile, password

    def cli(self, *arguments, text=None, check=True):
        command = [self.options.bin / "learnlab-cli", "--profile", self.profile, *arguments]
        result = subprocess.run(command, env=self.desktop.environment, input=text, text=True, capture_output=True)
        if check and result.returncode != 0:
            raise Failure(f"learnlab-cli {' '.join(map(str, arguments))}: exit {result.returncode}\n{result.stderr}")
        return result

    def sign_in(self):
        self.cli("login", "--server", self.options.server, "--email", self.options.email, "--password-stdin",
                 text=self.password + "\n")


class Demo:
    def __init__(self, options, desktop, password):
        self.options, self.desktop, self.password = options, desktop, password
        self.shots = options.data / "screenshots"
        self.shots.mkdir(parents=True, exist_ok=True)
        self.profile = options.data / "headless" / "profile"
        self.app = None
        self.window = None

    def run(self):
        self.prepare()
        self.open_window("light")
        self.shoot("main-list-light")
        dropped = self.drag_in()
        self.fetch_back(dropped)
        self.shoot("after-drop")
        self.drag_out(dropped)
        self.close_window()
        self.open_window("dark")
        self.shoot("main-list-dark")
        self.close_window()

    def prepare(self):
        device = Device(self.options, self.desktop, self.profile, self.password)
        device.sign_in()
        say(f"Signed in as {self.options.email}; the refresh token is in a real gnome-keyring.")
        samples = self.options.data / "headless" / "samples"
        if not samples.exists():
            subprocess.run([sys.executable, SCRIPTS / "sample_files.py", samples], check=True)
        device.cli("put", *sorted(samples.iterdir()), "--to", "/")
        count = sum(1 for path in samples.rglob("*") if path.is_file())
        say(f"Uploaded {count} sample files with learnlab-cli put.")

    def open_window(self, scheme):
        self.desktop.set_scheme(scheme)
        log = open(self.options.data / "headless" / "learnlab.log", "ab")
        self.app = self.desktop.start(
            self.options.bin / "learnlab", "--profile", self.profile, "--server", self.options.server,
            stdout=log, stderr=log)

        def visible():
            if self.app.poll() is not None:
                raise Failure(f"learnlab ended with {self.app.returncode}; see {log.name}")
            return self.desktop.largest_window_of(self.app.pid)

        self.window = wait_for(visible, "the window")
        self.desktop.place(self.window, APP_PLACE, APP_SIZE)
        self.desktop.wait_until_still(self.window)
        say(f"Opened the window ({scheme}).")

    def close_window(self):
        self.desktop.close(self.window)
        try:
            code = self.app.wait(timeout=30)
        except subprocess.TimeoutExpired as hung:
            raise Failure("the window was closed and learnlab did not end") from hung
        if code != 0:
            raise Failure(f"learnlab ended with {code}")

    def shoot(self, name):
        path = self.shots / f"{name}.png"
        self.desktop.wait_until_still(self.window)
        self.desktop.screenshot(self.window, path)
        say(f"Screenshot: {path}")

    def drag_in(self):
        stamp = time.strftime("%Y-%m-%d %H.%M.%S")
        path = self.options.data / "headless" / f"Dragged in – {stamp}.bin"
        path.write_bytes(os.urandom(3 * 1024 * 1024 + 17))
        source = self.desktop.start(self.options.bin / "learnlab-stand-in", "drag", path, stdout=subprocess.PIPE)
        window = wait_for(lambda: self.desktop.largest_window_of(source.pid), "the other program's window")
        self.desktop.place(window, (40, 300), None)
        self.desktop.wait_until_still(window)
        target = (APP_PLACE[0] + APP_SIZE[0] * 6 // 10, APP_PLACE[1] + APP_SIZE[1] * 7 // 10)
        self.desktop.drag(window, target,
                          over_target=lambda: self.desktop.screenshot("root", self.shots / "drop-overlay.png"))
        # It stays until the end: a program's drag is over before the other side has read what was dropped.
        answer = source.stdout.readline().decode().strip()
        if answer != "dropped":
            raise Failure("the window did not take the file that was dragged into it")
        say(f"Dragged “{path.name}” ({path.stat().st_size} bytes) from another program into the window.")
        return path

    def drag_out(self, dropped):
        """The same file into another program's window. It is not kept here: it is fetched while it is dragged."""
        target = self.desktop.start(self.options.bin / "learnlab-stand-in", "drop", stdout=subprocess.PIPE)
        window = wait_for(lambda: self.desktop.largest_window_of(target.pid), "the other program's window")
        self.desktop.place(window, (40, 300), None)
        self.desktop.wait_until_still(window)
        self.desktop.tell("xdotool", "windowactivate", "--sync", self.window)
        self.desktop.tell("xdotool", "key", "--clearmodifiers", "ctrl+f")
        self.desktop.tell("xdotool", "type", "Dragged in")
        self.desktop.wait_until_still(self.window)
        copies = self.profile / "accounts"

        def fetched():
            wait_for(lambda: list(copies.glob(f"*/open/*/*/{dropped.name}")), "the file to be fetched")
            time.sleep(1)  # until the window knows

        # The first row of what was found, below the chips.
        self.desktop.drag_from(APP_PLACE[0] + 340, APP_PLACE[1] + 166, (180, 380), over_target=fetched)
        path = pathlib.Path(target.stdout.readline().decode().rstrip("\n"))
        if path.name != dropped.name or path.read_bytes() != dropped.read_bytes():
            raise Failure(f"the file that was dragged out did not arrive: {path}")
        self.desktop.end(target)
        self.desktop.tell("xdotool", "windowactivate", "--sync", self.window)
        self.desktop.tell("xdotool", "key", "--clearmodifiers", "Escape", "Escape")
        say("Dragged it out into another program's window: the same bytes.")

    def fetch_back(self, dropped):
        """As another device would: a profile of its own, which knows only what the server has."""
        with tempfile.TemporaryDirectory() as folder:
            device = Device(self.options, self.desktop, pathlib.Path(folder) / "profile", self.password)
            device.sign_in()
            there = pathlib.Path(folder) / "back"

            def fetched():
                device.cli("sync", check=False)
                return device.cli("get", f"/{dropped.name}", "--to", there, check=False).returncode == 0

            wait_for(fetched, "the file on the server")
            sent, back = (hashlib.sha256(path.read_bytes()).hexdigest() for path in (dropped, there / dropped.name))
            device.cli("logout", check=False)
        if sent != back:
            raise Failure(f"the file came back altered: {sent} went, {back} came")
        say(f"Fetched it back as a second device: the same bytes, SHA-256 {sent}.")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=pathlib.Path, required=True, help="where the programs are")
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--server", required=True)
    parser.add_argument("--email", required=True)
    options = parser.parse_args()
    password = sys.stdin.readline().rstrip("\n")
    (options.data / "headless").mkdir(parents=True, exist_ok=True)
    say("No display: doing the main job under a screen of its own.")
    with headless_desktop.Desktop(options.data / "headless", options.bin / "learnlab-stand-in") as desktop:
        demo = Demo(options, desktop, password)
        try:
            demo.run()
        except (Failure, headless_desktop.Failure) as failure:
            say(f"FAILED: {failure}")
            if demo.window:
                desktop.screenshot("root", demo.shots / "failure.png")
                say(f"What the screen showed: {demo.shots / 'failure.png'}")
            return 1
    say("Done.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
