"""What the sources may not contain, and how long they may be."""
import re

ROOTS = ("core", "ui", "app", "server", "tests")
LONGEST_FILE = 600
LONGEST_FUNCTION = 60

CLIENT = ("core/", "ui/")
EVERYWHERE = ("",)

# (where, what, what to do instead)
BANNED = [
    (("core/", "ui/", "app/", "server/"), re.compile(r"(?<!=)(?<!= )\bdelete\b(?!\s*[;,)]*\s*\"|Later)"),
     "no delete: std::unique_ptr owns plain objects, a parent owns widgets and jobs, deleteLater() ends a job that is "
     "still being talked to"),
    (("core/", "ui/", "app/", "server/"), re.compile(r"(?<!QNetworkInformation::)\binstance\s*\(\s*\)"),
     "no singletons: take what you need in the constructor; app/ makes it and passes it in"),
    (CLIENT, re.compile(r"\bQEventLoop\b|\bprocessEvents\s*\("),
     "no nested event loops: ask, return, and go on in the slot that gets the answer"),
    (("ui/",), re.compile(r"\b(dialog|menu|box|message|drag\w*Dialog)\w*(\.|->)exec\s*\("),
     "no nested event loops: use open() or popup() and connect to the result"),
    (("tests/",), re.compile(r"\bqWait\s*\(|\bsleep_for\s*\(|\b[mu]?sleep\s*\("),
     "tests wait for conditions, not for time: QTRY_VERIFY, QSignalSpy::wait, testsupport::waitUntil"),
    (EVERYWHERE, re.compile(r"^\s*using\s+namespace\s+std\s*;"),
     "no using namespace std"),
]
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
STRING = re.compile(r'R"(\w*)\(.*?\)\1"|"(?:[^"\\\n]|\\.)*"', re.DOTALL)


def sources(root):
    found = [path for name in ROOTS for path in (root / name).rglob("*") if path.suffix in (".h", ".cpp")]
    return sorted(path for path in found if "build" not in path.relative_to(root).parts)


def without(pattern, text):
    """The text with what fits blanked out, its lines kept."""
    return pattern.sub(lambda hit: "\n" * hit.group().count("\n"), text)


def code_of(text):
    return without(COMMENT, without(STRING, text))


def check_text(path, root):
    where = path.relative_to(root).as_posix()
    findings = []
    for number, line in enumerate(code_of(path.read_text(errors="replace")).split("\n"), 1):
        for folders, pattern, advice in BANNED:
            if where.startswith(folders) and pattern.search(line):
                findings.append(f"{where}:{number}: {line.strip()}\n    {advice}")
    return findings


def long_functions(text):
    """(first line, length) of each body between braces in column 0, as clang-format sets functions here."""
    start = None
    for number, line in enumerate(text.split("\n"), 1):
        if line == "{":
            start = number
        elif line.startswith("}") and start is not None:
            if line == "}" and number - start - 1 > LONGEST_FUNCTION:
                yield start, number - start - 1
            start = None


def check_sizes(paths, root):
    findings = []
    for path in paths:
        where = path.relative_to(root).as_posix()
        text = path.read_text(errors="replace")
        lines = text.count("\n")
        if lines > LONGEST_FILE:
            findings.append(
                f"{where} has {lines} lines, more than {LONGEST_FILE}. Which two things does it do? Make a file of each."
            )
        for start, length in long_functions(text):
            findings.append(
                f"{where}:{start}: a function of {length} lines, more than {LONGEST_FUNCTION}. Give its steps names."
            )
    return findings
