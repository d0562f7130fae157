""" "Upload to LearnLab" in the menu of Nautilus, where python3-nautilus is installed."""
import locale
import subprocess

from gi.repository import GObject, Nautilus

LABELS = {"ar": "رفع إلى LearnLab", "de": "In LearnLab hochladen", "fr": "Envoyer dans LearnLab"}


class Upload(GObject.GObject, Nautilus.MenuProvider):
    def get_file_items(self, *arguments):
        """Up to version 3 of the interface a window comes before the files."""
        paths = [file.get_location().get_path() for file in arguments[-1]]
        if not paths or None in paths:
            return []  # what is not on a disk is not ours to read
        language = (locale.getlocale(locale.LC_MESSAGES)[0] or "")[:2]
        item = Nautilus.MenuItem(name="LearnLab::Upload", label=LABELS.get(language, "Upload to LearnLab"), icon="learnlab")
        item.connect("activate", lambda _: subprocess.Popen(["learnlab", *paths], start_new_session=True))
        return [item]

    def get_background_items(self, *_):
        return []
