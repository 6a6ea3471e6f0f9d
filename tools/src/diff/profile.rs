//! What one edition says about one provider, its rows taken together.

use std::collections::{BTreeMap, BTreeSet};

use service_providers_codegen::register::Engagement;
use service_providers_codegen::{Register, Stated, StatedList, Storage, YesNo, YesOrUnknown};

use super::model::{Disclosure, Fact, FeatureUse, Flow, Profile};

/// On what an edition is silent altogether, so that a blank there is no fact about a provider.
pub struct Silence {
    sections: bool,
    service_categories: bool,
    /// The sections that have a column of features.
    with_features: BTreeSet<String>,
}

impl Silence {
    /// Reads off the rows of an edition what it has no column for.
    pub fn of(register: &Register, edition: &str) -> Self {
        let rows = register.engagements_in(edition);
        Self {
            sections: rows.iter().all(|e| e.row.section.known().is_none()),
            service_categories: rows.iter().all(|e| e.row.service_category.known().is_none()),
            with_features: rows
                .iter()
                .filter(|e| !e.features.is_empty())
                .map(|e| e.row.section.to_string())
                .collect(),
        }
    }
}

/// A profile, and the facts of which its edition never speaks for such rows.
pub struct Described {
    /// What is said.
    pub profile: Profile,
    /// What could not be said.
    pub silent: BTreeSet<Fact>,
    /// The words, by field.
    pub words: Words,
}

/// Words of the rows that carry no fact of their own.
#[derive(Default)]
pub struct Words {
    /// Names as printed.
    pub published_names: BTreeSet<String>,
    /// Summaries.
    pub summaries: BTreeSet<String>,
    /// Notes.
    pub notes: BTreeSet<String>,
}

impl Described {
    /// Takes rows together.
    pub fn of(engagements: &[&Engagement], silence: &Silence) -> Self {
        let mut profile = Profile::default();
        let mut words = Words::default();
        let mut flows: BTreeMap<Flow, Disclosure> = BTreeMap::new();
        for engagement in engagements {
            let row = &engagement.row;
            profile.engagements.insert(row.key.to_string());
            known(&mut profile.sections, &row.section);
            known(&mut profile.service_categories, &row.service_category);
            items(&mut profile.purposes, &row.purposes);
            known(&mut profile.entity_countries, &row.entity_country);
            match &row.storage {
                Storage::Unknown => {}
                Storage::Countries(keys) => {
                    profile.storage.extend(keys.iter().map(ToString::to_string));
                }
                word => {
                    profile.storage.insert(word.to_string());
                }
            }
            known(&mut profile.hosted_by, &row.hosted_by);
            items(&mut profile.territory, &row.territory);
            if row.optional == YesOrUnknown::Yes {
                profile.optional.insert("yes".to_owned());
            }
            items(&mut profile.excluded_subjects, &row.excluded_subjects);
            items(&mut profile.safeguards, &row.safeguards);
            known(&mut profile.policy_urls, &row.policy_url);
            profile.features.extend(engagement.features.iter().map(|feature| FeatureUse {
                feature: feature.feature.to_string(),
                setting: feature.setting,
                extent: feature.extent,
            }));
            words.published_names.insert(row.published_name.to_string());
            words.summaries.insert(row.summary.to_string());
            known(&mut words.notes, &row.note);
            for row in engagement.standing_disclosures() {
                let flow = Flow {
                    asserted: row.asserted,
                    from: row.from.clone(),
                    to: row.to.clone(),
                    data_category: row.data_category.to_string(),
                    data_subject: row.data_subject.to_string(),
                };
                let entry = flows.entry(flow.clone()).or_insert_with(|| Disclosure {
                    flow,
                    forms: BTreeSet::new(),
                    likelihoods: BTreeSet::new(),
                    contexts: BTreeSet::new(),
                    conditions: BTreeSet::new(),
                    example: true,
                    covered_by: BTreeSet::new(),
                });
                entry.forms.insert(row.form);
                entry.likelihoods.insert(row.likelihood);
                known(&mut entry.contexts, &row.context);
                known(&mut entry.conditions, &row.condition);
                entry.example &= row.example == YesNo::Yes;
            }
        }
        profile.disclosures = flows.into_values().collect();
        Self { silent: silent(engagements, silence), profile, words }
    }
}

fn silent(engagements: &[&Engagement], silence: &Silence) -> BTreeSet<Fact> {
    // For most facts a blank is the source's silence; the others depend on the page's columns.
    let mut silent = BTreeSet::from([
        Fact::EntityCountry,
        Fact::Storage,
        Fact::HostedBy,
        Fact::Territory,
        Fact::Optional,
        Fact::Safeguards,
        Fact::PolicyUrl,
    ]);
    if silence.sections {
        silent.insert(Fact::Section);
    }
    if silence.service_categories {
        silent.insert(Fact::ServiceCategory);
    }
    let mut sections = engagements.iter().map(|e| e.row.section.to_string());
    if sections.all(|section| !silence.with_features.contains(&section)) {
        silent.insert(Fact::Features);
    }
    silent
}

fn known<T: std::str::FromStr + std::fmt::Display>(set: &mut BTreeSet<String>, fact: &Stated<T>) {
    set.extend(fact.known().map(ToString::to_string));
}

fn items(set: &mut BTreeSet<String>, list: &StatedList) {
    set.extend(list.items().iter().map(ToString::to_string));
}
