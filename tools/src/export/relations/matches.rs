//! Which facts answer a question about a group of people or about a kind of data, by the same rules as
//! the library.

use service_providers_codegen::register::{Hierarchy, Vocabulary, ancestors};

use super::names;
use super::relation::{Cell, Column, Holds, Reference, Relation};
use crate::export::projection::overlap;

/// How surely a fact concerns what is asked about.
pub(super) const ANSWERS: [(&str, &str); 2] =
    [("possible", "It may concern it."), ("yes", "It concerns it.")];

/// The groups of people, and which of them may have members in common.
pub(super) struct Groups<'r> {
    /// Every group with itself and all wider ones.
    chains: Vec<Vec<&'r str>>,
    overlaps: Vec<(usize, usize)>,
    /// For every group asked about, what a fact about each group says of it.
    answers: Vec<Vec<Option<&'static str>>>,
}

impl<'r> Groups<'r> {
    pub(super) fn new(vocabulary: &'r Vocabulary) -> Self {
        let groups = &vocabulary.data_subjects;
        let place = |key: &str| groups.iter().position(|group| &*group.key == key);
        let overlaps = vocabulary.overlaps.iter();
        let mut all = Self {
            chains: chains(groups),
            overlaps: overlaps
                .filter_map(|row| Some((place(&row.group)?, place(&row.other)?)))
                .collect(),
            answers: Vec::new(),
        };
        let answers = |asked| (0..all.len()).map(|said| all.find_answer(asked, said)).collect();
        all.answers = (0..all.len()).map(answers).collect();
        all
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.chains.len()
    }

    /// The key of one of them.
    pub(super) fn key(&self, group: usize) -> &'r str {
        self.chains[group][0]
    }

    pub(super) fn place(&self, key: &str) -> Option<usize> {
        self.chains.iter().position(|chain| chain[0] == key)
    }

    /// Whether every member of one group is a member of the other.
    pub(super) fn is_within(&self, one: usize, other: usize) -> bool {
        self.chains[one].contains(&self.chains[other][0])
    }

    /// Whether one of two groups includes the other.
    fn touch(&self, one: usize, other: usize) -> bool {
        self.is_within(one, other) || self.is_within(other, one)
    }

    /// Whether two groups, neither of which includes the other, may have members in common.
    fn may_overlap(&self, one: usize, other: usize) -> bool {
        overlap(&self.overlaps, |one, other| self.touch(one, other), one, other)
    }

    /// Whether what is said of one group concerns another.
    pub(super) fn answer(&self, asked: usize, said: usize) -> Option<&'static str> {
        self.answers[asked][said]
    }

    fn find_answer(&self, asked: usize, said: usize) -> Option<&'static str> {
        if self.touch(asked, said) {
            Some("yes")
        } else {
            self.may_overlap(asked, said).then_some("possible")
        }
    }

    /// Every pair of groups of which what is said of one concerns the other.
    pub(super) fn relation(&self) -> Relation {
        let pairs =
            (0..self.len()).flat_map(|asked| (0..self.len()).map(move |said| (asked, said)));
        let rows = pairs.filter_map(|(asked, said)| {
            let answer = self.answer(asked, said)?;
            let whole = self.is_within(asked, said);
            Some(vec![
                Cell::text(self.key(asked)),
                Cell::text(self.key(said)),
                Cell::text(answer),
                Cell::Boolean(whole),
            ])
        });
        Relation::new(
            "data_subject_answers",
            "Whether what is said of one group of people concerns another: it does if one of the two \
             includes the other, and it may if they can have members in common. What is said of \
             people who are not named may concern every group.",
            columns("group", "data-subjects"),
            &["asked", "named"],
        )
        .referring(references("data_subject", "data_subjects"))
        .with(rows.collect())
    }
}

/// Every pair of kinds of data of which what is said of one concerns the other.
pub(super) fn data_category_answers(vocabulary: &Vocabulary) -> Relation {
    let mut rows = Vec::new();
    let chains = chains(&vocabulary.data_categories);
    for chain in &chains {
        let own = chain[0];
        rows.extend(chain.iter().map(|wider| (*wider, own, "yes", *wider == own)));
        rows.extend(chain[1..].iter().map(|wider| (own, *wider, "possible", true)));
    }
    rows.sort_unstable();
    let cells = |(asked, named, answer, whole)| {
        let mut cells = [asked, named, answer].map(Cell::text).to_vec();
        cells.push(Cell::Boolean(whole));
        cells
    };
    Relation::new(
        "data_category_answers",
        "Whether what is said of one kind of data concerns another: it does if it is that kind or a \
         narrower one, and it may if it is a wider one. What is said of data that is not named may \
         concern every kind.",
        columns("kind of data", "data-categories"),
        &["asked", "named"],
    )
    .referring(references("data_category", "data_categories"))
    .with(rows.into_iter().map(cells).collect())
}

fn columns(what: &str, table: &str) -> Vec<Column> {
    let class = names::class(table);
    let whole = format!("Whether the named {what} is the one asked about or includes it.");
    vec![
        Column { class, ..Column::text("asked", &format!("The {what} asked about.")) },
        Column { class, ..Column::text("named", &format!("The {what} that a fact names.")) },
        Column::text("answer", "Whether the fact concerns what is asked about.").one_of(&ANSWERS),
        Column::text("includes_all", &whole).holding(Holds::Boolean),
    ]
}

fn references(key: &str, relation: &str) -> Vec<Reference> {
    ["asked", "named"].map(|column| Reference::by(column, relation, key)).to_vec()
}

fn chains<T: Hierarchy>(terms: &[T]) -> Vec<Vec<&str>> {
    terms.iter().map(|term| ancestors(terms, term.key())).collect()
}
