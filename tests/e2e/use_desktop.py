#!/usr/bin/python3
"""The window as a part of the desktop, with the desktop's services mocked on a private bus: dark and light follow the settings
portal while it runs, and it lives on in the tray until that says to quit. The password comes on standard input."""
import pathlib
import subprocess
import sys

import dbus
import dbus.bus

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts"))
from headless_demo import Failure, wait_for  # noqa: E402
from headless_desktop import Desktop  # noqa: E402
import window_script  # noqa: E402

MOCK = "org.freedesktop.DBus.Mock"
SETTINGS = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
WATCHER = ("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", "org.kde.StatusNotifierWatcher")
ITEM, MENU = "org.kde.StatusNotifierItem", "com.canonical.dbusmenu"
DARK, LIGHT = 1, 2


class Services:
    """What a desktop offers its programs, by python3-dbusmock."""

    def __init__(self, desktop):
        self.desktop = desktop
        self.bus = dbus.bus.BusConnection(desktop.environment["DBUS_SESSION_BUS_ADDRESS"])

    def mock(self, name, path, interface):
        process = self.desktop.start("/usr/bin/python3", "-m", "dbusmock", name, path, interface)
        wait_for(lambda: self.bus.name_has_owner(name), f"{name} on the bus")
        return process, dbus.Interface(self.bus.get_object(name, path), MOCK)

    def start_settings(self, scheme):
        _, self.settings = self.mock(*SETTINGS)
        self._answer(scheme)

    def _answer(self, scheme):
        self.settings.AddMethod(SETTINGS[2], "Read", "ss", "v", f"ret = dbus.UInt32({scheme} if args[1] == 'color-scheme' else 0)")

    def set_scheme(self, scheme):
        self._answer(scheme)
        self.settings.EmitSignal(SETTINGS[2], "SettingChanged", "ssv",
                                 ["org.freedesktop.appearance", "color-scheme", dbus.UInt32(scheme)])

    def start_tray(self):
        process, self.watcher = self.mock(*WATCHER)
        self.watcher.AddMethod(WATCHER[2], "RegisterStatusNotifierItem", "s", "", "")
        self.watcher.AddProperty(WATCHER[2], "IsStatusNotifierHostRegistered", dbus.Boolean(True))
        return process

    def tray_item(self):
        def registered():
            calls = self.watcher.GetMethodCalls("RegisterStatusNotifierItem", dbus_interface=MOCK)
            return str(calls[-1][1][0]) if calls else None
        return TrayItem(self.bus, wait_for(registered, "the program in the tray"))


class TrayItem:
    def __init__(self, bus, service):
        self.bus, self.service = bus, service
        self.item = bus.get_object(service, "/StatusNotifierItem")
        self.menu = dbus.Interface(bus.get_object(service, self.get("Menu")), MENU)

    def get(self, name):
        return self.item.Get(ITEM, name, dbus_interface=dbus.PROPERTIES_IFACE)

    def entries(self):
        _, (_, _, children) = self.menu.GetLayout(0, -1, dbus.Array([], signature="s"))
        return {str(properties.get("label", "")).replace("_", ""): identity for identity, properties, _ in children}

    def choose(self, text):
        entries = self.entries()
        if text not in entries:
            raise Failure(f"the menu of the tray has no “{text}”: {list(entries)}")
        self.menu.Event(entries[text], "clicked", dbus.String(""), dbus.UInt32(0))

    def click(self):
        self.item.Activate(0, 0, dbus_interface=ITEM)


class Use:
    def __init__(self, options, desktop, password):
        self.options, self.desktop, self.password = options, desktop, password
        self.services = Services(desktop)

    def sign_in(self):
        command = [self.options.bin / "learnlab-cli", "--profile", self.options.data / "profile", "login", "--server",
                   self.options.server, "--email", self.options.email, "--password-stdin"]
        result = subprocess.run(command, env=self.desktop.environment, input=self.password + "\n", text=True, capture_output=True)
        if result.returncode:
            raise Failure(f"learnlab-cli login: {result.stderr}")

    def start(self):
        with open(self.options.data / "learnlab.log", "ab") as log:
            self.app = self.desktop.start(self.options.bin / "learnlab", "--profile", self.options.data / "profile", stdout=log, stderr=log)
        self.window = self.wait_for_window()

    def wait_for_window(self):
        return wait_for(lambda: self.desktop.largest_window_of(self.app.pid), "the window", 60)

    def wait_for_end(self, why):
        if self.app.wait(timeout=60) != 0:
            raise Failure(f"{why}: learnlab ended with {self.app.returncode}")

    def brightness(self):
        picture = subprocess.run(["import", "-window", self.window, "rgb:-"], env=self.desktop.environment, capture_output=True).stdout
        return sum(picture[::101]) / (len(picture[::101]) or 1)

    def wait_for_scheme(self, dark, why):
        def is_so():
            now = self.brightness()
            return 0 < now < 90 if dark else now > 180
        wait_for(is_so, f"{'dark' if dark else 'light'} {why}", 60)

    def follow_scheme(self):
        self.wait_for_scheme(True, "at the start")
        self.services.set_scheme(LIGHT)
        self.wait_for_scheme(False, "when the desktop becomes light")
        self.services.set_scheme(DARK)
        self.wait_for_scheme(True, "when the desktop becomes dark again")

    def live_in_tray(self):
        item = self.services.tray_item()
        if not item.get("IconPixmap"):
            raise Failure("the icon in the tray has no picture")
        for bring_back in (lambda: item.choose("Open LearnLab"), item.click):
            self.desktop.close(self.window)
            wait_for(lambda: not self.desktop.largest_window_of(self.app.pid), "no window once it is closed", 60)
            if self.app.poll() is not None:
                raise Failure("closing the window ended the program, although there is a tray")
            bring_back()
            self.window = self.wait_for_window()
        item.choose("Quit")
        self.wait_for_end("Quit in the tray")

    def live_without_tray(self):
        self.start()
        self.desktop.close(self.window)
        self.wait_for_end("closing without a tray")

    def run(self):
        self.services.start_settings(DARK)
        tray = self.services.start_tray()
        self.sign_in()
        self.start()
        self.follow_scheme()
        self.live_in_tray()
        self.desktop.end(tray)
        self.live_without_tray()


def main():
    options = window_script.arguments().parse_args()
    password = window_script.password()
    with Desktop(options.data, options.bin / "learnlab-stand-in") as desktop:
        try:
            Use(options, desktop, password).run()
        except Failure as failure:
            print(failure)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
