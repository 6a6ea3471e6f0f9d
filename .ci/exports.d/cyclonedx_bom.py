"""Reads the bills of materials with cyclonedx-python-lib: strictly valid, and no fact is lost."""

import json

from cyclonedx.model.bom import Bom
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from shared.matrix import Matrix, arguments, run_examples
from shared.register import cells

PREFIX = "service-providers:"
COLUMNS = [
    "position", "sender", "recipient", "data_category", "data_subject", "form", "likelihood",
    "example", "context", "condition",
]  # fmt: skip
STORAGE = ["place", "context", "condition"]
FEATURE = ["feature", "extent"]
CONTRACT = ["kind", "value", "condition", "place"]
TEXTS = [
    "provider", "service_category", "summary", "data", "entity_country", "hosted_by", "optional", "note",
]  # fmt: skip
LISTS = ["purposes", "territory", "excluded_subjects", "safeguards"]


def properties(node):
    """The values of properties by name."""
    values = {}
    for it in node.properties:
        values.setdefault(it.name.removeprefix(PREFIX), set()).add(it.value)
    return values


def only(values, name):
    return next(iter(values[name]))


def objects(values, word):
    """The things that stand as JSON under a name; none where a word stands in their place."""
    return [json.loads(text) for text in values.get(word, []) if text.startswith("{")]


def pick(row, columns):
    return tuple(str(row[column]) for column in columns)


def flow(row):
    if row["recipient"] == "provider":
        return "inbound"
    return "outbound" if row["sender"] == "provider" else None


def edition(matrix, exports, register, id):
    text = (exports / id / "service-providers.cdx.json").read_text(encoding="utf-8")
    errors = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    matrix.demand("strictly valid documents", errors is None, f"{id}: {errors}")
    bom = Bom.from_json(json.loads(text))
    services = {int(service.bom_ref.value.removeprefix("row-")): service for service in bom.services}
    rows = register.rows(id)
    matrix.compare("published rows", [row.position for row in rows], list(services))
    for row in rows:
        service = services[row.position]
        values = properties(service)
        key = lambda facts: [(id, row.position, fact) for fact in facts]
        names = [row.listing["published_name"], row.engagement["summary"]]
        matrix.compare("names and summaries", key(names), key([service.name, service.description]))
        texts = [(column, row.engagement[column]) for column in TEXTS]
        matrix.compare("facts of rows", key(texts), key([(c, only(values, c)) for c in TEXTS]))
        places = [(column, row.listing[column]) for column in ["document", "row", "part", "section", "policy_url"]]
        matrix.compare("places in documents", key(places), key([(c, only(values, c)) for c, _ in places]))
        for column in LISTS:
            expected = cells(row.engagement[column]) or [row.engagement[column]]
            matrix.compare(column, key(expected), key(values[column]))
        for word, expected, columns in [
            ("disclosures", row.disclosures, COLUMNS),
            ("denials", row.denials, COLUMNS),
            ("storage", row.storage, STORAGE),
            ("features", row.features, FEATURE),
            ("contract_facts", row.contract_facts, CONTRACT),
        ]:
            found = [pick(it, columns) for it in objects(values, word)]
            expected = [pick(it, columns) for it in expected]
            if expected or found:
                matrix.compare(word, key(expected), key(found))
        flows = {(flow(it), it["data_category"]) for it in row.disclosures if flow(it)}
        if row.engagement["data"] == "unknown":
            flows = {("unknown", "unknown")}
        found = {(it.flow.value, it.classification.split(" (")[0]) for it in service.data}
        matrix.compare("flows", key(flows), key(found))
        plain = {it["data_category"] for it in row.disclosures if flow(it) and is_whole(it)}
        found = {it.classification for it in service.data if it.flow.value != "unknown"}
        matrix.compare("flows without limits", key(plain), key(it for it in found if " (" not in it))
    records(matrix, properties(bom), register, id)


def is_whole(row):
    """Whether nothing limits a disclosure."""
    usual = {"form": "plain", "likelihood": "stated", "example": "no", "context": "none", "condition": "none"}
    return all(row[column] == value for column, value in usual.items())


def records(matrix, values, register, id):
    practices = {it["position"]: it for it in objects(values, "practices")}
    matrix.compare("records", range(1, len(register.records(id)) + 1), list(practices))
    for number, record in enumerate(register.records(id), 1):
        said = practices[number]
        key = lambda facts: [(id, number, fact) for fact in facts]
        texts = ["data_category", "certainty", "summary", "use", "sharing", "transfer", "note"]
        expected = [(column, record.practice[column]) for column in texts]
        matrix.compare("facts of records", key(expected), key([(c, said[c]) for c in texts]))
        columns = ["provider", "published_name", "identity", "role", "service", "reason"]
        expected = [pick(it, columns) for it in record.recipients]
        found = [pick(it, columns) for it in said["recipients"]]
        matrix.compare("recipients of records", key(expected), key(found))


def main():
    exports, register = arguments()
    matrix = Matrix("cyclonedx")
    for it in register.editions:
        edition(matrix, exports, register, it["id"])
    run_examples(matrix, "cyclonedx", exports, register)
    matrix.finish()


main()
