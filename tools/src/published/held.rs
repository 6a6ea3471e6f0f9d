//! What a register holds of one edition, as far as a page can be compared with it. This is the one
//! place where the verdicts touch the form of the register.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use service_providers_codegen::register::{Engagement, Practice, VocabularyTerm as _};
use service_providers_codegen::{Register, Stated, Storage, SuccessionKind};

use super::digests::Digests;
use super::locations::{Countries, Location};
use super::names::{NameIndex, NamedProvider};
use crate::failure::Failure;

/// What a register holds of one edition.
#[derive(Clone, Debug, Default)]
pub struct Held {
    /// The edition.
    pub edition: String,
    /// Its published rows, in order.
    pub rows: Vec<HeldRow>,
    /// Its records about kinds of data, in order.
    pub records: Vec<HeldRecord>,
    /// The last older edition that lists a provider, by key.
    pub older: HashMap<String, String>,
    /// The providers that one was renamed from or to, by key.
    pub renamed: HashMap<String, Vec<String>>,
}

/// A published row.
#[derive(Clone, Debug)]
pub struct HeldRow {
    /// The key by which the register knows it.
    pub key: String,
    /// The provider, by key.
    pub provider: String,
    /// Its name as printed.
    pub name: String,
    /// The section, by key; `None` where there is none.
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
pub struct HeldRecord {
    /// The key by which the register knows it.
    pub key: String,
    /// The providers that it names, by key.
    pub recipients: BTreeSet<String>,
}

impl Held {
    /// What a register holds of an edition.
    pub fn of(register: &Register, edition: &str) -> Self {
        let earlier = register.editions().iter().take_while(|other| other.id != edition);
        let mut older = HashMap::new();
        for other in earlier {
            for provider in register.providers_in(&other.id) {
                older.insert(provider.key.to_string(), other.id.clone());
            }
        }
        let mut renamed: HashMap<String, Vec<String>> = HashMap::new();
        for row in &register.successions {
            if row.kind == SuccessionKind::Renamed && row.withdrawn == Stated::None {
                renamed.entry(row.from.to_string()).or_default().push(row.to.to_string());
                renamed.entry(row.to.to_string()).or_default().push(row.from.to_string());
            }
        }
        Self {
            edition: edition.to_owned(),
            rows: register.engagements_in(edition).into_iter().map(held_row).collect(),
            records: register.practices_in(edition).into_iter().map(held_record).collect(),
            older,
            renamed,
        }
    }
}

/// The names of a register's providers. Those that were a mistake have none.
pub fn names(register: &Register) -> NameIndex {
    let standing = register.providers.iter().filter(|row| row.withdrawn == Stated::None);
    let mut providers: BTreeMap<&str, NamedProvider<'_>> = standing
        .map(|row| {
            let names =
                std::iter::once(&*row.name).chain(row.aliases.names().iter().map(String::as_str));
            let named =
                NamedProvider { key: &row.key, names: names.collect(), policies: Vec::new() };
            (row.key.as_str(), named)
        })
        .collect();
    for engagement in &register.engagements {
        if let Some(provider) = providers.get_mut(engagement.row.provider.as_str()) {
            provider.names.push(&engagement.row.published_name);
            provider.policies.extend(engagement.row.policy_url.known().map(|url| &**url));
        }
    }
    for recipient in register.practices.iter().flat_map(|practice| &practice.recipients) {
        if let Some(provider) = providers.get_mut(recipient.provider.as_str()) {
            provider.names.push(&recipient.published_name);
        }
    }
    NameIndex::new(providers.into_values())
}

/// The countries of a register.
pub fn countries(register: &Register) -> Countries {
    let rows = &register.vocabulary.countries;
    Countries::new(rows.iter().map(|row| (row.key(), row.name())))
}

/// The id of the edition that was chosen, or of the newest one.
///
/// # Errors
/// Where there is no such edition.
pub fn edition<'r>(register: &'r Register, chosen: Option<&str>) -> Result<&'r str, Failure> {
    let Some(id) = chosen else { return Ok(&register.newest_edition().id) };
    register.edition(id).map(|edition| edition.id.as_str()).ok_or_else(|| {
        let known: Vec<&str> = register.editions().iter().map(|other| other.id.as_str()).collect();
        Failure::unknown(&format!("no edition `{id}`"), id, "editions", &known)
    })
}

fn held_row(engagement: &Engagement) -> HeldRow {
    let row = &engagement.row;
    HeldRow {
        key: row.key.to_string(),
        provider: row.provider.to_string(),
        name: row.published_name.to_string(),
        section: row.section.known().map(ToString::to_string),
        link: row.policy_url.known().map(ToString::to_string),
        company: match row.entity_country.known() {
            Some(country) => Location::Countries([country.to_string()].into()),
            None => Location::Unstated,
        },
        storage: match &row.storage {
            Storage::Countries(keys) => {
                Location::Countries(keys.iter().map(ToString::to_string).collect())
            }
            Storage::Global => Location::Global,
            Storage::None => Location::Nowhere,
            Storage::SeeProvider => Location::SeeProvider,
            Storage::NotApplicable => Location::NotApplicable,
            Storage::Unknown => Location::Unstated,
        },
        // The tables hold none yet.
        digests: Digests::default(),
    }
}

fn held_record(practice: &Practice) -> HeldRecord {
    let recipients = practice.recipients.iter().map(|row| row.provider.to_string());
    let source = practice.row.acquired_from.known().map(ToString::to_string);
    HeldRecord { key: practice.row.key.to_string(), recipients: recipients.chain(source).collect() }
}
