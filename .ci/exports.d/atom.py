"""Makes two releases of the register in a repository of its own and reads their feeds with feedparser
and lxml: valid by the rules of RFC 4287, growing, and no change is lost."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urljoin

import feedparser
from lxml import etree

from shared.matrix import Matrix, arguments

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "https://example.com/registers"
ATOM = "{http://www.w3.org/2005/Atom}"
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?:[0-9a-zA-Z;/?:@&=+$._!~*'(),#%-]*")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")
# How often an element must stand in a feed and in an entry, least and most.
COUNTS = {
    "feed": {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "author": (1, 99), "link": (0, 2)},
    "entry": {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "content": (1, 1), "link": (0, 1)},
}


def valid(matrix, path):
    """The rules of RFC 4287 for the elements that a feed of ours has."""
    feed = etree.parse(path).getroot()
    wrong = []
    if feed.tag != f"{ATOM}feed":
        wrong.append(f"the root is {feed.tag}")
    entries = feed.findall(f"{ATOM}entry")
    for node in [feed, *entries]:
        name = node.tag.removeprefix(ATOM)
        for child, (least, most) in COUNTS[name].items():
            count = len(node.findall(ATOM + child))
            if not least <= count <= most:
                wrong.append(f"{name} has {count} x {child}")
        allowed = {ATOM + child for child in [*COUNTS[name], "category", "entry"]}
        wrong += [f"{name} has {child.tag}" for child in node if child.tag not in allowed]
        if not TAG.fullmatch(node.findtext(f"{ATOM}id")):
            wrong.append(f"no tag address: {node.findtext(f'{ATOM}id')}")
        if not DATE.fullmatch(node.findtext(f"{ATOM}updated")):
            wrong.append(f"no date: {node.findtext(f'{ATOM}updated')}")
        if not node.findtext(f"{ATOM}title").strip():
            wrong.append("an empty title")
        links = [(it.get("rel"), it.get("type")) for it in node.findall(f"{ATOM}link")]
        if len(set(links)) < len(links) or any(it.get("href") is None for it in node.findall(f"{ATOM}link")):
            wrong.append(f"links: {links}")
        wrong += ["a category without a term" for it in node.findall(f"{ATOM}category") if not it.get("term")]
    keys = [(it.findtext(f"{ATOM}id"), it.findtext(f"{ATOM}updated")) for it in entries]
    if len(set(keys)) < len(keys):
        wrong.append("two entries have the same id and date")
    parsed = feedparser.parse(path.read_bytes())
    if parsed.bozo or parsed.version != "atom10":
        wrong.append(f"feedparser: {parsed.version} {parsed.get('bozo_exception')}")
    matrix.demand("valid feeds", not wrong, f"{path.name}: {wrong[:3]}")
    return parsed


class Repository:
    """The register in a repository of its own."""

    def __init__(self, folder, program, data):
        self.folder = Path(folder)
        self.program = program
        shutil.copytree(data, self.folder / "data")
        self.run("git", "init", "--quiet")

    def run(self, *command):
        author = {"GIT_AUTHOR_NAME": "ci", "GIT_AUTHOR_EMAIL": "ci@example.com"}
        author |= {"GIT_COMMITTER_NAME": "ci", "GIT_COMMITTER_EMAIL": "ci@example.com"}
        done = subprocess.run(
            command, cwd=self.folder, env=os.environ | author, capture_output=True, text=True, check=False
        )
        if done.returncode:
            sys.exit(f"{' '.join(map(str, command))}: {done.stdout}{done.stderr}")

    def release(self, version):
        self.run("git", "add", "--all")
        self.run("git", "commit", "--quiet", "--message", version)
        self.run(self.program, "release", version)

    def edit(self, path, old, new):
        file = self.folder / "data" / path
        text = file.read_text(encoding="utf-8")
        if old not in text:
            sys.exit(f"{path} no longer has {old}")
        file.write_text(text.replace(old, new, 1), encoding="utf-8")


def entries(feed):
    return [
        (it.id, it.title, it.updated, it.content[0].value, tuple(tag.term for tag in it.get("tags", [])))
        for it in feed.entries
    ]


def named(feed, version, *whats):
    """The providers that entries of a release name, by what happened."""
    return {
        tag.term
        for it in feed.entries
        for what in whats
        if f"/{version}/" in it.id and f"/{what}/" in it.id
        for tag in it.get("tags", [])
    }


def changes(matrix, feed, register):
    """The first release compares the edition in force with the one before."""
    older, newer = [it["id"] for it in register.editions if it["id"] <= register.file["current"]][-2:]
    listed = {id: {row.provider for row in register.rows(id)} for id in (older, newer)}
    ever = {row.provider for it in register.editions if it["id"] < newer for row in register.rows(it["id"])}
    succeeded = named(feed, "1.0.0", "succeeded")
    followed = {
        key
        for row in register.tables["successions"]
        if row["edition"] == newer and row["withdrawn"] == "none"
        for key in (row["predecessor"], row["successor"])
    }
    matrix.compare("providers of successions", followed, succeeded)
    matrix.compare("new providers", listed[newer] - ever - succeeded, named(feed, "1.0.0", "added"))
    matrix.compare("retired providers", listed[older] - listed[newer] - succeeded, named(feed, "1.0.0", "retired"))
    both = listed[older] & listed[newer]
    changed = named(feed, "1.0.0", "changed")
    matrix.demand("changed providers", bool(changed) and changed <= both, f"{sorted(changed - both)}")
    names = {row["key"]: row["name"] for row in register.tables["providers"]}
    for it in feed.entries:
        for tag in it.get("tags", []):
            matrix.demand("names of providers", names.get(tag.term) == tag.label, f"{tag.term} is {tag.label}")
            # A title has the name that the edition prints.
            matrix.demand("titles", it.title and it.title != tag.term, it.id)


def links(matrix, feed, folder, base):
    """Every address leads to a file of the releases."""
    found = [(it.rel, it.href) for it in feed.feed.links]
    found += [(it.rel, it.href) for entry in feed.entries for it in entry.links]
    for relation, address in found:
        path = urljoin(base, address).removeprefix(base)
        leads = relation in ("self", "alternate") and (folder / path).is_file()
        matrix.demand("links", leads, f"{relation} {address}")


def main():
    exports, register = arguments()
    matrix = Matrix("atom")
    subprocess.run(
        ["cargo", "build", "--quiet", "--package", "service-providers-tests", "--bin", "installed"], cwd=ROOT, check=True
    )
    target = json.loads(
        subprocess.check_output(["cargo", "metadata", "--no-deps", "--format-version", "1"], cwd=ROOT)
    )["target_directory"]
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(folder, Path(target) / "debug/installed", Path(sys.argv[2]).resolve())
        releases = repository.folder / "releases"
        repository.release("1.0.0")
        first = valid(matrix, releases / "updates.atom")
        valid(matrix, releases / "1.0.0/diff.atom")
        changes(matrix, first, register)
        links(matrix, first, releases, "https://anywhere.example/here/")
        # In the row of the engagement: which data, the country of the company, which storage.
        row = next(it for it in register.tables["engagements"] if it["key"] == "asana-2025-11-17")
        cells = f",{row['data']},{row['entity_country']},{row['storage']},"
        line = next(
            it for it in (repository.folder / "data/engagements.csv").read_text(encoding="utf-8").splitlines()
            if it.startswith("asana-2025-11-17,")
        )
        repository.edit("engagements.csv", line, line.replace(cells, f",{row['data']},ca,{row['storage']},"))
        repository.edit("register.json", '"exports_address": "unknown"', f'"exports_address": "{ADDRESS}"')
        repository.release("1.0.1")
        second = valid(matrix, releases / "updates.atom")
        valid(matrix, releases / "1.0.1/diff.atom")
        links(matrix, second, releases, ADDRESS + "/")
        matrix.compare("entries that stay", entries(first), entries(second)[-len(first.entries) :])
        matrix.demand("feeds that grow", len(second.entries) > len(first.entries) and second.feed.id == first.feed.id, "it does not")
        matrix.compare("changes of the second release", {"asana"}, named(second, "1.0.1", "changed"))
    matrix.finish()


main()
