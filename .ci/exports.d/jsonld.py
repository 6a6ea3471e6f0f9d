"""Reads the linked data with rdflib: no fact is lost, and SPARQL gives the answers that were worked
out by hand and that the library gives."""

import csv
from pathlib import Path

import rdflib

from shared.matrix import Matrix, arguments, run_examples
from shared.register import cells

DPV = "https://w3id.org/dpv#"
PREFIXES = """
    PREFIX dpv: <https://w3id.org/dpv#>
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    PREFIX : <urn:service-providers:term:>
"""
LITERALS = [
    "provider", "sender", "recipient", "data_category", "data_subject", "form", "likelihood", "example",
    "context", "condition", "position",
]  # fmt: skip

# Terms of a vocabulary that stand in some relation to the one with a key.
WIDER = "?asked skos:broader* ?term"
NARROWER = "?term skos:broader* ?asked"
RELATIONS = {
    "wider": [WIDER],
    "narrower": [NARROWER],
    "touching": [WIDER, NARROWER],
}
# Groups that may have members in common with another one: what a pair says of two groups holds for the
# wider and the narrower ones of both.
PAIRS = """SELECT ?one ?other {
    { ?pair :vocabulary "overlaps" ; :this_group ?one ; :this_other ?other }
    UNION { ?pair :vocabulary "overlaps" ; :this_group ?other ; :this_other ?one } }"""
QUERIES = {
    "gets": """
        VALUES ?kind { {narrower_kinds} } VALUES ?group { {touching_groups} }
        ?process a dpv:Process ; dpv:hasPersonalData|dpv:hasData ?kind ; dpv:hasDataSubject ?group ;
          :likelihood "stated" ; :{party} "provider" ; :provider ?provider .
    """,
    "may-get": """
        VALUES ?kind { {touching_kinds} }
        ?process a dpv:Process ; dpv:hasPersonalData|dpv:hasData ?kind ;
          :{party} "provider" ; :provider ?provider .
        { ?process :data_subject "unknown" }
        UNION { VALUES ?group { {possible_groups} } ?process dpv:hasDataSubject ?group }
    """,
    "said-not-to": """
        { VALUES ?group { {wider_groups} }
          ?denial a :Denial ; :not_of ?group ; :{party} "provider" ; :provider ?provider ;
            :context "none" ; :condition "none" .
          { ?denial :data_category "any" } UNION { VALUES ?kind { {wider_kinds} } ?denial :not_data ?kind } }
        UNION { VALUES ?group { {wider_groups} } ?group :key ?key .
          ?row a dpv:Service ; :excluded_subjects ?key ; :provider ?provider . }
    """,
    "said-not-to-partly": """
        VALUES ?group { {wider_groups} }
        ?denial a :Denial ; :not_of ?group ; :{party} "provider" ; :provider ?provider ;
          :context ?context ; :condition ?condition .
        FILTER (?context != "none" || ?condition != "none")
        { ?denial :data_category "any" } UNION { VALUES ?kind { {wider_kinds} } ?denial :not_data ?kind }
    """,
}


def key(name):
    return str(name).rsplit(":", 1)[1]


def table(graph, query):
    return [tuple(str(cell) for cell in row) for row in graph.query(PREFIXES + query)]


def disclosures(matrix, graph, register, id):
    """What passes and what does not, each with every column."""
    columns = " ".join(f"; :{column} ?{column}" for column in LITERALS)
    names = " ".join(f"?{column}" for column in LITERALS)
    for word, kind, rows in [
        ("disclosures", "dpv:Process", "disclosures"),
        ("denials", ":Denial", "denials"),
    ]:
        expected = [
            tuple([row.provider, *(it[column] for column in LITERALS[1:])])
            for row in register.rows(id)
            for it in getattr(row, rows)
        ]
        found = table(graph, f"SELECT {names} {{ ?node a {kind} {columns} }}")
        matrix.compare(word, expected, found)
    links = """SELECT ?provider ?position ?data ?group ?recipient {
        ?p a dpv:Process ; :provider ?provider ; :position ?position ; dpv:hasRecipient ?recipient ;
          (dpv:hasPersonalData|dpv:hasData) ?data . OPTIONAL { ?p dpv:hasDataSubject ?group } }"""
    found = []
    for provider, position, data, group, recipient in graph.query(PREFIXES + links):
        found.append((str(provider), str(position), key(data), key(group) if group else "none", key(recipient)))
    expected = []
    for row in register.rows(id):
        for it in row.disclosures:
            group = "none" if it["data_subject"] == "unknown" else it["data_subject"]
            to = row.recipient(it) or it["recipient"].replace("publisher", register.file["publisher"]["key"])
            expected.append((row.provider, it["position"], it["data_category"], group, to))
    matrix.compare("links of processes", expected, found)


def rows(matrix, graph, register, id):
    published = register.rows(id)
    expected = [(row.provider, row.listing["document"], row.listing["row"], row.listing["part"]) for row in published]
    found = table(graph, "SELECT ?p ?d ?r ?n { ?s a dpv:Service ; :provider ?p ; :document ?d ; :row ?r ; :part ?n }")
    matrix.compare("published rows", expected, found)
    for property, column in [("hasPurpose", "purposes"), ("hasTechnicalOrganisationalMeasure", "safeguards")]:
        expected = [(str(row.position), it) for row in published for it in cells(row.engagement[column])]
        found = table(graph, f"SELECT ?n ?k {{ ?s a dpv:Service ; :position ?n ; dpv:{property}/:key ?k }}")
        matrix.compare(column, expected, found)
    expected = [
        (str(row.position), it["place"], it["context"], it["condition"]) for row in published for it in row.storage
    ]
    found = table(
        graph,
        """SELECT ?n ?k ?x ?c { ?s a dpv:Service ; :position ?n ; dpv:hasStorageCondition ?where .
           ?where dpv:hasLocation/:key ?k ; :context ?x ; :condition ?c }""",
    )
    matrix.compare("storage", expected, found)
    for column in ["summary", "note", "entity_country", "hosted_by", "optional", "data"]:
        expected = [(str(row.position), row.engagement[column]) for row in published]
        found = table(graph, f"SELECT ?n ?v {{ ?s a dpv:Service ; :position ?n ; :{column} ?v }}")
        matrix.compare("facts of rows", expected, found)
    expected = [(str(row.position), it["feature"], it["extent"]) for row in published for it in row.features]
    found = table(graph, "SELECT ?n ?f ?e { ?s a dpv:Service ; :position ?n ; :features ?x . ?x :feature ?f ; :extent ?e }")
    matrix.compare("features", expected, found)


def records(matrix, graph, register, id):
    all = register.records(id)
    expected = [
        (it.practice["key"], who["provider"], who["role"], who["published_name"]) for it in all for who in it.recipients
    ]
    found = table(
        graph,
        """SELECT ?k ?p ?r ?n { ?s a :Record ; :key ?k ; :recipients ?x .
           ?x :of/:key ?p ; :role ?r ; :published_name ?n }""",
    )
    matrix.compare("recipients of records", expected, found)
    for property, column in [("hasPurpose", "purposes"), ("hasLegalBasis", "legal_bases")]:
        expected = [(it.practice["key"], basis) for it in all for basis in cells(it.practice[column])]
        found = table(graph, f"SELECT ?k ?b {{ ?s a :Record ; :key ?k ; dpv:{property}/:key ?b }}")
        matrix.compare(f"{column} of records", expected, found)
    processing = table(graph, "SELECT ?s { ?s a :Record ; a dpv:Process }")
    matrix.demand("records that are no processes", not processing, f"{processing}")


def standard(matrix, graph, register):
    """Every address of DPV is a term that the register lists, or one of its structure."""
    listed = {row["iri"] for row in register.vocabulary["dpv-terms"]}
    source = Path(__file__).resolve().parents[2] / "tools/src/export/jsonld/dpv.rs"
    structure = {line.split('"')[1] for line in source.read_text().splitlines() if ' = "' in line and line.startswith("    ")}
    listed |= {DPV + term for term in structure}
    used = {str(term) for triple in graph for term in triple if str(term).startswith("https://w3id.org/dpv")}
    for term in sorted(used):
        matrix.demand("terms of DPV", term in listed, f"{term} is in no list")


class Terms:
    """Asks the vocabularies of a graph, each question once."""

    def __init__(self, graph):
        self.graph = graph
        self.answers = {}

    def related(self, vocabulary, asked, relation):
        question = (vocabulary, asked, relation)
        if question not in self.answers:
            start = f'?asked :vocabulary "{vocabulary}" ; :key "{asked}" .'
            self.answers[question] = {
                row[0]
                for path in RELATIONS[relation]
                for row in table(self.graph, f"SELECT DISTINCT ?term {{ {start} {path} }}")
            }
        return self.answers[question]

    def possible_groups(self, asked):
        groups = self.related("data_subjects", asked, "touching")
        found = set(groups)
        for one, other in table(self.graph, PAIRS):
            if one in groups:
                found |= self.related("data_subjects", key(other), "touching")
        return found

    def fill(self, query, group, data):
        names = {"possible_groups": self.possible_groups(group)}
        for relation in RELATIONS:
            names[f"{relation}_groups"] = self.related("data_subjects", group, relation)
            names[f"{relation}_kinds"] = self.related("data_categories", data, relation)
        for name, terms in names.items():
            query = query.replace(f"{{{name}}}", " ".join(f"<{term}>" for term in sorted(terms)))
        return query


def questions(matrix, graphs):
    path = Path(__file__).resolve().parents[2] / "tests/fixtures/questions.csv"
    terms = {edition: Terms(graph) for edition, graph in graphs.items()}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            party = "sender" if row["direction"] == "given" else "recipient"
            query = QUERIES[row["ask"]].replace("{party}", party)
            query = terms[row["edition"]].fill(query, row["group"], row["data"])
            found = {it[0] for it in table(graphs[row["edition"]], f"SELECT DISTINCT ?provider {{ {query} }}")}
            expected = set(cells(row["answer"]))
            wrong = f"{row['id']}: {sorted(found ^ expected)}"
            matrix.demand("questions answered by SPARQL", found == expected, wrong)


def main():
    exports, register = arguments()
    matrix = Matrix("jsonld")
    graphs = {}
    for edition in register.editions:
        id = edition["id"]
        graph = graphs[id] = rdflib.Graph().parse(exports / id / "service-providers.jsonld", format="json-ld")
        disclosures(matrix, graph, register, id)
        rows(matrix, graph, register, id)
        records(matrix, graph, register, id)
        standard(matrix, graph, register)
    questions(matrix, graphs)
    run_examples(matrix, "jsonld", exports, register)
    matrix.finish()


main()
