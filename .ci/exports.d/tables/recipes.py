"""The recipes of `docs/exports.md`: each question in SQL, pandas and jq has the library's answer."""

import re
import subprocess
import sys
from pathlib import Path

import read_postgresql
import read_sqlite

PAGE = Path("docs/exports.md")
EDITION = "2025-11-17"


def one(answers, view, *asked):
    """What the library answers behind the edition and these words."""
    start = (EDITION, *asked)
    return {row[len(start):] for row in answers[view] if row[: len(start)] == start}


def first(rows):
    return {row[:1] for row in rows}


# By question, what the recipes print.
QUESTIONS = {
    "Who gets students' data?": lambda of: one(of, "who_gets", "student"),
    "Who may get students' data?": lambda of: one(of, "who_may_get", "student"),
    "Who is said not to get students' data?": lambda of: {
        (provider, "" if data == "any" else data)
        for provider, data, extent in one(of, "who_is_said_not_to_get", "student")
        if extent == "whole"
    },
    "Who gets voice recordings?": lambda of: {
        (provider,) for provider, answer in one(of, "who_gets_kind", "voice-recording") if answer == "yes"
    },
    "Where may data be kept outside the United States?": lambda of: one(of, "kept_outside", "US"),
    "Which providers are new in the edition?": lambda of: one(of, "new_providers"),
    "Which providers left, and who followed them?": lambda of: {
        row[:2] for row in one(of, "left_providers")
    },
    "What does a provider get, and on what condition?": lambda of: {
        (data, group, row[-1]) for data, group, *row in one(of, "received_data", "twilio")
    },
    "For what purpose?": lambda of: one(of, "provider_purposes", "twilio"),
    "Whose row does not name a safeguard?": lambda of: one(of, "missing_safeguards", "encryption-at-rest"),
}


def check(exports, work, answers):
    section = PAGE.read_text(encoding="utf-8").split("\n## Usual questions\n")[1].split("\n## ")[0]
    intro, *parts = section.split("\n### ")
    (preamble,) = blocks(intro)["python"]
    (work / "exports").symlink_to(exports.resolve())
    recipes = {part.split("\n")[0]: blocks(part) for part in parts}
    assert set(recipes) == set(QUESTIONS), set(recipes) ^ set(QUESTIONS)
    database = read_sqlite.open_database(exports, work)
    read_postgresql.load(exports)
    for question, found in recipes.items():
        expected = lines(QUESTIONS[question](answers))
        assert expected, question
        (sql,), (python,), (shell,) = found["sql"], found["python"], found["sh"]
        given = {
            "SQLite": lines(tuple(row) for row in database.execute(sql)),
            "PostgreSQL": text_lines(read_postgresql.psql("-AtF ", "--command", sql)),
            "pandas": text_lines(run([sys.executable, "-c", preamble + python], work)),
            "jq": text_lines(run(["bash", "-euo", "pipefail", "-c", shell], work)),
        }
        for tool, answer in given.items():
            assert answer == expected, (
                f"{tool}: {question}\n  missing: {expected - answer}\n  invented: {answer - expected}"
            )
    return f"{len(recipes)} recipes give the library's answers, in SQLite, PostgreSQL, pandas and jq"


def blocks(text):
    found = {}
    for language, code in re.findall(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        found.setdefault(language, []).append(code)
    return found


def lines(rows):
    """Each row as a line."""
    return {" ".join("" if cell is None else str(cell) for cell in row).rstrip() for row in rows}


def text_lines(text):
    return {line.rstrip() for line in text.splitlines()}


def run(command, work):
    return subprocess.run(command, cwd=work, check=True, capture_output=True, text=True).stdout
