"""Reads the allow lists as a gate would, with the standard library of another language, and holds every
line against the register's tables."""

import json

from shared.matrix import Matrix, arguments, run_examples

NAMES = {
    "providers": "providers",
    "receives-data": "receives_data",
    "receives-data-of": "receives_data_of",
    "receives-data-of-group": "receives_data_of_group",
    "may-receive-data": "may_receive_data",
    "may-receive-data-of": "may_receive_data_of",
    "keeps-no-data-outside": "keeps_no_data_outside",
}


def lines(path):
    """The facts of a text file, each as its words."""
    text = path.read_text(encoding="utf-8")
    return {tuple(line.split(" ")) for line in text.splitlines() if not line.startswith("#")}


def flat(lists):
    """The facts of the document, each as its words."""
    if isinstance(lists, list):
        return {(item,) for item in lists}
    return {(term, *rest) for term, inner in lists.items() for rest in flat(inner)}


class Expected:
    """What the lists must say, worked out from the tables."""

    def __init__(self, register, id):
        self.register = register
        self.rows = register.rows(id)
        self.day = next(it["published"] for it in register.editions if it["id"] == id)
        self.kinds = list(register.wider["data-categories"])
        self.groups = list(register.wider["data-subjects"])
        self.received = [
            (row.recipient(it), it) for row in self.rows for it in row.disclosures if row.recipient(it)
        ]
        self.denied = [(row.recipient(it), it) for row in self.rows for it in row.denials if row.recipient(it)]
        self.excluded = [
            (row.provider, group)
            for row in self.rows
            for group in row.engagement["excluded_subjects"].split(";")
            if group != "none"
        ]
        self.silent = {row.provider for row in self.rows if row.engagement["data"] == "unknown"}

    def limited(self, provider, kind, group):
        """Whether something that does not pass may be part of this. Without a group nobody knows whose
        data it is, or it is nobody's."""
        touches = lambda other: group is None or self.register.may_be_of(other, group)
        for who, denial in self.denied:
            same = denial["data_category"] == "any" or self.register.touch(
                "data-categories", denial["data_category"], kind
            )
            whose = denial["data_subject"]
            if who == provider and same and (whose in ("none", "unknown") or touches(whose)):
                return True
        return group is not None and any(who == provider and touches(other) for who, other in self.excluded)

    def pairs(self):
        """What passes as it is and always: kind, group and provider; no group where it is not known."""
        for provider, it in self.received:
            whole = (it["form"], it["likelihood"], it["context"], it["condition"])
            if whole != ("plain", "stated", "none", "none"):
                continue
            kind, subject = it["data_category"], it["data_subject"]
            if subject in ("none", "unknown"):
                if not self.limited(provider, kind, None):
                    yield kind, subject, provider
                continue
            for group in self.groups:
                if self.register.is_a("data-subjects", group, subject) and not self.limited(provider, kind, group):
                    yield kind, group, provider

    def may_data(self):
        for kind in self.kinds:
            for provider, it in self.received:
                if self.register.touch("data-categories", kind, it["data_category"]):
                    yield kind, provider
            for provider in self.silent:
                yield kind, provider

    def may_data_of(self):
        for group in self.groups:
            for provider, it in self.received:
                subject = it["data_subject"]
                if subject == "unknown" or subject != "none" and self.register.may_be_of(subject, group):
                    yield group, provider
            for provider in self.silent:
                yield group, provider

    def countries(self, place):
        """The countries of a place on the day; none where nobody can say."""
        if any(row["key"] == place for row in self.register.vocabulary["countries"]):
            return {place}
        members = self.register.vocabulary["region-members"]
        return {
            row["country"]
            for row in members
            if row["region"] == place
            and (row["from"] == "unknown" or row["from"] <= self.day)
            and (row["until"] == "none" or row["until"] >= self.day)
        }

    def known_places(self):
        """The places of which somebody can say what is outside."""
        places = {row["key"] for row in self.register.vocabulary["regions"]}
        editions = [edition["id"] for edition in self.register.editions]
        places |= {it["place"] for id in editions for row in self.register.rows(id) for it in row.storage}
        return [place for place in places if self.countries(place)]

    def outside(self):
        """Place and provider, of providers that may keep data outside."""
        for place in self.known_places():
            inside = self.countries(place)
            for row in self.rows:
                kept = [self.countries(it["place"]) for it in row.storage]
                leaves = not kept or any(not it or not it <= inside for it in kept)
                status = row.engagement["storage"]
                if status in ("unknown", "see-provider") or status == "listed" and leaves:
                    yield place, row.provider
            listed = {row.provider for row in self.rows}
            for provider, _ in self.received:
                if provider not in listed:
                    yield place, provider

    def lists(self):
        pairs = set(self.pairs())
        outside = set(self.outside())
        listed = {row.provider for row in self.rows}
        places = self.known_places()
        return {
            "providers": {(provider,) for provider in listed | {provider for provider, _ in self.received}},
            "receives-data": {(kind, provider) for kind, _, provider in pairs},
            "receives-data-of": {(group, provider) for _, group, provider in pairs if group not in ("none", "unknown")},
            "receives-data-of-group": {pair for pair in pairs if pair[1] != "unknown"},
            "may-receive-data": set(self.may_data()),
            "may-receive-data-of": set(self.may_data_of()),
            "keeps-no-data-outside": {(place, who) for place in places for who in listed} - outside,
        }


def main():
    exports, register = arguments()
    matrix = Matrix("allow-lists")
    for edition in register.editions:
        id = edition["id"]
        folder = exports / id / "allow-lists"
        document = json.loads((folder / "allow-lists.json").read_text(encoding="utf-8"))
        for name, expected in Expected(register, id).lists().items():
            key = lambda facts: [(id, *fact) for fact in facts]
            found = lines(folder / f"{name}.txt")
            matrix.compare(f"{name}.txt", key(expected), key(found))
            matrix.compare(f"{name} in JSON", key(expected), key(flat(document[NAMES[name]])))
        for member, vocabulary in [("receives_data", "data-categories"), ("may_receive_data_of", "data-subjects")]:
            terms = [row["key"] for row in register.vocabulary[vocabulary]]
            matrix.compare("terms", terms, list(document[member]))
        files = {path.name for path in folder.iterdir()}
        matrix.demand("folders", files == {f"{it}.txt" for it in NAMES} | {"allow-lists.json"}, f"{files}")
    run_examples(matrix, "allow-lists", exports, register)
    matrix.finish()


main()
