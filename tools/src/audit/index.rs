//! The register as the checks look at it: by edition, with the ways from one table to another laid
//! out once, so that no check compares everything with everything.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use service_providers_codegen::register::{Engagement, Hierarchy, Practice};
use service_providers_codegen::row::{DisclosureRow, PracticeRecipientRow, SuccessionRow};
use service_providers_codegen::{Asserted, Certainty, Party, RecipientRole, Register, YesNo};

use crate::page::Names;

/// The register as the checks look at it.
pub struct Index<'r> {
    /// The register.
    pub register: &'r Register,
    /// Its editions, oldest first.
    pub times: Vec<Time<'r>>,
    /// The names of its keys.
    pub names: Names,
    categories: HashMap<&'r str, &'r str>,
    subjects: HashMap<&'r str, &'r str>,
    /// The groups that are children, by their own mapping or a wider group's.
    children: HashSet<&'r str>,
    eea: HashSet<&'r str>,
    successions: HashMap<&'r str, Vec<&'r SuccessionRow>>,
}

/// An edition and what belongs to its time.
pub struct Time<'r> {
    /// The edition's id.
    pub id: &'r str,
    /// The rows it publishes.
    pub engagements: Vec<&'r Engagement>,
    /// The same by provider.
    pub by_provider: BTreeMap<&'r str, Vec<&'r Engagement>>,
    /// The data transparency records of its time.
    pub practices: Vec<&'r Practice>,
    /// That the records were dated by inference, if they were.
    pub dated: Option<String>,
}

/// The term by which a group is known to be of children.
const DPV_CHILD: &str = "https://w3id.org/dpv#Child";

impl<'r> Index<'r> {
    /// Lays out a register.
    pub fn of(register: &'r Register) -> Self {
        let vocabulary = &register.vocabulary;
        let subjects = parents(&vocabulary.data_subjects);
        let mapped: HashSet<&str> = vocabulary
            .data_subjects
            .iter()
            .filter(|row| row.dpv.known().is_some_and(|iri| &**iri == DPV_CHILD))
            .map(|row| row.key.as_str())
            .collect();
        let children = vocabulary
            .data_subjects
            .iter()
            .map(|row| row.key.as_str())
            .filter(|key| upwards(&subjects, key).any(|wider| mapped.contains(wider)))
            .collect();
        let mut successions: HashMap<&str, Vec<&SuccessionRow>> = HashMap::new();
        for row in register.successions.iter().filter(|row| row.withdrawn.known().is_none()) {
            successions.entry(&row.from).or_default().push(row);
        }
        Self {
            register,
            times: register
                .editions()
                .iter()
                .map(|edition| Time::of(register, &edition.id))
                .collect(),
            names: Names::of(&[register]),
            categories: parents(&vocabulary.data_categories),
            subjects,
            children,
            eea: vocabulary
                .countries
                .iter()
                .filter(|row| row.eea == YesNo::Yes)
                .map(|row| row.key.as_str())
                .collect(),
            successions,
        }
    }

    /// The newest edition.
    pub fn newest(&self) -> &Time<'r> {
        // The schema asks for at least one edition.
        &self.times[self.times.len() - 1]
    }

    /// The name of a provider.
    pub fn provider<'a>(&'a self, key: &'a str) -> &'a str {
        self.names.name("providers", key)
    }

    /// A kind of data and every wider kind.
    pub fn wider_categories<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        upwards(&self.categories, key)
    }

    /// Whether a kind of data is at the top and has narrower kinds: a kind that names none.
    pub fn names_no_kind(&self, category: &str) -> bool {
        !self.categories.contains_key(category)
            && self.categories.values().any(|parent| *parent == category)
    }

    /// A group and every wider group.
    pub fn wider_subjects<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        upwards(&self.subjects, key)
    }

    /// Whether a group is one of children.
    pub fn is_child(&self, subject: &str) -> bool {
        self.children.contains(subject)
    }

    /// Whether a group is wider than one of children.
    pub fn includes_children(&self, subject: &str) -> bool {
        self.children.iter().any(|child| self.wider_subjects(child).any(|wider| wider == subject))
    }

    /// Whether a country is a member of the European Economic Area.
    pub fn in_eea(&self, country: &str) -> bool {
        self.eea.contains(country)
    }

    /// That printed names were taken for providers by inference, for each that was.
    pub fn identified<'a>(
        &self,
        recipients: impl IntoIterator<Item = &'a PracticeRecipientRow>,
    ) -> BTreeSet<String> {
        let inferred = recipients.into_iter().filter(|row| row.identity != Certainty::Stated);
        inferred
            .map(|row| {
                let (printed, provider) = (&row.published_name, self.provider(&row.provider));
                format!("{printed} was taken for {provider} ({})", row.identity)
            })
            .collect()
    }

    /// What the register knows of what became of a provider, in words.
    pub fn successors(&self, provider: &str) -> String {
        let rows = self.successions.get(provider).map(Vec::as_slice).unwrap_or_default();
        if rows.is_empty() {
            return "No successor is known.".to_owned();
        }
        let each: Vec<String> = rows
            .iter()
            .map(|row| {
                let sure = match row.certainty {
                    Certainty::Stated => "a document says so".to_owned(),
                    inferred => format!("an inference, {inferred}"),
                };
                format!("{} ({}; {sure})", self.provider(&row.to), row.kind)
            })
            .collect();
        format!("Successor: {}.", each.join(", "))
    }
}

impl<'r> Time<'r> {
    fn of(register: &'r Register, id: &'r str) -> Self {
        let practices = register.practices_in(id);
        let undated: HashSet<&str> = (register.file.sources.iter())
            .filter(|source| source.date.known().is_none())
            .map(|source| source.id.as_str())
            .collect();
        let any = practices.iter().any(|practice| undated.contains(practice.row.source.as_str()));
        Self {
            id,
            engagements: register.engagements_in(id),
            by_provider: register.engagements_by_provider(id),
            practices,
            dated: any
                .then(|| "the records bear no date and were taken to be of this time".to_owned()),
        }
    }

    /// Whether the edition lists a provider.
    pub fn lists(&self, provider: &str) -> bool {
        self.by_provider.contains_key(provider)
    }

    /// What is disclosed to providers, by the kind of data and every wider kind.
    pub fn received_by_category<'a>(
        &self,
        index: &'a Index<'r>,
    ) -> HashMap<&'a str, Vec<(&'r Engagement, &'r DisclosureRow)>> {
        let mut received: HashMap<&str, Vec<_>> = HashMap::new();
        for engagement in &self.engagements {
            for row in received_rows(engagement) {
                for category in index.wider_categories(&row.data_category) {
                    received.entry(category).or_default().push((*engagement, row));
                }
            }
        }
        received
    }
}

/// What a provider is said to get.
pub fn received_rows(engagement: &Engagement) -> impl Iterator<Item = &DisclosureRow> {
    engagement
        .standing_disclosures()
        .filter(|row| row.asserted == Asserted::Yes && row.to == Party::Provider)
}

/// Whether a provider keeps the data of a record.
pub fn keeps(row: &PracticeRecipientRow) -> bool {
    matches!(row.role, RecipientRole::Stores | RecipientRole::BacksUp)
}

/// `1 record`, `2 records`.
pub fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// Different texts in order.
pub fn distinct<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    texts.into_iter().collect::<BTreeSet<_>>().into_iter().collect()
}

fn parents<T: Hierarchy>(rows: &[T]) -> HashMap<&str, &str> {
    rows.iter().filter_map(|row| Some((row.key().as_str(), row.parent()?.as_str()))).collect()
}

/// A term and every wider one. The compiler lets no ring pass.
fn upwards<'a>(
    parents: &'a HashMap<&'a str, &'a str>,
    key: &'a str,
) -> impl Iterator<Item = &'a str> {
    std::iter::successors(Some(key), |key| parents.get(key).copied())
}
