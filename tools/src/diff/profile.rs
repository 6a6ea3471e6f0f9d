//! What one edition says about one provider, all its rows taken together.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::register::PublishedRow;
use service_providers_codegen::row::{ContractFactRow, DisclosureRow};
use service_providers_codegen::{DataStatus, Stated, StatedList, StorageStatus, YesOrUnknown};

use crate::page::contract_fact_words;

use super::model::{Disclosure, Fact, FeatureUse, Flow, Limits, Profile};

/// The columns that an edition does not have. Its rows say nothing there, and that is no fact about
/// a provider.
pub struct MissingColumns {
    /// The facts that no row states.
    pub facts: BTreeSet<Fact>,
    /// The sections that have a column of features.
    with_features: BTreeSet<String>,
}

impl MissingColumns {
    /// Finds the columns in which no row of an edition says anything.
    pub fn of(rows: &[PublishedRow<'_>]) -> Self {
        let facts = COLUMNS.into_iter().filter(|(_, states)| !rows.iter().any(states));
        Self {
            facts: facts.map(|(fact, _)| fact).collect(),
            with_features: rows
                .iter()
                .filter(|row| !row.engagement.features.is_empty())
                .map(|row| row.listing.section.to_string())
                .collect(),
        }
    }
}

/// Whether a row states a fact.
type States = fn(&PublishedRow<'_>) -> bool;

/// The facts that have a column of their own on a page, each with how to tell that a row states it.
const COLUMNS: [(Fact, States); 6] = [
    (Fact::EntityCountry, |row| row.engagement.row.entity_country.known().is_some()),
    (Fact::Storage, |row| row.engagement.row.storage != StorageStatus::Unknown),
    (Fact::Features, |row| !row.engagement.features.is_empty()),
    (Fact::PolicyUrl, |row| row.listing.policy_url.known().is_some()),
    (Fact::Section, |row| row.listing.section.known().is_some()),
    (Fact::ServiceCategory, |row| row.engagement.row.service_category.known().is_some()),
];

/// The rows of an edition about providers, taken together.
pub struct ProviderRows {
    /// What they say.
    pub profile: Profile,
    /// The facts on which a blank is the silence of the source.
    pub silent: BTreeSet<Fact>,
}

impl ProviderRows {
    /// Takes rows of an edition together.
    pub fn of(rows: &[PublishedRow<'_>], missing: &MissingColumns) -> Self {
        let mut profile = Profile::default();
        let mut flows: BTreeMap<Flow, Disclosure> = BTreeMap::new();
        for published in rows {
            let engagement = published.engagement;
            add_row(&mut profile, published);
            profile.features.extend(engagement.features.iter().map(|row| FeatureUse {
                feature: row.feature.to_string(),
                settings: settings(&row.settings),
                extent: row.extent,
            }));
            profile.summaries.insert(engagement.row.summary.to_string());
            add_known(&mut profile.notes, &engagement.row.note);
            add_known(&mut profile.notes, &published.listing.note);
            profile.contract_facts.extend(engagement.standing_contract_facts().map(contract_fact));
            for row in engagement.standing_disclosures() {
                add_disclosure(&mut flows, row);
            }
        }
        profile.disclosures = flows.into_values().collect();
        Self { silent: silent_facts(rows, missing), profile }
    }
}

fn add_row(profile: &mut Profile, published: &PublishedRow<'_>) {
    let (listing, row) = (published.listing, &published.engagement.row);
    profile.engagements.insert(row.key.to_string());
    add_known(&mut profile.published_names, &listing.published_name);
    add_known(&mut profile.sections, &listing.section);
    add_known(&mut profile.service_categories, &row.service_category);
    add_items(&mut profile.purposes, &row.purposes);
    add_known(&mut profile.entity_countries, &row.entity_country);
    match row.storage {
        StorageStatus::Unknown => {}
        StorageStatus::Listed => {
            profile
                .storage
                .extend(published.engagement.standing_storage().map(ToString::to_string));
        }
        word => {
            profile.storage.insert(word.to_string());
        }
    }
    add_known(&mut profile.hosted_by, &row.hosted_by);
    add_items(&mut profile.territory, &row.territory);
    if row.optional == YesOrUnknown::Yes {
        profile.optional.insert("yes".to_owned());
    }
    add_items(&mut profile.excluded_subjects, &row.excluded_subjects);
    add_items(&mut profile.safeguards, &row.safeguards);
    add_known(&mut profile.policy_urls, &listing.policy_url);
    if row.data != DataStatus::Unknown {
        profile.data.insert(row.data.to_string());
    }
}

fn add_disclosure(flows: &mut BTreeMap<Flow, Disclosure>, row: &DisclosureRow) {
    let flow = Flow {
        asserted: row.asserted,
        sender: row.sender.clone(),
        recipient: row.recipient.clone(),
        data_category: row.data_category.to_string(),
        data_subject: row.data_subject.to_string(),
    };
    let disclosure = flows.entry(flow.clone()).or_insert_with(|| Disclosure {
        flow,
        limits: BTreeSet::new(),
        covered_by: BTreeSet::new(),
        same_of: BTreeSet::new(),
    });
    disclosure.limits.insert(Limits::of(row));
}

/// The facts on which a blank is the silence of the source. For most facts that is always so; the
/// others depend on the columns of the page.
fn silent_facts(rows: &[PublishedRow<'_>], missing: &MissingColumns) -> BTreeSet<Fact> {
    let mut silent = BTreeSet::from([
        Fact::Purposes,
        Fact::Data,
        Fact::EntityCountry,
        Fact::Storage,
        Fact::HostedBy,
        Fact::Territory,
        Fact::Optional,
        Fact::Safeguards,
        Fact::ContractFacts,
        Fact::PolicyUrl,
    ]);
    silent.extend(&missing.facts);
    let mut sections = rows.iter().map(|row| row.listing.section.to_string());
    if sections.all(|section| !missing.with_features.contains(&section)) {
        silent.insert(Fact::Features);
    }
    silent
}

fn add_known<T: std::str::FromStr + std::fmt::Display>(
    set: &mut BTreeSet<String>,
    fact: &Stated<T>,
) {
    set.extend(fact.known().map(ToString::to_string));
}

/// A contract fact as a text: `kind: value`, and place and condition in brackets.
fn contract_fact(row: &ContractFactRow) -> String {
    let place = row.place.known().map(ToString::to_string);
    let limits: Vec<String> =
        place.into_iter().chain(row.condition.known().map(ToString::to_string)).collect();
    let fact = format!("{}: {}", contract_fact_words(row.kind), row.value);
    if limits.is_empty() { fact } else { format!("{fact} ({})", limits.join("; ")) }
}

/// The settings of a feature, or the word `none`. Empty if the source does not say.
fn settings(list: &StatedList) -> BTreeSet<String> {
    match list {
        StatedList::Unknown => BTreeSet::new(),
        list => list.to_string().split(';').map(str::to_owned).collect(),
    }
}

fn add_items(set: &mut BTreeSet<String>, list: &StatedList) {
    set.extend(list.items().iter().map(ToString::to_string));
}
