//! What a register holds of one edition, as far as a page can be compared with it. This is the one
//! place where the verdicts touch the form of the register.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use service_providers_codegen::register::{Engagement, Practice};
use service_providers_codegen::row::ListingRow;
use service_providers_codegen::{ColumnDigest, Register, Stated, StorageStatus, SuccessionKind};

use super::compare::units;
use super::digests::Digests;
use super::locations::{Location, worldwide};
use super::names::{Candidate, NameIndex};
use super::page::Page;

/// What a register holds of one edition.
#[derive(Clone, Debug, Default)]
pub struct EditionContent {
    /// The edition.
    pub edition: String,
    /// Its published rows, in order.
    pub rows: Vec<EditionRow>,
    /// Its records about kinds of data, in order.
    pub records: Vec<EditionRecord>,
    /// The last older edition that lists a provider, by key.
    pub older: HashMap<String, String>,
    /// The providers that one was renamed from or to, by key.
    pub renamed: HashMap<String, Vec<String>>,
}

/// A published row.
#[derive(Clone, Debug)]
pub struct EditionRow {
    /// The key by which the register knows it.
    pub key: String,
    /// The provider, by key.
    pub provider: String,
    /// Its name as printed.
    pub name: String,
    /// The section, by key; `None` if there is none.
    pub section: Option<String>,
    /// The policy; `None` where the row has no link.
    pub link: Option<String>,
    /// Where the company is.
    pub company: Location,
    /// Where the data is kept.
    pub storage: Location,
    /// The digests of what it says.
    pub digests: Digests,
}

/// A record about a kind of data.
#[derive(Clone, Debug)]
pub struct EditionRecord {
    /// The key by which the register knows it.
    pub key: String,
    /// The providers that it names, by key.
    pub recipients: BTreeSet<String>,
    /// The digests of what it says.
    pub digests: Digests,
}

impl EditionContent {
    /// What a register holds of these documents.
    pub fn of_documents<'d>(
        register: &Register,
        documents: impl IntoIterator<Item = &'d str>,
    ) -> Self {
        let mut held = Self::default();
        for listing in documents.into_iter().flat_map(|id| register.listings_in(id)) {
            if let Some(engagement) = cited(listing, register) {
                held.rows.push(held_row(listing, engagement, register));
            } else if let Some(practice) = listing.practice.known() {
                held.records.extend(register.practice(practice).map(|it| held_record(listing, it)));
            }
        }
        held
    }

    /// What a register holds of these documents of an edition.
    pub fn of<'d>(
        register: &Register,
        edition: &str,
        documents: impl IntoIterator<Item = &'d str>,
    ) -> Self {
        Self::of_documents(register, documents).in_edition(register, edition)
    }

    /// The same, with what older editions and successions say of its providers.
    fn in_edition(self, register: &Register, edition: &str) -> Self {
        let mut older = HashMap::new();
        for other in register.editions().iter().take_while(|other| other.id != edition) {
            for provider in register.providers_in(&other.id) {
                older.insert(provider.key.to_string(), other.id.clone());
            }
        }
        Self { edition: edition.to_owned(), older, renamed: renamed(register), ..self }
    }

    /// What a register holds of the document of an edition that a page is a revision of: of those
    /// that hold what the page does, rows or records, the one that has most of its names.
    pub fn for_page(register: &Register, edition: &str, page: &Page, names: &NameIndex) -> Self {
        let documents = register.edition(edition).into_iter().flat_map(|it| &it.documents);
        let held = documents.map(|id| Self::of_documents(register, [id.as_str()]));
        let mut held: Vec<Self> = held
            .filter(|held| match page.has_records {
                true => !held.records.is_empty(),
                false => !held.rows.is_empty(),
            })
            .collect();
        if held.len() > 1 && !page.has_records {
            let known: Vec<Candidate> =
                units(page, names).into_iter().flat_map(|unit| unit.candidates).collect();
            held.sort_by_cached_key(|held| {
                let own: HashSet<&str> = held.rows.iter().map(|row| &*row.provider).collect();
                Reverse(known.iter().filter(|found| own.contains(&*found.provider)).count())
            });
        }
        let held = held.into_iter().next().unwrap_or_default();
        held.in_edition(register, edition)
    }

    /// What a register holds of an edition.
    pub fn of_edition(register: &Register, edition: &str) -> Self {
        let documents = register.edition(edition).into_iter().flat_map(|it| &it.documents);
        Self::of(register, edition, documents.map(|id| id.as_str()))
    }
}

/// The providers that one was renamed from or to, by key.
pub fn renamed(register: &Register) -> HashMap<String, Vec<String>> {
    let mut renamed: HashMap<String, Vec<String>> = HashMap::new();
    for row in &register.successions {
        if row.kind == SuccessionKind::Renamed && row.withdrawn == Stated::None {
            let (old, new) = (row.predecessor.to_string(), row.successor.to_string());
            renamed.entry(old.clone()).or_default().push(new.clone());
            renamed.entry(new).or_default().push(old);
        }
    }
    renamed
}

/// The engagement that a published row cites.
fn cited<'r>(listing: &ListingRow, register: &'r Register) -> Option<&'r Engagement> {
    register.engagement(listing.engagement.known()?)
}

fn held_row(listing: &ListingRow, engagement: &Engagement, register: &Register) -> EditionRow {
    let row = &engagement.row;
    EditionRow {
        key: row.key.to_string(),
        provider: row.provider.to_string(),
        name: listing.published_name.to_string(),
        section: listing.section.known().map(ToString::to_string),
        link: listing.policy_url.known().map(ToString::to_string),
        company: match row.entity_country.known() {
            Some(country) => Location::Countries([country.to_string()].into()),
            None => Location::Unstated,
        },
        storage: storage(engagement, register),
        digests: digests(listing),
    }
}

/// Where the data of an engagement is kept, without contexts and conditions.
fn storage(engagement: &Engagement, register: &Register) -> Location {
    match engagement.row.storage {
        StorageStatus::Listed => {
            let places: BTreeSet<String> =
                engagement.standing_storage().map(|row| row.place.to_string()).collect();
            match worldwide(register) {
                Some(worldwide) if places.contains(worldwide) => Location::Global,
                _ => Location::Countries(places),
            }
        }
        StorageStatus::None => Location::Nowhere,
        StorageStatus::SeeProvider => Location::SeeProvider,
        StorageStatus::NotApplicable => Location::NotApplicable,
        StorageStatus::Unknown => Location::Unstated,
    }
}

fn held_record(listing: &ListingRow, practice: &Practice) -> EditionRecord {
    let recipients = practice.recipients.iter().map(|row| row.provider.to_string());
    let source = practice.row.acquired_from.known().map(ToString::to_string);
    EditionRecord {
        key: practice.row.key.to_string(),
        recipients: recipients.chain(source).collect(),
        digests: digests(listing),
    }
}

fn digests(listing: &ListingRow) -> Digests {
    let text = |digest: &Stated<ColumnDigest>| digest.known().map(ToString::to_string);
    Digests {
        purpose: text(&listing.purpose_digest),
        data: text(&listing.data_digest),
        location: text(&listing.location_digest),
        features: text(&listing.features_digest),
    }
}
