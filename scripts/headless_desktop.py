"""A student's desktop without a screen: X server, window manager, message bus, keychain, and a hand on the mouse."""
import os
import pathlib
import secrets
import signal
import subprocess
import tempfile
import time

SCREEN = "1720x920x24"
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"""
# Its usual rules have a menu of its own with "Log out", which a click beside a window opens.
OPENBOX = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <mouse>
    <context name="Client">
      <mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
      <mousebind button="Middle" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
      <mousebind button="Right" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
    </context>
    <context name="Titlebar">
      <mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
      <mousebind button="Left" action="Drag"><action name="Move"/></mousebind>
    </context>
    <context name="Close"><mousebind button="Left" action="Click"><action name="Close"/></mousebind></context>
  </mouse>
</openbox_config>
"""


class Failure(Exception):
    pass


class Desktop:
    """Everything that it starts ends with it. Its HOME is kept below `folder`, and with it the keyring."""

    def __init__(self, folder, stand_in):
        self.folder, self.stand_in = pathlib.Path(folder), stand_in
        self.processes, self.portal = [], None
        self.environment = dict(os.environ)

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            self.end(process)
        self.runtime.cleanup()

    def _start(self):
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        self.runtime = tempfile.TemporaryDirectory(prefix="learnlab-run-")
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "WAYLAND_DISPLAY"):
            self.environment.pop(name, None)
        self.environment.update(HOME=str(home), XDG_RUNTIME_DIR=self.runtime.name, NO_AT_BRIDGE="1",
                                QT_QPA_PLATFORM="xcb", LANG="C.UTF-8")
        self._start_screen()
        self._start_bus()
        self._start_keyring()
        rules = pathlib.Path(self.runtime.name) / "openbox.xml"
        rules.write_text(OPENBOX)
        self.manager = self.start("openbox", "--config-file", rules, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def _start_screen(self):
        read, write = os.pipe()
        self.start("Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset",
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise Failure("Xvfb did not start")
        self.environment["DISPLAY"] = f":{number}"

    def _start_bus(self):
        configuration = pathlib.Path(self.runtime.name) / "bus.conf"
        configuration.write_text(BUS)
        bus = self.start("dbus-daemon", "--nofork", "--config-file", configuration, "--print-address",
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()

    def _start_keyring(self):
        password = self.folder / "keyring-password"
        if not password.exists():
            password.touch(mode=0o600)
            password.write_text(secrets.token_hex(9))
        keyring = self.start("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets",
                             stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        keyring.stdin.write(password.read_bytes())
        keyring.stdin.close()
        self._await_name("org.freedesktop.secrets")

    def _await_name(self, name):
        ask = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus",
               "org.freedesktop.DBus.NameHasOwner", f"string:{name}"]
        for _ in range(200):
            answer = subprocess.run(ask, env=self.environment, capture_output=True, text=True)
            if "boolean true" in answer.stdout:
                return
            time.sleep(0.05)
        raise Failure(f"nobody offers {name} on the bus")

    def start(self, *command, **options):
        process = subprocess.Popen([str(word) for word in command], env=self.environment, **options)
        self.processes.append(process)
        return process

    def end(self, process):
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def set_scheme(self, scheme):
        """The desktop becomes dark or light, as programs are told by the settings portal."""
        if self.portal:
            self.end(self.portal)
        self.portal = self.start(self.stand_in, "portal", scheme)
        self._await_name("org.freedesktop.portal.Desktop")

    def tell(self, *command):
        result = subprocess.run([str(word) for word in command], env=self.environment, capture_output=True, text=True,
                                timeout=30)
        return result.stdout.strip()

    def largest_window_of(self, pid):
        best, area = None, 0
        for window in self.tell("xdotool", "search", "--onlyvisible", "--pid", pid).split():
            size = dict(line.split("=") for line in self.tell("xdotool", "getwindowgeometry", "--shell", window).split())
            if int(size.get("WIDTH", 0)) * int(size.get("HEIGHT", 0)) > area:
                best, area = window, int(size["WIDTH"]) * int(size["HEIGHT"])
        return best if area > 100 * 100 else None

    def place(self, window, position, size):
        if size:
            self.tell("xdotool", "windowsize", "--sync", window, *size)
        self.tell("xdotool", "windowmove", window, *position)

    def close(self, window):
        """As a person does it: the window manager's own key asks the window to close."""
        if self.manager.poll() is not None:
            raise Failure(f"the window manager ended with {self.manager.returncode}")
        self.tell("xdotool", "windowactivate", "--sync", window)
        self.tell("xdotool", "key", "--clearmodifiers", "alt+F4")

    def screenshot(self, window, path):
        self.tell("import", "-window", window, path)

    def wait_until_still(self, window, seconds=15):
        """Two pictures in a row alike: it has painted what it has to paint."""
        end, before = time.monotonic() + seconds, None
        while time.monotonic() < end:
            now = subprocess.run(["import", "-window", window, "rgb:-"], env=self.environment, capture_output=True).stdout
            if now and now == before and len(set(now[:: 997])) > 1:
                return
            before = now
            time.sleep(0.4)

    def drag(self, source, target, over_target):
        """Out of the middle of the window SOURCE."""
        size = dict(line.split("=") for line in self.tell("xdotool", "getwindowgeometry", "--shell", source).split())
        x = int(size["X"]) + int(size["WIDTH"]) // 2
        y = int(size["Y"]) + int(size["HEIGHT"]) // 2
        self.drag_from(x, y, target, over_target)

    def drag_from(self, x, y, target, over_target):
        """A real one: press, move past the start distance, go on in steps, wait over the target, let go."""
        self.tell("xdotool", "mousemove", x, y)
        time.sleep(0.2)
        self.tell("xdotool", "mousedown", 1)
        time.sleep(0.1)
        steps = 12
        for step in range(1, steps + 1):
            self.tell("xdotool", "mousemove", x + (target[0] - x) * step // steps, y + (target[1] - y) * step // steps)
            time.sleep(0.03)
        time.sleep(0.4)
        over_target()
        self.tell("xdotool", "mousemove", target[0] + 2, target[1])
        time.sleep(0.2)
        self.tell("xdotool", "mouseup", 1)
