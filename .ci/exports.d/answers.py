"""Usual questions have one answer: that of the library. Asks the views of the SQL export, in SQLite and
in PostgreSQL, for every group, kind of data, country and provider; and runs the recipes of
`docs/exports.md` in SQL, pandas and jq.

    answers.py EXPORTS DATA
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "tables"))

import recipes  # noqa: E402
import views  # noqa: E402

ASK = ["cargo", "run", "--quiet", "--package", "service-providers-tests", "--example", "answers"]


def main(exports, _data):
    printed = subprocess.run(ASK, check=True, capture_output=True, text=True).stdout
    answers = {view: {tuple(row) for row in rows} for view, rows in json.loads(printed).items()}
    with tempfile.TemporaryDirectory() as work:
        print(views.check(exports, Path(work), answers), flush=True)
        print(recipes.check(exports, Path(work), answers), flush=True)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
