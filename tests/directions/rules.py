#!/usr/bin/env python3
"""Checks the rules that keep the tree in shape. Usage: rules.py --source DIR --build DIR RULE

Each finding says where, and what to do instead. Exit code 1 if there is one.
"""
import argparse
import pathlib
import subprocess
import sys

import clashes as hidden
import layers
import texts


def links(source, build):
    return layers.check_links(layers.read_targets(build / "tests/directions/targets.txt", source))


def includes(source, build):
    targets = layers.read_targets(build / "tests/directions/targets.txt", source)
    return layers.check_includes(targets, source)


def text(source, build):
    return [finding for path in texts.sources(source) for finding in texts.check_text(path, source)]


def sizes(source, build):
    return texts.check_sizes(texts.sources(source), source)


def clashes(source, build):
    return hidden.check_clashes([path for path in texts.sources(source) if path.suffix == ".cpp"], source)


def headless(source, build):
    """The command line loads no library that draws."""
    program = build / "bin/learnlab-cli"
    header = subprocess.run(["readelf", "-d", program], capture_output=True, text=True, check=True).stdout
    needed = [line.split("[")[1].split("]")[0] for line in header.splitlines() if "(NEEDED)" in line]
    return [
        f"{program.name} loads {name}. Something below app/cli links a Gui module: move what draws to ui/, and let "
        f"the engine hand over values. `cmake --graphviz` shows who links it."
        for name in needed
        if any(module in name for module in layers.DRAWING_LIBRARIES)
    ]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--source", type=pathlib.Path, required=True)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("rule", choices=["links", "includes", "text", "sizes", "clashes", "headless"])
    arguments = parser.parse_args()
    findings = globals()[arguments.rule](arguments.source, arguments.build)
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
