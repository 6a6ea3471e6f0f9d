"""The flat CSV tables of each edition, read by pandas and by DuckDB as text."""

from collections import Counter

import duckdb
import pandas
import register

from relational import Relations

NAME = "csv"


def plain(cell):
    """The cell without the apostrophe that keeps a spreadsheet from running it as a formula."""
    opening = cell.lstrip("'" + "".join(map(chr, range(33))) + "\x7f\u00a0\u3000")
    return cell[1:] if cell.startswith("'") and opening[:1] in tuple("=+-@＝＋－＠") else cell


def selections(exports):
    """The rows of the tables that show a selection, in the columns that take over a cell."""
    found = {}
    for name, columns in register.SELECTIONS.items():
        found[name] = Counter()
        for path in sorted(exports.glob(f"[0-9]*/{name}")):
            table = pandas.read_csv(path, dtype=str, keep_default_na=False)
            for row in table.to_dict("records"):
                found[name][tuple(plain(row[column]) for column in columns)] += 1
    return found


def read(exports, data, work):
    facts = selections(exports)
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
