"""Files of a room may be compiled as one, so no two of them keep the same name to themselves."""
import collections
import re

OPENS = re.compile(r"^namespace\s*\{", re.MULTILINE)
CLOSES = re.compile(r"^\}\s*// namespace\s*$", re.MULTILINE)
# What starts at the margin: in the project's format that is what the namespace holds.
FUNCTION = re.compile(r"^(?! |struct|class|enum|using|namespace|return|template)[\w:<>,&*\[\] ]+?[ &*](\w+)\(([^;{}]*?)\)\s*(?:noexcept\s*)?\{", re.MULTILINE)
CONSTANT = re.compile(r"^(?:constexpr|const|inline|static|thread_local)\b[^;({=]*?[ &*](\w+)(?:\[\w*\])?\s*(?:=|\{|\()", re.MULTILINE)
TYPE = re.compile(r"^(?:struct|class|enum class|enum)\s+(\w+)[^;{]*\{", re.MULTILINE)


# What a file says for everybody, wherever it stands: twice is an error too.
OPEN_TYPE = re.compile(r"^(?:struct|class) (\w+)(?: final)?(?: : [^;{]*)?\n?\{", re.MULTILINE)
METATYPE = re.compile(r"^(Q_DECLARE_METATYPE\([\w:]+\))", re.MULTILINE)


def hidden_parts(text):
    """What stands in namespaces without a name, line by line at the margin."""
    position = 0
    while opening := OPENS.search(text, position):
        closing = CLOSES.search(text, opening.end())
        position = closing.end() if closing else len(text)
        yield text[opening.end():closing.start() if closing else len(text)]


def types_of(parameters):
    """The parameters without their names and defaults: two functions of one name may take other things."""
    plain = re.sub(r"=[^,]*", "", parameters)
    return ",".join(re.sub(r"\b\w+$", "", part.strip()).replace(" ", "") for part in plain.split(","))


def hidden_names(text):
    for part in hidden_parts(text):
        for match in FUNCTION.finditer(part):
            yield f"{match.group(1)}({types_of(match.group(2))})"
        for pattern in (CONSTANT, TYPE):
            for match in pattern.finditer(part):
                yield match.group(1)
    for pattern in (OPEN_TYPE, METATYPE):
        for match in pattern.finditer(text):
            yield match.group(1)


def check_clashes(paths, source):
    """`paths`: the .cpp files of the tree. Those of one folder of sources, or of one folder of tests, belong together."""
    owners = collections.defaultdict(lambda: collections.defaultdict(list))
    for path in paths:
        words = path.relative_to(source).parts
        room = words[:words.index("src")] if "src" in words else words[:-1]
        for name in set(hidden_names(path.read_text(errors="replace"))):
            owners[room][name].append(path)
    return [
        f"{files[0].relative_to(source)} and {files[1].relative_to(source)} both keep a `{name}` to themselves. ./test "
        "compiles them as one file: move it to a header of both, or give one a more telling name."
        for room in owners.values() for name, files in room.items() if len(files) > 1
    ]
