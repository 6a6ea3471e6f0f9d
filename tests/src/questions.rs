//! Questions about the published lists. Their answers were worked out by hand from the documents,
//! before any code was asked.

use std::collections::BTreeSet;

use crate::root;

/// A row of `tests/fixtures/questions.csv`.
pub struct Question {
    pub id: String,
    pub edition: String,
    /// Whose data.
    pub group: String,
    /// The kind of data.
    pub data: String,
    /// Whether the provider gives the data. Otherwise it receives it.
    pub given: bool,
    pub ask: Ask,
    /// The keys of the providers that the documents name.
    answer: BTreeSet<String>,
}

/// What is asked of the provider.
#[derive(Clone, Copy)]
pub enum Ask {
    /// The document says that such data passes, and puts no "may" before it.
    Gets,
    /// It passes, or the document leaves open whether it does: it says "may", names a wider kind of
    /// data, does not say whose data it is, or names people who may be of the group.
    MayGet,
    /// The document says that it does not pass, or that the provider is not used for the group.
    SaidNotTo,
    /// The document says that it does not pass in one use or under one condition.
    SaidNotToPartly,
}

/// Every question.
pub fn questions() -> Vec<Question> {
    let file = root().join("tests/fixtures/questions.csv");
    let mut reader = csv::Reader::from_path(file).expect("the questions are there");
    reader.records().map(|row| question(&row.expect("the file is CSV"))).collect()
}

fn question(row: &csv::StringRecord) -> Question {
    let cell = |at: usize| row[at].to_owned();
    Question {
        id: cell(0),
        edition: cell(1),
        group: cell(2),
        data: cell(3),
        given: match &row[4] {
            "given" => true,
            "received" => false,
            other => panic!("{other} is no direction"),
        },
        ask: match &row[5] {
            "gets" => Ask::Gets,
            "may-get" => Ask::MayGet,
            "said-not-to" => Ask::SaidNotTo,
            "said-not-to-partly" => Ask::SaidNotToPartly,
            other => panic!("{other} is no question"),
        },
        answer: keys(&row[6]),
    }
}

fn keys(cell: &str) -> BTreeSet<String> {
    cell.split(';').filter(|key| *key != "none").map(str::to_owned).collect()
}

/// Asks every question, and reports all wrong answers together.
pub fn ask_all(answer: impl Fn(&Question) -> BTreeSet<String>) {
    let questions = questions();
    assert_eq!(questions.len(), 30);
    let mut wrong = String::new();
    for question in &questions {
        let given = answer(question);
        let missing: Vec<_> = question.answer.difference(&given).collect();
        let invented: Vec<_> = given.difference(&question.answer).collect();
        if !missing.is_empty() || !invented.is_empty() {
            wrong += &format!("\n{}: missing {missing:?}, invented {invented:?}", question.id);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
