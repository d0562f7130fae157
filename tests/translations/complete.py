"""No language lacks words that the sources have, or has words that they lost; every plural has all its forms, and every
translation holds the same places for numbers and names as its source. English holds the plural forms alone: the rest of it
is in the sources."""
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

LUPDATE, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
FORMS = {"en": 2, "de": 2, "fr": 2, "ar": 6}


def messages(path):
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = context.findtext("name"), message.findtext("source"), message.findtext("comment")
            yield key, (message.get("numerus") == "yes", message.find("translation"))


def places(text):
    return sorted(set(re.findall(r"%(?:n|\d)", text)))


def wanted_by(language):
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder, "fresh.ts")
        only = ["-pluralonly"] if language == "en" else []
        subprocess.run([LUPDATE, "-silent", *only, "-locations", "none", "ui", "app/desktop", "-ts", fresh], cwd=ROOT, check=True)
        return {key for key, _ in messages(fresh)}


def problems(path):
    language = path.stem.removeprefix("learnlab_")
    wanted, found = wanted_by(language), dict(messages(path))
    for key in sorted(wanted - found.keys(), key=str):
        yield f"missing: {key}"
    for key, (plural, translation) in found.items():
        if key not in wanted:
            yield f"no longer in the sources: {key}"
        texts = [form.text for form in translation.iter("numerusform")] if plural else [translation.text]
        if translation.get("type") == "unfinished" or not all(texts) or (plural and len(texts) != FORMS[language]):
            yield f"not translated: {key}"
            continue
        for text in texts:
            # The forms for none, one and two may say the number in a word.
            lost = set(places(key[1])) - set(places(text)) - ({"%n"} if plural and language == "ar" else set())
            if lost or set(places(text)) - set(places(key[1])):
                yield f"other places than in the source: {text}"
            if plural and "(s)" in text:
                yield f"not a plural form: {text}"


languages = sorted((ROOT / "translations").glob("*.ts"))
assert languages, "no language at all"
failures = [f"{language.name}: {problem}" for language in languages for problem in problems(language)]
for failure in failures:
    print(failure)
if failures:
    print("Run: lupdate -no-obsolete -locations none ui app/desktop -ts translations/learnlab_LANGUAGE.ts (for en with "
          "-pluralonly), then fill in what is missing.")
sys.exit(1 if failures else 0)
