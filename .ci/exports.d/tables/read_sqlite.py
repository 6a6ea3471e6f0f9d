"""The SQL for SQLite, in strict tables, with all references checked."""

import sqlite3

from relational import Relations

NAME = "sql: sqlite"


def read(exports, data, work):
    database = open_database(exports, work)
    broken = database.execute("PRAGMA foreign_key_check").fetchall()
    assert not broken, broken
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    names = database.execute("SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view')")
    kinds = dict(names.fetchall())
    strict = database.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0")
    loose = [name for (name,) in strict if not name.startswith("sqlite_")]
    assert not loose, loose
    relations = {name: rows(database, name) for name in kinds}
    found = Relations(booleans(database, relations))
    facts = found.facts(data)
    facts["disclosed"] = found.flat(relations["disclosures"])
    facts["denied"] = found.flat(relations["denials"])
    return facts


def open_database(exports, work):
    path = work / "register.db"
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    database.executescript((exports / "all-editions/sql/sqlite.sql").read_text(encoding="utf-8"))
    return database


def rows(database, name):
    # No name is reserved, so none needs quotation marks.
    columns = [row["name"] for row in database.execute(f"PRAGMA table_info({name})")]
    found = database.execute(f"SELECT {', '.join(columns)} FROM {name}")
    return [dict(row) for row in found]


def booleans(database, relations):
    """SQLite has no type for yes and no; the checks of a column say that it holds 0 and 1."""
    for name, table in relations.items():
        sql = database.execute("SELECT sql FROM sqlite_schema WHERE name = ?", [name]).fetchone()[0]
        flags = [column for column in (table[0] if table else []) if f"{column} IN (0, 1)" in sql]
        if name in ("disclosures", "denials"):
            flags = ["example", "provider_gives", "provider_receives"]
        for row in table:
            for flag in flags:
                row[flag] = None if row[flag] is None else bool(row[flag])
    return relations
