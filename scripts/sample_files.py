#!/usr/bin/env python3
"""Makes the files of the demo account below the folder named: what a student of computer science has in a third term.

Usage: sample_files.py FOLDER. The same files each time, all made here.
"""
import os
import pathlib
import random
import struct
import sys
import time
import zipfile
import zlib

DAY = 86400


def pdf(title, pages):
    """A PDF of plain text pages, small but whole."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for number in range(1, pages + 1):
        stream = f"BT /F 22 Tf 72 760 Td ({title}) Tj 0 -40 Td /F 12 Tf (Page {number} of {pages}) Tj ET"
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {pages} >>"
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


def png(width, height):
    """A picture: a gradient with a circle."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            inside = (x - width / 2) ** 2 + (y - height / 2) ** 2 < (height / 3) ** 2
            rows += bytes((13, 107, 140)) if inside else bytes((240 - y * 60 // height, 244, 245 - x * 40 // width))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(rows))) + chunk(b"IEND", b"")


def wave(seconds, source):
    """A second of noise, many times: a recording as far as its size goes."""
    noise = source.randbytes(16000) * seconds
    head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(noise), b"WAVE", b"fmt ", 16, 1, 1, 8000, 16000, 2, 16,
                       b"data", len(noise))
    return head + noise


def archive(path, names):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in names:
            entry = zipfile.ZipInfo(name, (2025, 11, 3, 9, 0, 0))
            packed.writestr(entry, f"{name}\n" * 200)


NOTES = """# Dijkstra, in my own words

Shortest paths from one vertex when no edge is negative.

1. Give the source distance 0 and every other vertex infinity.
2. Take the vertex with the least distance out of the queue; its distance is final.
3. Relax each of its edges.

With a binary heap: O((V + E) log V).
"""
CODE = '''"""Breadth first and depth first, for the second exercise."""
from collections import deque


def breadth_first(graph, start):
    seen, queue = {start}, deque([start])
    while queue:
        vertex = queue.popleft()
        yield vertex
        for neighbour in graph[vertex]:
            if neighbour not in seen:
                seen.add(neighbour)
                queue.append(neighbour)
'''


def contents(source):
    """(path, bytes, age in seconds)"""
    rows = "\n".join(f"{n},{n * 17 % 97 / 10},{n * n % 101}" for n in range(4000))
    yield "Assignment 3 – Dynamic programming.pdf", pdf("Assignment 3: dynamic programming", 6), 3600
    yield "Assignment 3 – solutions draft.md", NOTES.encode() * 4, 1800
    yield "benchmark-results.csv", f"size,seconds,checks\n{rows}\n".encode(), DAY
    yield "dijkstra-notes.md", NOTES.encode(), 9 * DAY
    yield "Exam 2024 – mock questions.pdf", pdf("Exam 2024: mock questions", 12), 11 * DAY
    yield "graph_traversal.py", CODE.encode(), 7200
    yield "interview-prof-okafor.wav", wave(40, source), 5400
    yield "whiteboard-2025-11-13.png", png(640, 420), 10 * DAY
    for week in range(1, 4):
        yield f"Exercise sheets/Sheet {week:02}.pdf", pdf(f"Exercise sheet {week}", 2), week * 7 * DAY
        yield f"Lecture slides/Lecture {week:02} – Notes.pdf", pdf(f"Lecture {week}", 20), week * 7 * DAY + 3600
    yield "Project: route planner/README.md", b"# Route planner\n\nShortest ways through the old town.\n", 2 * DAY
    yield "Project: route planner/src/planner.py", CODE.encode() * 3, 2 * DAY


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = pathlib.Path(sys.argv[1])
    source = random.Random(7)
    now = time.time()
    for name, data, age in contents(source):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (now - age, now - age))
    (root / "Lab recordings").mkdir(exist_ok=True)
    archive(root / "route-planner-dataset.zip", [f"streets-{n}.txt" for n in range(30)])


if __name__ == "__main__":
    main()
