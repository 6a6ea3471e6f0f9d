"""Reads the records of processing with pandas and a parser of Markdown, and holds every answer against the
register's tables."""

import markdown_it
import pandas

from shared.matrix import Matrix, arguments, run_examples
from shared.register import cells


def answers(row):
    """What the table must say of a published row, as far as a column takes over a cell."""
    engagement = row.engagement
    listed = lambda values, or_: ";".join(sorted(set(values))) or or_
    silent = "unknown" if engagement["data"] == "unknown" else "none"
    subjects = [it["data_subject"] for it in row.disclosures]
    missing = "unknown" if "unknown" in subjects else silent if not subjects else "none"
    facts = lambda kind: [it["value"] for it in row.contract_facts if it["kind"] == kind]
    return {
        "activity": engagement["key"],
        "source": f"{row.listing['document']}:{row.listing['row']}",
        "provider": row.provider,
        "b_purposes": engagement["purposes"],
        "b_purposes_in_words": engagement["summary"],
        "c_data_subjects": listed([it for it in subjects if it not in ("none", "unknown")], missing),
        "c_data_categories": listed([it["data_category"] for it in row.disclosures], silent),
        "g_security_measures": engagement["safeguards"],
        "f_erasure": " | ".join(facts("retention")) or "not held",
    }


def data(row):
    """Each disclosure with what limits it."""
    for it in row.disclosures:
        limits = [it["form"]] if it["form"] not in ("plain", "unknown") else []
        limits += [it["condition"].rstrip(".")] if it["condition"] != "none" else []
        limits += [it["context"]] if it["context"] != "none" else []
        yield f"{it['data_category']} ({it['data_subject']}); from ", limits


def recipients(row):
    """Everybody but the publisher who gets data."""
    for it in row.disclosures:
        if it["recipient"] != "publisher":
            yield row.recipient(it) or it["recipient"]
    if row.engagement["data"] == "unknown":
        yield row.provider


def rows(matrix, table, register, id):
    published = register.rows(id)
    matrix.compare(
        "activities",
        [row.engagement["key"] for row in published] + [it.practice["key"] for it in register.records(id)],
        list(table["activity"]),
    )
    for row, (_, found) in zip(published, table.iterrows()):
        key = lambda facts: [(id, row.position, fact) for fact in facts]
        expected = answers(row)
        matrix.compare("answers", key(expected.items()), key([(name, found[name]) for name in expected]))
        said = [] if found["c_data"] in ("none", "unknown") else found["c_data"].split(" | ")
        expected = list(data(row))
        matrix.compare(
            "disclosures",
            key(start for start, _ in expected),
            key(text.split("; from ")[0] + "; from " for text in said),
        )
        for (start, limits), text in zip(expected, said):
            for limit in limits:
                matrix.demand("limits of disclosures", limit in text, f"{id} {start}: {limit} is not said")
        expected = set(recipients(row)) or {"none"}
        matrix.compare("recipients", key(expected), key(found["d_recipients"].split(";")))
        places = [f"company: {row.engagement['entity_country']}"]
        places += [f"data: {it['place']}" for it in row.storage] or [f"data: {row.engagement['storage']}"]
        texts = [text.split(" (")[0] for text in found["e_places"].split(" | ")]
        matrix.compare("places", key(places), key(texts))


def records(matrix, table, register, id):
    found_rows = list(table.iterrows())[len(register.rows(id)) :]
    for record, (_, found) in zip(register.records(id), found_rows):
        practice = record.practice
        key = lambda facts: [(practice["key"], fact) for fact in facts]
        matrix.compare("purposes of records", key([practice["purposes"]]), key([found["b_purposes"]]))
        matrix.compare("kinds of records", key([practice["data_category"]]), key([found["c_data_categories"]]))
        expected = {it["provider"] for it in record.recipients}
        matrix.compare("recipients of records", key(expected), key(cells(found["d_recipients"])))
        expected = [f"{practice['data_category']} ({it['data_subject']})" for it in record.subjects]
        said = [text.split(";")[0].split(") (")[0] for text in found["c_data"].split(" | ")]
        matrix.compare("groups of records", key(expected), key(it if it.endswith(")") else it + ")" for it in said))


def page(matrix, path, table, id):
    """The page has a part for each activity, and each part a row for each question."""
    tokens = markdown_it.MarkdownIt().enable("table").parse(path.read_text(encoding="utf-8"))
    headings = [tokens[at + 1].content for at, it in enumerate(tokens) if it.type == "heading_open" and it.tag == "h2"]
    matrix.compare("parts of the page", range(len(table) + 1), range(len(headings)))
    rows = sum(it.type == "tr_open" for it in tokens)
    questions = sum(name[:2] in ("a_", "b_", "c_", "d_", "e_", "f_", "g_") for name in table.columns)
    # A table has a header row.
    matrix.demand("pages", rows == len(table) * (questions + 1), f"{id}: {rows} rows")


def main():
    exports, register = arguments()
    matrix = Matrix("processing-record")
    for edition in register.editions:
        id = edition["id"]
        # The words for missing facts are facts.
        table = pandas.read_csv(exports / id / "processing-record.csv", dtype=str, keep_default_na=False)
        rows(matrix, table, register, id)
        records(matrix, table, register, id)
        page(matrix, exports / id / "processing-record.md", table, id)
    run_examples(matrix, "processing-record", exports, register)
    matrix.finish()


main()
