"""The flat CSV of each edition, read by pandas and by DuckDB as text."""

import duckdb
import pandas

from relational import Relations

NAME = "csv"


def read(exports, data, work):
    facts = {}
    for kind, name in [("disclosed", "disclosures"), ("denied", "denials")]:
        rows, others = [], []
        for path in sorted(exports.glob(f"[0-9]*/{name}.csv")):
            table = pandas.read_csv(path, dtype=str, keep_default_na=False)
            rows.extend(table.to_dict("records"))
            text = duckdb.sql(f"SELECT * FROM read_csv('{path}', all_varchar = true)")
            others.extend(dict(zip(text.columns, row)) for row in text.fetchall())
        relations = Relations({})
        relations.publisher = pandas.read_csv(
            exports / "all-editions/datapackage/publishers.csv"
        )["publisher"][0]
        facts[kind] = relations.flat(rows)
        assert facts[kind] == relations.flat(others), "pandas and DuckDB read different facts"
    return facts
