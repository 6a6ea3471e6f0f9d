//! The register as the checks need it: by edition, with indexes from one table to another, so that
//! no check compares every row with every other.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use service_providers_codegen::register::{Engagement, Hierarchy, PublishedRecord, PublishedRow};
use service_providers_codegen::row::{
    DisclosureRow, Document, PracticeRecipientRow, SuccessionRow,
};
use service_providers_codegen::{Asserted, Certainty, Key, Party, RecipientRole, Register};

use crate::page::Names;

/// The register as the checks need it.
pub struct Index<'r> {
    /// The register.
    pub register: &'r Register,
    /// Its editions, oldest first.
    pub editions: Vec<EditionData<'r>>,
    /// The names of its keys.
    pub names: Names,
    categories: HashMap<&'r str, &'r str>,
    subjects: HashMap<&'r str, &'r str>,
    /// The groups that are children, because they or a wider group are mapped to children.
    children: BTreeSet<&'r str>,
    successions: HashMap<&'r str, Vec<&'r SuccessionRow>>,
}

/// An edition, and the rows and records that belong to its time.
pub struct EditionData<'r> {
    /// The edition's id.
    pub id: &'r str,
    /// The rows it publishes.
    pub rows: Vec<PublishedRow<'r>>,
    /// The same rows by provider.
    pub by_provider: BTreeMap<&'r str, Vec<PublishedRow<'r>>>,
    /// The data transparency records of its time.
    pub records: Vec<PublishedRecord<'r>>,
    /// The members of the European Economic Area at its time.
    pub eea: BTreeSet<&'r str>,
    /// Says that the records were dated by inference, if they were.
    pub dated: Option<&'static str>,
}

impl<'r> Index<'r> {
    /// Indexes a register.
    pub fn of(register: &'r Register) -> Self {
        let vocabulary = &register.vocabulary;
        let mut successions: HashMap<&str, Vec<&SuccessionRow>> = HashMap::new();
        for row in register.successions.iter().filter(|row| !row.is_withdrawn()) {
            successions.entry(&row.predecessor).or_default().push(row);
        }
        Self {
            register,
            editions: register
                .editions()
                .iter()
                .map(|edition| EditionData::of(register, &edition.id))
                .collect(),
            names: Names::of(&[register]),
            categories: parents(&vocabulary.data_categories),
            subjects: parents(&vocabulary.data_subjects),
            children: vocabulary.children(),
            successions,
        }
    }

    /// The edition in force.
    pub fn current(&self) -> &EditionData<'r> {
        let current = self.register.current_edition();
        let found = self.editions.iter().find(|edition| edition.id == current.id);
        // A register has at least one edition.
        found.unwrap_or(&self.editions[0])
    }

    /// The documents of an edition that no edition before it has. `at` is the edition's position.
    pub fn new_documents(&self, at: usize) -> impl Iterator<Item = &'r Document> {
        let register = self.register;
        let edition = &register.editions()[at];
        let is_new = move |id: &&Key| {
            !register.editions()[..at].iter().any(|before| before.documents.contains(id))
        };
        let documents = edition.documents.iter().filter(is_new);
        documents.filter_map(move |id| register.document(id))
    }

    /// The rows of the newest document of the same list in the editions before one. Empty if there is
    /// none.
    pub fn rows_before(&self, at: usize, document: &Document) -> Vec<PublishedRow<'r>> {
        let register = self.register;
        let same_list =
            |id: &&Key| register.document(id).is_some_and(|other| other.list == document.list);
        let earlier = register.editions()[..at].iter().enumerate().rev();
        let before = earlier
            .filter_map(|(place, edition)| Some((place, edition.documents.iter().find(same_list)?)))
            .next();
        before.map(|(place, id)| self.editions[place].rows_of(id)).unwrap_or_default()
    }

    /// The name of a provider.
    pub fn provider<'a>(&'a self, key: &'a str) -> &'a str {
        self.names.name("providers", key)
    }

    /// A kind of data and every wider kind.
    pub fn wider_categories<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        upwards(&self.categories, key)
    }

    /// Whether a kind of data is at the top of the hierarchy and has narrower kinds, so that it names
    /// no particular kind.
    pub fn names_no_kind(&self, category: &str) -> bool {
        !self.categories.contains_key(category)
            && self.categories.values().any(|parent| *parent == category)
    }

    /// A group and every wider group.
    pub fn wider_subjects<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        upwards(&self.subjects, key)
    }

    /// Whether a group consists of children.
    pub fn is_child(&self, subject: &str) -> bool {
        self.children.contains(subject)
    }

    /// Whether a group includes a group of children.
    pub fn includes_children(&self, subject: &str) -> bool {
        self.children.iter().any(|child| self.wider_subjects(child).any(|wider| wider == subject))
    }

    /// Says of each printed name that was taken for a provider by inference which one it was.
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

    /// What became of a provider, in words, as far as the register knows.
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
                format!("{} ({}; {sure})", self.provider(&row.successor), row.kind)
            })
            .collect();
        format!("Successor: {}.", each.join(", "))
    }
}

impl<'r> EditionData<'r> {
    fn of(register: &'r Register, id: &'r str) -> Self {
        let records = register.published_records(id);
        let undated: HashSet<&str> = (register.documents().iter())
            .filter(|document| document.date.known().is_none())
            .map(|document| document.id.as_str())
            .collect();
        let any = records.iter().any(|record| undated.contains(record.listing.document.as_str()));
        Self {
            id,
            rows: register.published_rows(id),
            by_provider: register.published_rows_by_provider(id),
            records,
            eea: register.eea(id),
            dated: any.then_some("the records bear no date and were taken to be of this time"),
        }
    }

    /// The rows of one of its documents.
    pub fn rows_of(&self, document: &str) -> Vec<PublishedRow<'r>> {
        let of_document = |row: &&PublishedRow<'_>| row.listing.document.as_str() == document;
        self.rows.iter().filter(of_document).copied().collect()
    }

    /// Whether the edition lists a provider.
    pub fn lists(&self, provider: &str) -> bool {
        self.by_provider.contains_key(provider)
    }

    /// Whether a place is outside the European Economic Area of the edition's time, or may be: a
    /// region is inside if all its members are.
    pub fn may_be_outside_eea(&self, index: &Index<'_>, place: &str) -> bool {
        let countries = index.register.vocabulary.countries_of(place, self.day(index));
        countries.is_empty() || !countries.iter().all(|country| self.eea.contains(country))
    }

    /// Whether one of these places is a country, or may include it: a region whose members no list
    /// names may include every country.
    pub fn may_include(&self, index: &Index<'_>, places: &[&str], country: &str) -> bool {
        let vocabulary = &index.register.vocabulary;
        places.iter().any(|place| {
            let countries = vocabulary.countries_of(place, self.day(index));
            countries.is_empty() || countries.contains(country)
        })
    }

    /// The day on which the edition was published.
    fn day<'a>(&self, index: &'a Index<'_>) -> &'a str {
        index.register.edition(self.id).map_or("", |edition| &edition.published)
    }

    /// What is disclosed to providers, by the kind of data and every wider kind.
    pub fn received_by_category<'a>(
        &self,
        index: &'a Index<'r>,
    ) -> HashMap<&'a str, Vec<(PublishedRow<'r>, &'r DisclosureRow)>> {
        let mut received: HashMap<&str, Vec<_>> = HashMap::new();
        for published in &self.rows {
            for row in received_rows(published.engagement) {
                for category in index.wider_categories(&row.data_category) {
                    received.entry(category).or_default().push((*published, row));
                }
            }
        }
        received
    }
}

/// The disclosures that a provider receives.
pub fn received_rows(engagement: &Engagement) -> impl Iterator<Item = &DisclosureRow> {
    engagement
        .standing_disclosures()
        .filter(|row| row.asserted == Asserted::Yes && row.recipient == Party::Provider)
}

/// Whether a provider keeps the data of a record.
pub fn keeps(row: &PracticeRecipientRow) -> bool {
    matches!(row.role, RecipientRole::Stores | RecipientRole::BacksUp)
}

/// Texts in order, each once.
pub fn distinct<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    texts.into_iter().collect::<BTreeSet<_>>().into_iter().collect()
}

fn parents<T: Hierarchy>(rows: &[T]) -> HashMap<&str, &str> {
    rows.iter().filter_map(|row| Some((row.key().as_str(), row.parent()?.as_str()))).collect()
}

/// A term and every wider one. The compiler refuses hierarchies that run in a circle.
fn upwards<'a>(
    parents: &'a HashMap<&'a str, &'a str>,
    key: &'a str,
) -> impl Iterator<Item = &'a str> {
    std::iter::successors(Some(key), |key| parents.get(key).copied())
}
