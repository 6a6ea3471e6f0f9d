//! The exports answer thirty questions as the documents do, read by plain code that knows nothing
//! of the library.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use service_providers_codegen::Register;
use service_providers_tests::exports::{Row, own_data, register, rows, text};
use service_providers_tests::questions::{Ask, Question, ask_all};

use super::OWN;

#[test]
fn json_answers_as_the_documents_do() {
    ask(from_json);
}

#[test]
fn csv_answers_as_the_documents_do() {
    ask(from_csv);
}

/// One look at the flat files is enough: whether a fact concerns a group stands in its row.
#[test]
fn disclosures_and_denials_answer_as_the_documents_do() {
    let register = register(&own_data());
    let kinds = kinds(&register);
    let groups = groups(&register);
    ask_all(|question| {
        let edition = question.edition.as_str();
        let group = question.group.replace('-', "_");
        let narrower = |row: &Row| is_a(&kinds, &row["data_category"], &question.data);
        let wider = |row: &Row| {
            row["data_category_status"] != "stated"
                || is_a(&kinds, &question.data, &row["data_category"])
        };
        let party = if question.given { "provider_gives" } else { "provider_receives" };
        let concerns = |row: &Row| row[&format!("concerns_{group}")].clone();
        let denies = |row: &Row| row[&format!("denies_{group}")].clone();
        let limited =
            |row: &Row| row["context_status"] == "stated" || row["condition_status"] == "stated";
        let fits = |row: &Row| match question.ask {
            Ask::Gets => narrower(row) && concerns(row) == "yes" && row["likelihood"] == "stated",
            Ask::MayGet => (narrower(row) || wider(row)) && concerns(row) != "not-said",
            Ask::SaidNotTo => wider(row) && denies(row) == "yes",
            Ask::SaidNotToPartly => {
                let whole_group = is_a(&groups, &question.group, &row["data_subject"]);
                wider(row) && denies(row) == "partly" && limited(row) && whole_group
            }
        };
        let path = match question.ask {
            Ask::Gets | Ask::MayGet => "disclosures.csv",
            Ask::SaidNotTo | Ask::SaidNotToPartly => "denials.csv",
        };
        let rows = rows(text(&register, edition, "csv", path).as_bytes()).into_iter();
        let found = rows.filter(|row| row[party] == "true" && fits(row));
        found.map(|row| row["provider"].clone()).collect()
    });
}

/// The next wider kind of each kind of data, and `none` at the top.
fn kinds(register: &Register) -> BTreeMap<String, String> {
    let kinds = register.vocabulary.data_categories.iter();
    kinds.map(|row| (row.key.to_string(), row.parent.to_string())).collect()
}

/// The next wider group of each group of people.
fn groups(register: &Register) -> BTreeMap<String, String> {
    let groups = register.vocabulary.data_subjects.iter();
    groups.map(|row| (row.key.to_string(), row.parent.to_string())).collect()
}

/// What an export says, in the words of its columns.
struct Facts {
    /// The next wider kind of each kind of data, and `none` at the top.
    kinds: BTreeMap<String, String>,
    /// The next wider group of each group of people.
    groups: BTreeMap<String, String>,
    /// Pairs of groups that may have members in common.
    overlaps: Vec<(String, String)>,
    /// Providers and the groups for whom a row of theirs is not used.
    not_used_for: Vec<(String, String)>,
    /// The disclosures, each with its provider.
    disclosures: Vec<Row>,
}

fn ask(read: fn(&Register, &str) -> Facts) {
    let register = register(&own_data());
    let facts = BTreeMap::from(OWN.map(|(edition, ..)| (edition, read(&register, edition))));
    ask_all(|question| facts[question.edition.as_str()].answer(question));
}

impl Facts {
    fn answer(&self, question: &Question) -> BTreeSet<String> {
        let disclosed = self.disclosures.iter().filter(|row| self.fits(row, question));
        let mut providers: BTreeSet<String> =
            disclosed.map(|row| row["provider"].clone()).collect();
        if let Ask::SaidNotTo = question.ask {
            let excluded = self.not_used_for.iter();
            let excluded = excluded.filter(|(_, group)| is_a(&self.groups, &question.group, group));
            providers.extend(excluded.map(|(provider, _)| provider.clone()));
        }
        providers
    }

    /// Whether a disclosure answers a question.
    fn fits(&self, row: &Row, question: &Question) -> bool {
        let (kind, group) = (&row["data_category"], &row["data_subject"]);
        let narrower_kind = is_a(&self.kinds, kind, &question.data);
        let wider_kind = kind == "any" || is_a(&self.kinds, &question.data, kind);
        let wider_group = is_a(&self.groups, &question.group, group);
        let touched = self.touch(group, &question.group);
        let whole = row["context"] == "none" && row["condition"] == "none";
        let asserted = row["asserted"] == "yes";
        let party = if question.given { "sender" } else { "recipient" };
        row["withdrawn"] == "none"
            && row[party] == "provider"
            && match question.ask {
                Ask::Gets => asserted && narrower_kind && touched && row["likelihood"] == "stated",
                Ask::MayGet => {
                    let whose = group == "unknown" || self.may_be_of(group, &question.group);
                    asserted && (narrower_kind || wider_kind) && whose
                }
                Ask::SaidNotTo => !asserted && wider_kind && wider_group && whole,
                Ask::SaidNotToPartly => !asserted && wider_kind && wider_group && !whole,
            }
    }

    /// Whether one of two groups includes the other.
    fn touch(&self, one: &str, other: &str) -> bool {
        is_a(&self.groups, one, other) || is_a(&self.groups, other, one)
    }

    /// Whether somebody of one group may be of the other.
    fn may_be_of(&self, one: &str, other: &str) -> bool {
        let overlap = |(a, b): &(String, String)| {
            self.touch(one, a) && self.touch(other, b) || self.touch(one, b) && self.touch(other, a)
        };
        self.touch(one, other) || self.overlaps.iter().any(overlap)
    }
}

/// Whether a term is another one or a kind of it.
fn is_a(wider: &BTreeMap<String, String>, term: &str, other: &str) -> bool {
    std::iter::successors(Some(term), |key| wider.get(*key).map(String::as_str))
        .any(|key| key == other)
}

fn from_json(register: &Register, edition: &str) -> Facts {
    let text = text(register, edition, "json", "service-providers.json");
    let document: Value = serde_json::from_str(&text).expect("the document is JSON");
    let wider = |table: &str| {
        let terms = document["vocabularies"][table].as_array().expect("a vocabulary");
        terms.iter().map(|term| (word(&term["key"]), word(&term["parent"]))).collect()
    };
    let mut facts = Facts {
        kinds: wider("data_categories"),
        groups: wider("data_subjects"),
        overlaps: document["vocabularies"]["overlaps"]
            .as_array()
            .expect("the overlaps")
            .iter()
            .map(|row| (word(&row["group"]), word(&row["other"])))
            .collect(),
        not_used_for: Vec::new(),
        disclosures: Vec::new(),
    };
    for engagement in document["engagements"].as_array().expect("the engagements") {
        let provider = word(&engagement["provider"]);
        if let Some(groups) = engagement["excluded_subjects"].as_array() {
            facts.not_used_for.extend(groups.iter().map(|group| (provider.clone(), word(group))));
        }
        for disclosure in engagement["disclosures"].as_array().expect("the disclosures") {
            let members = disclosure.as_object().expect("an object").iter();
            let words = members.filter(|(_, value)| value.is_string());
            let mut row: Row = words.map(|(name, value)| (name.clone(), word(value))).collect();
            row.insert("provider".to_owned(), provider.clone());
            facts.disclosures.push(row);
        }
    }
    facts
}

fn word(value: &Value) -> String {
    value.as_str().expect("a word").to_owned()
}

fn from_csv(register: &Register, edition: &str) -> Facts {
    let table = |path: &str| {
        rows(text(register, edition, "tables", &format!("tables/{path}.csv")).as_bytes())
    };
    let wider = |path: &str| {
        table(path).iter().map(|row| (row["key"].clone(), row["parent"].clone())).collect()
    };
    let (mut providers, mut not_used_for) = (BTreeMap::new(), Vec::new());
    for mut row in table("engagements") {
        let provider = row["provider"].clone();
        let groups = row["excluded_subjects"].split(';').filter(|group| *group != "none");
        not_used_for.extend(groups.map(|group| (provider.clone(), group.to_owned())));
        providers.insert(row.remove("key").expect("a key"), provider);
    }
    let mut disclosures = table("disclosures");
    for row in &mut disclosures {
        row.insert("provider".to_owned(), providers[&row["engagement"]].clone());
    }
    Facts {
        kinds: wider("vocabulary/data-categories"),
        groups: wider("vocabulary/data-subjects"),
        overlaps: table("vocabulary/overlaps")
            .iter()
            .map(|row| (row["group"].clone(), row["other"].clone()))
            .collect(),
        not_used_for,
        disclosures,
    }
}
