"""The register as its own tables have it, read with the standard library alone."""

import csv
import json
from dataclasses import dataclass, field
from pathlib import Path


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cells(cell):
    """The keys of a list; none where a word stands in their place."""
    return [] if cell in ("none", "unknown", "not-applicable", "see-provider") else cell.split(";")


def by(table, *columns):
    """The rows of a table by the value of columns."""
    found = {}
    for row in table:
        key = row[columns[0]] if len(columns) == 1 else tuple(row[column] for column in columns)
        found.setdefault(key, []).append(row)
    return found


def standing(table):
    """The rows that were not withdrawn."""
    return [row for row in table if row["withdrawn"] == "none"]


@dataclass
class PublishedRow:
    """A published row of an edition, and what it says."""

    position: int
    listing: dict
    engagement: dict
    disclosures: list = field(default_factory=list)
    denials: list = field(default_factory=list)
    storage: list = field(default_factory=list)
    features: list = field(default_factory=list)
    contract_facts: list = field(default_factory=list)

    @property
    def provider(self):
        return self.engagement["provider"]

    def recipient(self, disclosure):
        """The provider that gets the data, if one does."""
        return self.party(disclosure["recipient"])

    def sender(self, disclosure):
        """The provider that gives the data, if one does."""
        return self.party(disclosure["sender"])

    def party(self, party):
        if party == "provider":
            return self.provider
        return party.removeprefix("provider:") if party.startswith("provider:") else None


@dataclass
class Record:
    """A data transparency record of an edition, and what it says."""

    listing: dict
    practice: dict
    subjects: list
    recipients: list


class Register:
    """The tables of a register."""

    def __init__(self, data):
        data = Path(data)
        self.file = json.loads((data / "register.json").read_text(encoding="utf-8"))
        self.tables = {path.stem: rows(path) for path in sorted(data.glob("*.csv"))}
        self.vocabulary = {path.stem: rows(path) for path in sorted((data / "vocabulary").glob("*.csv"))}
        self.editions = self.file["editions"]
        self.wider = {
            name: {row["key"]: row["parent"] for row in self.vocabulary[name]}
            for name in ("data-categories", "data-subjects")
        }

    def listings(self, edition):
        """The published rows and records of an edition in order."""
        documents = next(it["documents"] for it in self.editions if it["id"] == edition)
        listed = by(self.tables["listings"], "document")
        place = lambda row: (int(row["row"]), int(row["part"]))
        return [row for document in documents for row in sorted(listed.get(document, []), key=place)]

    def rows(self, edition):
        parts = {
            name: by(standing(self.tables[table]) if name != "features" else self.tables[table], "engagement")
            for name, table in [
                ("disclosures", "disclosures"),
                ("storage", "storage"),
                ("features", "engagement-features"),
                ("contract_facts", "contract-facts"),
            ]
        }
        engagements = {row["key"]: row for row in self.tables["engagements"]}
        published = []
        for listing in self.listings(edition):
            key = listing["engagement"]
            if key == "none":
                continue
            row = PublishedRow(len(published) + 1, listing, engagements[key])
            for disclosure in parts["disclosures"].get(key, []):
                said = row.disclosures if disclosure["asserted"] == "yes" else row.denials
                said.append(disclosure)
            row.storage = parts["storage"].get(key, [])
            row.features = parts["features"].get(key, [])
            row.contract_facts = parts["contract_facts"].get(key, [])
            published.append(row)
        return published

    def records(self, edition):
        practices = {row["key"]: row for row in self.tables["practices"]}
        subjects = by(self.tables["practice-subjects"], "practice")
        recipients = by(self.tables["practice-recipients"], "practice")
        return [
            Record(listing, practices[key], subjects.get(key, []), recipients.get(key, []))
            for listing in self.listings(edition)
            if (key := listing["practice"]) != "none"
        ]

    def is_a(self, vocabulary, term, other):
        """Whether a term is another one or a kind of it."""
        while term in self.wider[vocabulary]:
            if term == other:
                return True
            term = self.wider[vocabulary][term]
        return False

    def touch(self, vocabulary, one, other):
        """Whether one of two terms is the other or a kind of it."""
        return self.is_a(vocabulary, one, other) or self.is_a(vocabulary, other, one)

    def may_be_of(self, one, other):
        """Whether somebody of one group may be of another."""
        touch = lambda a, b: self.touch("data-subjects", a, b)
        pairs = [(row["group"], row["other"]) for row in self.vocabulary["overlaps"]]
        return touch(one, other) or any(
            touch(one, a) and touch(other, b) or touch(one, b) and touch(other, a) for a, b in pairs
        )
