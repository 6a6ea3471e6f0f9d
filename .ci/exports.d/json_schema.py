"""Holds the JSON documents against their schemas with two validators, ajv in strict mode and jsonschema
from PyPI, and the rows of the tables against theirs. Reads the facts of a document back."""

import copy
import json
import subprocess
import tempfile
from pathlib import Path

import jsonschema

from shared.matrix import Matrix, arguments, run_examples
from shared.register import by, cells

ROOT = Path(__file__).resolve().parents[2]
AJV = ["ajv@8.20.0", "ajv-formats@3.0.1"]
# What a document must not say: where, and what.
BROKEN = [
    (["engagements", 0, "provider"], "nobody"),
    (["engagements", 0, "disclosures", 0, "sender"], "provider:nobody"),
    (["engagements", 0, "disclosures", 0, "data_category"], "nothing"),
    (["engagements", 0, "document"], "nothing"),
    (["engagements", 0, "purposes"], ["nothing"]),
    (["engagements", 0, "entity_country"], "xx"),
    (["vocabularies", "data_subjects", 0, "parent"], "nobody"),
    (["edition", "published"], "2025-02-30"),
    (["register", "current"], "2025-13-01"),
    (["format_version"], 1),
    (["unknown_member"], "x"),
]
# What every schema refuses, also that which knows no keys.
GENERAL = 4


def broken(document):
    """The document with one fault each."""
    for path, value in BROKEN:
        wrong = copy.deepcopy(document)
        part = wrong
        for step in path[:-1]:
            part = part[step]
        part[path[-1]] = value
        yield {"what": f"{path}: {value}", "document": wrong}


def rows(register, table):
    """The rows of a table as JSON, with lists as arrays."""
    schema = json.loads((ROOT / "schema" / f"{table}.schema.json").read_text(encoding="utf-8"))
    lists = {name for name, it in schema["properties"].items() if it.get("type") == "array"}
    source = register.tables.get(table) or register.vocabulary.get(table) or []
    return [
        {name: cell.split(";") if name in lists else cell for name, cell in row.items()} for row in source
    ]


def with_ajv(matrix, tasks):
    with tempfile.TemporaryDirectory() as folder:
        install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, *AJV]
        subprocess.run(install, check=True)
        script = Path(folder) / "ajv.cjs"
        script.write_text((Path(__file__).parent / "shared/ajv.cjs").read_text(encoding="utf-8"))
        wrong = subprocess.run(
            ["node", script], input=json.dumps(tasks), capture_output=True, text=True, check=True
        ).stdout.splitlines()
    matrix.counts["schemas that ajv compiles strictly"] += len(tasks)
    matrix.counts["documents that ajv accepts"] += sum(len(task["valid"]) for task in tasks)
    matrix.counts["documents that ajv refuses"] += sum(len(task["invalid"]) for task in tasks)
    matrix.wrong += [f"ajv: {line}" for line in wrong]


def with_jsonschema(matrix, task):
    schema = json.loads(Path(task["schema"]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for document in task["valid"]:
        error = next(validator.iter_errors(document), None)
        matrix.demand("documents that jsonschema accepts", error is None, f"{task['schema']}: {error and error.message}")
    for it in task["invalid"]:
        matrix.demand("documents that jsonschema refuses", not validator.is_valid(it["document"]), it["what"])


def facts(matrix, document, register, id):
    """The document says what the tables say."""
    published = register.rows(id)
    place = lambda row: (row["document"], str(row["row"]), str(row["part"]), row["provider"])
    expected = [place(row.listing | {"provider": row.provider}) for row in published]
    matrix.compare("published rows", expected, [place(row) for row in document["engagements"]])
    columns = [
        "sender", "recipient", "data_category", "data_subject", "form", "likelihood", "example", "context",
        "condition", "asserted", "withdrawn",
    ]  # fmt: skip
    said = by(register.tables["disclosures"], "engagement")
    expected, found = [], []
    for row, it in zip(published, document["engagements"]):
        key = (row.position, row.engagement["key"])
        expected += [(*key, *(fact[c] for c in columns)) for fact in said.get(row.engagement["key"], [])]
        found += [(it["position"], it["key"], *(fact[c] for c in columns)) for fact in it["disclosures"]]
        lists = ["purposes", "safeguards", "excluded_subjects", "territory"]
        expected_lists = [(*key, c, tuple(cells(row.engagement[c])) or row.engagement[c]) for c in lists]
        found_lists = [(*key, c, tuple(it[c]) if isinstance(it[c], list) else it[c]) for c in lists]
        matrix.compare("lists", expected_lists, found_lists)
    matrix.compare("disclosures and denials", expected, found)
    records = register.records(id)
    expected = [(it.practice["key"], who["provider"], who["role"]) for it in records for who in it.recipients]
    found = [(it["key"], who["provider"], who["role"]) for it in document["practices"] for who in it["recipients"]]
    matrix.compare("recipients of records", expected, found)


def main():
    exports, register = arguments()
    matrix = Matrix("json-schema")
    general = str(ROOT / "schema/export/service-providers.schema.json")
    tasks = [
        {"schema": str(ROOT / f"schema/export/{name}.schema.json"), "valid": [], "invalid": []}
        for name in ("diff", "manifest")
    ]
    for path in sorted((ROOT / "schema").glob("*.schema.json")):
        table = path.name.removesuffix(".schema.json")
        valid = [register.file] if table == "register" else rows(register, table)
        tasks.append({"schema": str(path), "valid": valid, "invalid": [{"what": "nothing", "document": {}}]})
    for edition in register.editions:
        id = edition["id"]
        document = json.loads((exports / id / "service-providers.json").read_text(encoding="utf-8"))
        wrong = list(broken(document))
        tasks.append({"schema": general, "valid": [document], "invalid": wrong[-GENERAL:]})
        closed = str(exports / id / "service-providers.schema.json")
        tasks.append({"schema": closed, "valid": [document], "invalid": wrong})
        facts(matrix, document, register, id)
    with_ajv(matrix, tasks)
    for task in tasks:
        with_jsonschema(matrix, task)
    run_examples(matrix, "json", exports, register)
    matrix.finish()


main()
