"""From the relations of an export back to the facts of the source tables.

`relations` is, by name, a list of rows; a row is a dictionary of values with their types, or of texts.
"""

from collections import Counter

import register

RENAMED = {
    "dpv-terms": {"iri": "dpv"},
    "fideslang-terms": {"fides_key": "fideslang"},
    "documents": {"date": "document_date"},
    "listings": {"row": "document_row", "part": "document_part"},
    "overlaps": {"group": "data_subject", "other": "other_data_subject"},
    "practices": {"use": "used_for"},
    "region-members": {"from": "first_day", "until": "last_day"},
}
KEYS = {
    "providers": "provider", "engagements": "engagement", "practices": "practice",
    "collection-methods": "collection_method", "contexts": "context", "countries": "country",
    "data-categories": "data_category", "data-subjects": "data_subject", "features": "feature",
    "legal-bases": "legal_basis", "parties": "party", "purposes": "purpose", "regions": "region",
    "relations": "relation", "safeguards": "safeguard", "sections": "section",
    "service-categories": "service_category", "settings": "setting", "documents": "document",
    "editions": "edition",
}
RELATIONS = {
    "storage": "engagement_storage",
    "disclosures": "engagement_disclosures", "denials": "engagement_denials",
    "contract facts": "engagement_contract_facts", "overlaps": "data_subject_overlaps",
}
# By kind and column, the relation with the items of a list, the columns of its key, and the item.
LISTS = {
    ("providers", "aliases"): ("provider_aliases", ["provider"], "alias"),
    ("engagements", "purposes"): ("engagement_purposes", ["engagement"], "purpose"),
    ("engagements", "territory"): ("engagement_territory", ["engagement"], "country"),
    ("engagements", "excluded_subjects"):
        ("engagement_excluded_subjects", ["engagement"], "data_subject"),
    ("engagements", "safeguards"): ("engagement_safeguards", ["engagement"], "safeguard"),
    ("engagement features", "settings"): ("engagement_feature_settings", ["engagement", "feature"], "setting"),
    ("practices", "collection"): ("practice_collection", ["practice"], "collection_method"),
    ("practices", "purposes"): ("practice_purposes", ["practice"], "purpose"),
    ("practices", "destination"): ("practice_destination", ["practice"], "country"),
    ("practices", "legal_bases"): ("practice_legal_bases", ["practice"], "legal_basis"),
    ("practice recipients", "country"):
        ("practice_recipient_country", ["practice", "position"], "country"),
    ("editions", "documents"): ("edition_documents", ["edition"], "document"),
}
COUNTRIES = {
    ("engagements", "entity_country"), ("engagements", "territory"), ("countries", "key"),
    ("region-members", "country"), ("practices", "destination"), ("practice recipients", "country"),
}


def text(value):
    """A value as the cell of a source table, or None where it is missing."""
    if value is None or value == "":
        return None
    if value is True or value == "true":
        return "yes"
    if value is False or value == "false":
        return "no"
    return str(value)


class Relations:
    def __init__(self, relations):
        self.relations = relations
        self.items = {}

    def facts(self, data):
        """The facts of every kind that the register has."""
        self.publisher = self.relations["publishers"][0]["publisher"]
        sources = register.tables(data)
        kinds = {kind: columns for kind, (columns, _) in sources.items()}
        kinds["denials"] = kinds["disclosures"]
        example = register.json.loads((data / "register.json").read_text(encoding="utf-8"))
        kinds["documents"] = list(example["documents"][0])
        kinds["editions"] = list(example["editions"][0])
        found = {kind: self.kind(kind, columns) for kind, columns in kinds.items()}
        found["withdrawn"] = Counter((row["reason"],) for row in self.relations["withdrawals"])
        publisher = self.relations["publishers"]
        found["publisher"] = Counter(
            (row["publisher"], row["name"], self.cell("", "contact", row), self.cell("", "objection", row))
            for row in publisher
        )
        at = ["edition", "position", "document", "document_row", "document_part"]
        for kind, name, last in [
            ("published rows", "published_rows", "provider"),
            ("published records", "published_records", "practice"),
        ]:
            found[kind] = Counter(
                tuple(str(row[column]) for column in [*at, last]) for row in self.relations[name]
            )
        return found

    def kind(self, kind, columns):
        name = RELATIONS.get(kind, kind.replace("-", "_").replace(" ", "_"))
        owners = self.owners()
        return Counter(
            tuple(self.cell(kind, column, row, owners) for column in columns)
            for row in self.relations[name]
        )

    def owners(self):
        return {row["engagement"]: row["provider"] for row in self.relations["engagements"]}

    def cell(self, kind, column, row, owners=None):
        name = RENAMED.get(kind, {}).get(column, column)
        if column in ("key", "id"):
            name = KEYS[kind]
        if column == "asserted":
            return "no" if kind == "denials" else "yes"
        if column == "withdrawn" and column not in row:
            return "none"
        if column in ("sender", "recipient"):
            return self.party(row, column, owners)
        if column == "place":
            kept = text(row["country"]) or text(row["region"])
            return kept.lower() if kept else row["place_kind"]
        if (kind, column) in LISTS:
            found = self.list(kind, column, row) or row.get(f"{name}_status", "none")
        elif name not in row:
            found = row[f"{name}_status"]
        elif text(row[name]) is None:
            found = row[f"{name}_status"]
        else:
            found = text(row[name])
        stated = row.get(f"{name}_status", "stated") in ("stated", "listed")
        return found.lower() if (kind, column) in COUNTRIES and stated else found

    def party(self, row, column, owners):
        kind, key = row[f"{column}_kind"], row[column]
        if kind == "publisher":
            assert key == self.publisher
            return "publisher"
        if kind == "provider":
            own = owners[row["engagement"]] if "engagement" in row else row["provider"]
            return "provider" if key == own else f"provider:{key}"
        return key or kind

    def list(self, kind, column, row):
        relation, key, item = LISTS[(kind, column)]
        if column in row:
            return ";".join(row[column]) if row[column] is not None else None
        if relation not in self.items:
            items = self.items[relation] = {}
            for link in sorted(self.relations[relation], key=lambda link: int(link["rank"])):
                own = tuple(str(link[name]) for name in key)
                items.setdefault(own, []).append(link[item])
        return ";".join(self.items[relation].get(tuple(str(row[name]) for name in key), [])) or None

    def flat(self, rows):
        """The facts of editions in the rows of `disclosures` or `denials`."""
        found = Counter()
        at = ["edition", "position", "document", "document_row", "document_part", "provider",
              "published_name"]
        for row in rows:
            own = tuple(str(row[column]) for column in at)
            status = row["disclosure_status"]
            if status != "stated":
                group = text(row["data_subject"]) or row["data_subject_status"]
                found[(*own, status, group)] += 1
                continue
            cells = (self.cell("disclosures", column, row) for column in register.FLAT)
            found[(*own, str(row["disclosure"]), *cells)] += 1
        return found
