"""The Data Package, validated and read by frictionless."""

import csv
import shutil

import frictionless

from relational import Relations

NAME = "datapackage"


def read(exports, data, work):
    folder = exports / "all-editions/datapackage"
    report = frictionless.validate(str(folder / "datapackage.json"))
    problems = report.flatten(["type", "message"]) + [[warning] for warning in warnings(report)]
    assert report.valid and not problems, problems
    refuses_what_is_broken(folder, work / "broken-package")
    package = frictionless.Package(str(folder / "datapackage.json"))
    relations = {
        resource.name: [row.to_dict() for row in resource.read_rows()] for resource in package.resources
    }
    return Relations(relations).facts(data)


def warnings(report):
    return list(report.warnings) + [warning for task in report.tasks for warning in task.warnings]


# Each cell is of the first row of its table, and the error is the one that must be found.
BROKEN = [
    ("engagement_disclosures", "data_category", "no-such-kind", "foreign-key"),
    ("engagement_storage", "country", "us", "constraint-error"),
    ("engagements", "data_status", "perhaps", "constraint-error"),
    ("published_rows", "position", "first", "type-error"),
]


def refuses_what_is_broken(folder, copy):
    """A reference to nothing, a text of another form, a term of no closed set, a word for a number, and in
    each case a changed byte: all are found."""
    shutil.copytree(folder, copy)
    for name, column, value, _ in BROKEN:
        path = copy / f"{name}.csv"
        with open(path, encoding="utf-8", newline="") as file:
            columns, first, *rest = csv.reader(file)
        first[columns.index(column)] = value
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([columns, first, *rest])
    tasks = {task.name: task for task in frictionless.validate(str(copy / "datapackage.json")).tasks}
    for name, _, _, expected in BROKEN:
        found = {error.type for error in tasks[name].errors}
        assert {expected, "hash-count"} <= found, f"{name}: {found}"
