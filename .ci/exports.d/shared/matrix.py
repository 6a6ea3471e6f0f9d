"""Facts that were read back, held against those of the register."""

import contextlib
import io
import os
import re
import sys
from collections import Counter
from pathlib import Path

from .register import Register


class Matrix:
    """Compares facts kind by kind, prints how many there are, and knows whether one was lost."""

    def __init__(self, name):
        self.name = name
        self.counts = Counter()
        self.wrong = []

    def compare(self, kind, expected, found):
        """Compares two collections of facts. A fact that is there twice must be found twice."""
        expected, found = Counter(expected), Counter(found)
        self.counts[kind] += sum(found.values())
        for what, facts in [("lost", expected - found), ("invented", found - expected)]:
            for fact, count in list(facts.items())[:5]:
                self.wrong.append(f"{kind}: {what} {count} x {fact}")
            if len(facts) > 5:
                self.wrong.append(f"{kind}: {what} {len(facts) - 5} more")

    def demand(self, kind, holds, what):
        """Counts something that must hold."""
        self.counts[kind] += 1
        if not holds:
            self.wrong.append(f"{kind}: {what}")

    def finish(self):
        for kind, count in sorted(self.counts.items()):
            print(f"{self.name}: {count:6} {kind}")
            if count == 0:
                self.wrong.append(f"{kind}: nothing was read, so nothing was compared")
        for line in self.wrong:
            print(f"{self.name}: WRONG {line}", file=sys.stderr)
        sys.exit(1 if self.wrong else 0)


def arguments():
    """The folder of the exports and the register, from the command line."""
    if len(sys.argv) != 3:
        sys.exit(f"usage: {sys.argv[0]} EXPORTS DATA")
    return Path(sys.argv[1]).resolve(), Register(sys.argv[2])


def run_examples(matrix, format, exports, register):
    """Runs the examples in Python of a section of the documentation in the folder of the edition in
    force. Each must print what stands in the text behind it."""
    page = Path(__file__).resolve().parents[3] / "docs/exports.md"
    section = re.search(rf"^## {format}\n(.*?)(?=^## |\Z)", page.read_text(encoding="utf-8"), re.M | re.S)
    pattern = r"```python\n(.*?)```\n+It prints:\n+```text\n(.*?)```"
    examples = re.findall(pattern, section[1], re.S)
    matrix.demand("examples of the documentation", bool(examples), "there is none")
    before = os.getcwd()
    os.chdir(exports / register.file["current"])
    try:
        for code, expected in examples:
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(compile(code, f"docs/exports.md, {format}", "exec"), {"__name__": "example"})
            printed = printed.getvalue()
            matrix.demand("examples of the documentation", printed == expected, f"prints {printed!r}")
    finally:
        os.chdir(before)
