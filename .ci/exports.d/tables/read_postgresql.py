"""The SQL for PostgreSQL, loaded into a server of its own."""

import json
import os
import subprocess

import read_sqlite
from relational import Relations

NAME = "sql: postgresql"


def psql(*arguments):
    command = ["psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ)
    assert not done.stderr, done.stderr
    return done.stdout


def query(sql):
    return [json.loads(line) for line in psql("--tuples-only", "--no-align", "--command", sql).splitlines()]


def load(exports):
    psql("--command", "SET client_min_messages = error", "--command", "DROP SCHEMA public CASCADE",
         "--command", "CREATE SCHEMA public")
    psql("--file", str(exports / "all-editions/sql/postgresql.sql"))


def read(exports, data, work):
    load(exports)
    columns = query(
        "SELECT json_build_array(table_name, string_agg(column_name, ', ' ORDER BY ordinal_position)) "
        "FROM information_schema.columns WHERE table_schema = 'public' GROUP BY table_name"
    )
    relations = {name: [] for name, _ in columns}
    # No name is reserved, so none needs quotation marks.
    rows = (
        f"SELECT json_build_array('{name}', row_to_json(t)) AS found FROM (SELECT {names} FROM {name}) AS t"
        for name, names in columns
    )
    for name, row in query(" UNION ALL ".join(f"SELECT found::text FROM ({select}) AS one" for select in rows)):
        relations[name].append(row)
    no_word_is_reserved()
    database = read_sqlite.open_database(exports, work)
    for name, rows in relations.items():
        count = database.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0]
        assert count == len(rows), f"{name}: {count} in SQLite, {len(rows)} in PostgreSQL"
    found = Relations(relations)
    facts = found.facts(data)
    facts["disclosed"] = found.flat(relations["disclosures"])
    facts["denied"] = found.flat(relations["denials"])
    return facts


def no_word_is_reserved():
    reserved = query(
        "SELECT to_json(word) FROM pg_get_keywords() WHERE catcode IN ('R', 'T') AND word IN ("
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' "
        "UNION SELECT table_name FROM information_schema.tables WHERE table_schema = 'public')"
    )
    assert not reserved, reserved
