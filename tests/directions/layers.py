"""Which room may see which: a room links only rooms that lie deeper, and includes only what it links."""
import collections
import pathlib
import re

# From the bottom up, by folder. Rooms of one line are siblings and never see each other.
CLIENT = [
    ["core/support"],
    ["core/domain"],
    ["core/mirror", "core/secrets", "core/receipts", "core/api", "core/preview"],
    ["core/session"],
    ["core/sync", "core/transfer"],
    ["core/content", "core/inside"],
    ["ui/models"],
    ["ui/common"],
    ["ui/account", "ui/transfers", "ui/browse", "ui/details", "ui/preview", "ui/settings"],
    ["ui/mainwindow"],
    ["app/engine"],
    ["app/cli", "app/desktop", "app/render"],
]
SERVER = [
    ["server/support"],
    ["server/http", "server/store", "server/domain"],
    ["server/auth", "server/objects"],
    ["server/links", "server/files", "server/receipts"],
    ["server/maintenance", "server/api1", "server/adopt"],
    ["server/app"],
]
DRAWING = re.compile(r"Qt6::(Gui|Widgets|Svg|SvgWidgets|Pdf|PdfWidgets|PrintSupport|OpenGL\w*|Quick\w*)\b")
DRAWING_LIBRARIES = ("Qt6Gui", "Qt6Widgets", "Qt6Svg", "Qt6Pdf", "Qt6OpenGL", "Qt6PrintSupport")

# app/engine sits beside the user interface: it wires the core and must not see a widget.
BELOW_ENGINE = tuple(room for layer in CLIENT[:6] for room in layer)

Target = collections.namedtuple("Target", "name folder links")


def order_of(side):
    return {folder: depth for depth, layer in enumerate(side) for folder in layer}


def side_of(folder):
    return SERVER if folder.startswith("server/") else CLIENT


def read_targets(path, source):
    """The targets that CMake wrote down, those of a room or a program only."""
    targets = {}
    for line in pathlib.Path(path).read_text().splitlines():
        name, folder, links = line.split("|")
        relative = pathlib.Path(folder).relative_to(source).as_posix()
        if relative in order_of(CLIENT) or relative in order_of(SERVER):
            targets[name] = Target(name, relative, links.split())
        elif relative != "server" and not name.endswith("_autogen"):
            targets[name] = Target(name, relative, links.split())
    return targets


def check_links(targets):
    findings = []
    for target in targets.values():
        order = order_of(side_of(target.folder))
        if target.folder not in order:
            findings.append(
                f"{target.name}: the folder {target.folder} is no room yet. Say in tests/directions/layers.py how deep "
                "it lies, and why in ARCHITECTURE.md."
            )
            continue
        for link in target.links:
            findings += check_link(target, link, targets, order)
    return findings


def check_link(target, link, targets, order):
    if DRAWING.search(link) and not target.folder.startswith(("ui/", "app/desktop", "app/render")):
        return [
            f"{target.name} links {link}. Nothing below ui/ draws: hand over a value (a path, bytes, a number) and make "
            "the picture of it in ui/."
        ]
    if link.startswith("Qt6::") and target.folder.startswith("server/"):
        return [f"{target.name} links {link}. The server has no Qt: use Boost or the standard library."]
    if link not in targets:
        return []
    other = targets[link]
    if other.folder not in order:
        return [f"{target.name} links {link}: client and server share the wire, not code."]
    if target.folder == "app/engine" and other.folder not in BELOW_ENGINE:
        return [f"{target.name} links {link}: the engine runs without a window. Let ui/ ask the engine, not be asked."]
    if order[other.folder] < order[target.folder]:
        return []
    return [
        f"{target.name} ({target.folder}) links {link} ({other.folder}), which lies beside or above it. Declare in "
        f"{target.folder} the interface that it needs, implement that above, and pass it in from app/."
    ]


def seen_by(target, targets):
    """The room itself and every room that it links, directly or through another."""
    seen, waiting = set(), [target.name]
    while waiting:
        name = waiting.pop()
        if name in targets and name not in seen:
            seen.add(name)
            waiting += targets[name].links
    return seen


INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', re.MULTILINE)


def check_includes(targets, source):
    """A header of another room is included only where that room is linked."""
    owners = {}
    for target in targets.values():
        root = source / target.folder / "include"
        for header in root.rglob("*.h"):
            owners.setdefault(header.relative_to(root).as_posix(), set()).add(target.name)
    findings = []
    for target in targets.values():
        seen = seen_by(target, targets)
        for path in sorted((source / target.folder).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            findings += check_file(path, target, seen, owners, source)
    return findings


def check_file(path, target, seen, owners, source):
    findings = []
    for included in INCLUDE.findall(path.read_text(errors="replace")):
        where = path.relative_to(source)
        if included.startswith("../") and "/src/" in included:
            findings.append(
                f"{where} includes {included}: what lies in another room's src/ is that room's own. Move what both need "
                "to its include/ folder."
            )
        elif included in owners and not owners[included] & seen:
            owner = sorted(owners[included])[0]
            findings.append(
                f"{where} includes <{included}> of {owner}, which {target.name} does not link. Link it if it lies deeper; "
                "if not, declare an interface here and implement it there."
            )
    return findings
