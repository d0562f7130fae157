"""What the scripts that use the window are started with by window_script.cpp."""
import argparse
import pathlib
import sys


def arguments():
    """Where the programs lie, where the script may write, and whose files it uses. A script adds its own."""
    parser = argparse.ArgumentParser()
    for name in ("--bin", "--data"):
        parser.add_argument(name, type=pathlib.Path, required=True)
    for name in ("--server", "--email"):
        parser.add_argument(name, required=True)
    return parser


def password():
    """Comes on standard input, where nobody else reads it."""
    return sys.stdin.readline().rstrip("\n")
