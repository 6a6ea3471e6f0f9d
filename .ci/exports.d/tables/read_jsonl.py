"""JSON Lines: read by DuckDB and by pandas, written by both to Parquet without a cast, and read back
from there."""

import json

import duckdb
import pandas
import pyarrow.parquet

from relational import Relations

NAME = "jsonl"


def read(exports, data, work):
    by_duckdb = Relations(relations(exports / "all-editions/jsonl", work, through_duckdb))
    by_pandas = Relations(relations(exports / "all-editions/jsonl", work, through_pandas))
    facts, others = by_duckdb.facts(data), by_pandas.facts(data)
    for name, folder in [("disclosed", "disclosures"), ("denied", "denials")]:
        paths = sorted(exports.glob(f"[0-9]*/{folder}.jsonl"))
        one_shape(paths)
        for found, through, target in [
            (by_duckdb, through_duckdb, facts), (by_pandas, through_pandas, others)
        ]:
            rows = [row for path in paths for row in through(path, work)]
            target[name] = found.flat(rows)
        together = through_duckdb(exports / f"*/{folder}.jsonl", work)
        assert by_duckdb.flat(together) == facts[name], f"{folder}: editions differ in their types"
    assert facts == others, "DuckDB and pandas read different facts"
    return facts


def relations(folder, work, through):
    one_shape_each(folder)
    no_word_is_reserved(folder)
    return {path.stem: through(path, work) for path in sorted(folder.glob("*.jsonl"))}


def one_shape_each(folder):
    for path in folder.glob("*.jsonl"):
        one_shape([path])


def no_word_is_reserved(folder):
    rows = duckdb.sql("SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category = 'reserved'")
    reserved = {word for (word,) in rows.fetchall()}
    names = {path.stem for path in folder.glob("*.jsonl")}
    for path in folder.glob("*.jsonl"):
        with open(path, encoding="utf-8") as file:
            names.update(json.loads(next(file, "{}")))
    assert reserved and not names & reserved, names & reserved


def one_shape(paths):
    """Every line has the same members, and a member has one type in all files and editions."""
    types = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            assert not types or list(types) == list(row), path
            for name, value in row.items():
                types.setdefault(name, None)
                if value is not None:
                    assert types[name] in (None, type(value)), f"{path}: {name}"
                    types[name] = type(value)


def through_duckdb(path, work):
    if path.exists() and path.stat().st_size == 0:
        return []
    parquet = work / "duckdb.parquet"
    duckdb.execute(f"COPY (FROM '{path}') TO '{parquet}'")
    return pyarrow.parquet.read_table(parquet).to_pylist()


def through_pandas(path, work):
    if path.stat().st_size == 0:
        return []
    parquet = work / "pandas.parquet"
    pandas.read_json(path, lines=True, dtype=False, convert_dates=False).to_parquet(parquet)
    rows = pyarrow.parquet.read_table(parquet).to_pylist()
    return [{name: whole(value) for name, value in row.items()} for row in rows]


def whole(value):
    """pandas holds whole numbers with a gap among them as floating ones."""
    if isinstance(value, float):
        return None if value != value else int(value)
    return value
