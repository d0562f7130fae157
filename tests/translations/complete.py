"""Every plural in the sources has its forms in every language, and no language has words that the sources lost."""
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

LUPDATE, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])


def messages(path):
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            yield (context.findtext("name"), message.findtext("source"), message.findtext("comment")), translation


def problems(language):
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder, "fresh.ts")
        subprocess.run([LUPDATE, "-silent", "-pluralonly", "-locations", "none", "ui", "app/desktop", "-ts", fresh],
                       cwd=ROOT, check=True)
        wanted = {key for key, _ in messages(fresh)}
    found = dict(messages(language))
    for key in sorted(wanted - found.keys(), key=str):
        yield f"missing: {key}"
    for key, translation in found.items():
        if key not in wanted:
            yield f"no longer in the sources: {key}"
        forms = [form.text for form in translation.iter("numerusform")]
        if translation.get("type") == "unfinished" or len(forms) < 2 or not all(forms):
            yield f"forms missing: {key}"
        elif any("(s)" in form for form in forms):
            yield f"not a plural form: {forms}"


languages = sorted((ROOT / "translations").glob("*.ts"))
assert languages, "no language at all"
failures = [f"{language.name}: {problem}" for language in languages for problem in problems(language)]
for failure in failures:
    print(failure)
if failures:
    print("Run: lupdate -pluralonly -locations none ui app/desktop -ts translations/learnlab_en.ts, then fill in the forms.")
sys.exit(1 if failures else 0)
