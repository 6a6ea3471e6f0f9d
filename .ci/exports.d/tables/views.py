"""The views of the SQL export answer as the library does, in SQLite and in PostgreSQL."""

import read_postgresql
import read_sqlite

FACT = (
    "edition, provider, COALESCE(data_category, {any}), COALESCE(data_subject, data_subject_status), "
    "COALESCE(form, form_status), likelihood, CASE WHEN example THEN 'true' ELSE 'false' END, "
    "COALESCE(context, ''), COALESCE(condition, '')"
)
# By view, the columns that the library's answer has as well.
COLUMNS = {
    "who_gets": "edition, data_subject, provider",
    "who_may_get": "edition, data_subject, provider",
    "who_is_said_not_to_get":
        "edition, data_subject, provider, COALESCE(data_category, data_category_status), "
        "CASE WHEN is_partial THEN 'partial' ELSE 'whole' END",
    "who_gets_kind": "edition, data_category, provider, answer",
    "kept_outside": "edition, country, provider",
    "new_providers": "edition, provider",
    "new_disclosures": FACT.format(any="'any'"),
    "left_providers":
        "edition, provider, COALESCE(successor, ''), COALESCE(kind, ''), COALESCE(certainty, '')",
    "received_data": FACT.format(any="data_category_status"),
    "provider_purposes": "edition, provider, COALESCE(purpose, '')",
    "missing_safeguards": "edition, safeguard, provider",
}


def check(exports, work, answers):
    assert set(answers) == set(COLUMNS), set(answers) ^ set(COLUMNS)
    database = read_sqlite.open_database(exports, work)
    read_postgresql.load(exports)
    total = 0
    for view, columns in COLUMNS.items():
        expected = answers[view]
        assert expected, f"{view}: the library answers nothing"
        select = f"SELECT DISTINCT {columns} FROM {view}"
        compare(f"SQLite, {view}", expected, {tuple(row) for row in database.execute(select)})
        rows = read_postgresql.query(f"SELECT json_build_array({columns}) FROM {view}")
        compare(f"PostgreSQL, {view}", expected, {tuple(row) for row in rows})
        total += len(expected)
    return f"{len(COLUMNS)} views give the library's {total} answers, in SQLite and in PostgreSQL"


def compare(where, expected, found):
    missing, invented = expected - found, found - expected
    assert not missing and not invented, (
        f"{where}: {len(missing)} missing, {len(invented)} invented; "
        f"{sorted(missing)[:3]} {sorted(invented)[:3]}"
    )
