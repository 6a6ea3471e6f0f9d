"""The facts of a register, read from its source tables with Python's own readers.

A fact is a tuple of texts as they stand in the cells. `facts` gives them by kind. Every format is read
back by a module `read_*.py`, which gives the same kinds in the same form.
"""

import csv
import json
from collections import Counter
from pathlib import Path

# By the name of a kind, the source table.
TABLES = {
    "providers": "providers.csv",
    "identifiers": "identifiers.csv",
    "successions": "successions.csv",
    "engagements": "engagements.csv",
    "engagement features": "engagement-features.csv",
    "storage": "storage.csv",
    "disclosures": "disclosures.csv",
    "contract facts": "contract-facts.csv",
    "practices": "practices.csv",
    "practice subjects": "practice-subjects.csv",
    "practice recipients": "practice-recipients.csv",
    "listings": "listings.csv",
    "accepted findings": "accepted-findings.csv",
}

# The columns that tell a disclosure of an edition from others.
FLAT = [
    "sender", "recipient", "data_category", "data_subject", "form", "likelihood", "example", "context",
    "condition",
]

# Of the CSV files that show a selection, the columns that take over a cell. Each file is a kind of fact.
SELECTIONS = {
    "service-providers.csv": [
        "edition", "position", "provider", "name", "section", "service_category", "entity_country", "purposes",
        "safeguards", "summary", "policy_url", "source",
    ],
    "contract-facts.csv": ["edition", "position", "provider", "kind", "value", "condition", "place", "source"],
    "data-transparency.csv": [
        "edition", "record", "data_category", "certainty", "collection", "purposes", "transferred_outside_eea",
        "destination", "legal_bases", "summary", "source",
    ],
}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tables(data):
    """Every table by kind: its header and its rows. A vocabulary is a kind as well."""
    found = {kind: data / path for kind, path in TABLES.items()}
    for path in sorted((data / "vocabulary").glob("*.csv")):
        found[path.stem] = path
    return {kind: (header(path), rows(path)) for kind, path in found.items()}


def header(path):
    with open(path, encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def stands(row):
    return row.get("withdrawn", "none") == "none"


def facts(data):
    """The facts of a data folder: by kind, how often each stands there."""
    data = Path(data)
    found = {}
    sources = tables(data)
    # What belongs to a withdrawn row is withdrawn with it.
    gone = {
        name: {row["key"] for row in sources[kind][1] if not stands(row)}
        for name, kind in [("engagement", "engagements"), ("practice", "practices")]
    }
    for kind, (columns, table) in sources.items():
        table = [row for row in table if all(row.get(name) not in gone[name] for name in gone)]
        kept = [row for row in table if stands(row) or kind == "providers"]
        if kind == "disclosures":
            found["disclosures"] = count(columns, [row for row in kept if row["asserted"] == "yes"])
            found["denials"] = count(columns, [row for row in kept if row["asserted"] == "no"])
        else:
            found[kind] = count(columns, kept)
        reasons = [row["withdrawn"] for row in table if not stands(row) and kind != "providers"]
        found.setdefault("withdrawn", Counter()).update((reason,) for reason in reasons)
    file = json.loads((data / "register.json").read_text(encoding="utf-8"))
    found["documents"] = count(list(file["documents"][0]), map(words, file["documents"]))
    found["editions"] = count(list(file["editions"][0]), map(words, file["editions"]))
    publisher = file["publisher"]
    found["publisher"] = Counter([tuple(publisher.values())])
    found.update(by_edition(data, file))
    return found


def words(record):
    """A record of JSON with texts, as a cell would hold them."""
    text = lambda value: ";".join(value) if isinstance(value, list) else str(value)
    return {name: text(value) for name, value in record.items()}


def count(columns, table):
    return Counter(tuple(row[column] for column in columns) for row in table)


def by_edition(data, file):
    """What each edition publishes, and what it says that passes and does not."""
    kinds = ("published rows", "disclosed", "denied", "published records", *SELECTIONS)
    found = {kind: Counter() for kind in kinds}
    engagements = {row["key"]: row for row in rows(data / "engagements.csv")}
    practices = {row["key"]: row for row in rows(data / "practices.csv")}
    contract_facts = {}
    for row in filter(stands, rows(data / "contract-facts.csv")):
        contract_facts.setdefault(row["engagement"], []).append(row)
    said = {}
    for row in filter(stands, rows(data / "disclosures.csv")):
        said.setdefault(row["engagement"], []).append(row)
    listings = rows(data / "listings.csv")
    listings.sort(key=lambda row: (row["document"], int(row["row"]), int(row["part"])))
    for edition in file["editions"]:
        rank = {"engagement": 0, "practice": 0}
        for document in edition["documents"]:
            for listing in (row for row in listings if row["document"] == document):
                kind = "practice" if listing["engagement"] == "none" else "engagement"
                rank[kind] += 1
                at = (edition["id"], str(rank[kind]), document, listing["row"], listing["part"])
                shown = {"edition": edition["id"], "source": f"{document}:{listing['row']}"}
                if kind == "practice":
                    practice = practices[listing["practice"]]
                    shown |= practice | {"record": practice["key"], "transferred_outside_eea": practice["transfer"]}
                    add_shown(found, "data-transparency.csv", shown)
                    found["published records"][(*at, listing["practice"])] += 1
                    continue
                engagement = engagements[listing["engagement"]]
                provider = engagement["provider"]
                found["published rows"][(*at, provider)] += 1
                shown["position"] = at[1]
                add_shown(found, "service-providers.csv", engagement | listing | shown | {"name": listing["published_name"]})
                for fact in contract_facts.get(engagement["key"], []):
                    add_shown(found, "contract-facts.csv", fact | shown | {"provider": provider})
                add_said(found, (*at, provider, listing["published_name"]), engagement, said)
    return found


def add_shown(found, kind, row):
    found[kind][tuple(row[column] for column in SELECTIONS[kind])] += 1


def add_said(found, at, engagement, said):
    for row in said.get(engagement["key"], []):
        kind = "disclosed" if row["asserted"] == "yes" else "denied"
        found[kind][(*at, row["position"], *(row[column] for column in FLAT))] += 1
    if engagement["data"] == "unknown":
        found["disclosed"][(*at, "unknown-data", "unknown")] += 1
    if engagement["excluded_subjects"] != "none":
        for group in engagement["excluded_subjects"].split(";"):
            found["denied"][(*at, "excluded-group", group)] += 1
