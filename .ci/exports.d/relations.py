"""Reads the tables of the exports back with readers that this project did not write, and compares each
fact with the source tables. Prints how many facts of each kind each format has, and fails if one is lost
or invented.

    relations.py EXPORTS DATA

A format is a module `tables/read_*.py` with

    NAME                        what the table of results calls it
    read(exports, data, work)   its facts: by kind, a Counter of tuples, as `tables/register.py` has them

A format holds the kinds that it returns.
"""

import importlib
import sys
import tempfile
import time
from pathlib import Path

TABLES = Path(__file__).parent / "tables"
sys.path.insert(0, str(TABLES))

import register  # noqa: E402


def main(exports, data):
    expected = register.facts(data)
    formats, wrong = {}, []
    readers = sorted(TABLES.glob("read_*.py"))
    assert readers, TABLES
    for path in readers:
        reader = importlib.import_module(path.stem)
        start = time.monotonic()
        with tempfile.TemporaryDirectory() as work:
            found = formats[reader.NAME] = reader.read(exports, data, Path(work))
        assert found, f"{reader.NAME}: holds no kind of fact"
        for kind, facts in found.items():
            lost, invented = expected[kind] - facts, facts - expected[kind]
            wrong.extend(f"{reader.NAME}: {kind}: lost: {fact}" for fact in lost)
            wrong.extend(f"{reader.NAME}: {kind}: invented: {fact}" for fact in invented)
        print(f"{reader.NAME}: read in {time.monotonic() - start:.1f} s", flush=True)
    print_counts(expected, formats)
    if wrong:
        print("\n".join(wrong[:20]), file=sys.stderr)
        sys.exit(f"{len(wrong)} facts are lost or invented")


def print_counts(expected, formats):
    names = ["register", *formats]
    widths = [max(8, len(name)) for name in names]
    line = lambda kind, cells: " | ".join(
        [kind.ljust(20), *(str(cell).rjust(width) for cell, width in zip(cells, widths))]
    )
    print("\n" + line("kind of fact", names))
    for kind, facts in sorted(expected.items()):
        held = (found[kind].total() if kind in found else "–" for found in formats.values())
        print(line(kind, [facts.total(), *held]))
    print(flush=True)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
