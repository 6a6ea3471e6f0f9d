//! Rows of two lists under one another: what both say, what the older says besides, and what the
//! newer says besides. Nothing here says that a fact changed; who reads both sees what each list says.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use service_providers_codegen::Form;

use super::phrases::Phrases;
use super::{Passage, ProviderWords, SameAs, facts};
use crate::diff::model::{
    Changes, Disclosure, Limits, ListedProvider, ListedRow, Profile, ProviderChange,
};
use crate::missing::UNKNOWN;
use crate::page::prose;

impl<'a> Phrases<'a> {
    /// What the lists say of a provider that both name. Where several rows differ, each is told for
    /// itself.
    pub(super) fn in_both(&self, change: &ProviderChange) -> ProviderWords {
        let mut parts = Vec::new();
        for row in &change.rows {
            let (older, newer) = (&row.before.facts, &row.after.facts);
            let compared = self.compared(older, newer, &row.changes);
            let place = (change.rows.len() > 1).then(|| {
                let ListedRow { published, .. } = &row.after;
                format!("Row {} of {}. ", published.row, published.document)
            });
            let place = place.unwrap_or_default();
            parts.extend(compared.into_iter().map(|part| part.with_prefix(&place)));
        }
        for (which, rows) in [("newer", &change.rows_added), ("older", &change.rows_gone)] {
            let title = format!("The {which} {} says in a further row", self.list());
            parts.extend(rows.iter().map(|row| Passage::of(&title, self.facts(&stated(row)))));
        }
        parts.extend(self.recorded(&change.provider));
        self.entry(&change.provider, parts)
    }

    /// What is compared: two lists, or what two releases say of the same list.
    pub(super) fn list(&self) -> &'static str {
        if self.diff.from.edition == self.diff.to.edition { "release" } else { "list" }
    }

    /// What two rows say.
    pub(super) fn compared(
        &self,
        older: &Profile,
        newer: &Profile,
        changes: &Changes,
    ) -> Vec<Passage> {
        let both = self.facts(&selected(older, newer, Which::Common));
        let printed = older.published_names != newer.published_names;
        let list = self.list();
        let of_one = |which: &str, one: &Profile, other: &Profile, covered: Vec<String>| {
            let names = printed.then(|| printed_as(&one.published_names)).into_iter();
            let besides = self.besides(one, other);
            let title = format!("The {which} {list}");
            Passage::of(&title, names.chain(besides).chain(covered).collect())
        };
        let lost = self.covered("newer", &changes.disclosures_lost);
        let gained = self.covered("older", &changes.disclosures_gained);
        let parts = [
            Passage::of(&format!("Both {list}s say"), both),
            of_one("older", older, newer, lost),
            of_one("newer", newer, older, gained),
        ];
        parts.into_iter().filter(|part| !part.lines.is_empty()).collect()
    }

    /// The providers that are new. Where all that is said of an earlier one is said of another, too, the
    /// page says that and what it says besides.
    pub(super) fn added(&self) -> Vec<ProviderWords> {
        // What a provider does is a part of what is said of it.
        let mut earlier: HashMap<&BTreeSet<String>, Vec<&ListedProvider>> = HashMap::new();
        let words = |listing: &'a ListedProvider| {
            let [row] = listing.rows.as_slice() else { return self.listing(listing) };
            let alike = earlier.entry(&row.facts.summaries).or_default();
            let same = alike.iter().find(|other| says_no_more(&other.rows[0].facts, &row.facts));
            let same_as = same.map(|other| SameAs {
                name: self.name_printed(other),
                lines: self.besides(&row.facts, &other.rows[0].facts),
            });
            alike.push(listing);
            ProviderWords { same_as, ..self.listing(listing) }
        };
        self.diff.added.iter().map(words).collect()
    }

    /// What a row says that another does not say, and the form in which it names data of both.
    fn besides(&self, one: &Profile, other: &Profile) -> Vec<String> {
        let formed = self.flows(&forms(&one.disclosures, &other.disclosures));
        let formed = formed.iter().map(|flow| format!("In which form: {flow}"));
        formed.chain(self.facts(&selected(one, other, Which::OnlyFirst))).collect()
    }

    /// Kinds of data that the other list may mean by a wider word.
    fn covered(&self, other: &str, disclosures: &[Disclosure]) -> Vec<String> {
        let mut by_wider: BTreeMap<&BTreeSet<String>, BTreeSet<String>> = BTreeMap::new();
        for of in disclosures.iter().filter(|of| !of.covered_by.is_empty()) {
            let kind = self.names.name("data-categories", &of.flow.data_category);
            let people = self.names.name("data-subjects", &of.flow.data_subject);
            by_wider.entry(&of.covered_by).or_default().insert(format!("{kind} ({people})"));
        }
        let line = |(wider, kinds): (&BTreeSet<String>, BTreeSet<String>)| {
            let kinds = prose(&Vec::from_iter(kinds));
            let wider = self.names("data-categories", wider);
            let list = self.list();
            format!(
                "Remark of the register: {wider} in the {other} {list} may mean this too: {kinds}."
            )
        };
        by_wider.into_iter().map(line).collect()
    }
}

fn printed_as(names: &BTreeSet<String>) -> String {
    format!("Printed name: {}.", prose(&Vec::from_iter(names)))
}

/// What a row says, the silence about its data included.
pub(super) fn stated(row: &Profile) -> Profile {
    let mut row = row.clone();
    if row.data.is_empty() {
        row.data.insert(UNKNOWN.to_owned());
    }
    row
}

/// Whether the page has nothing to say of one row that it does not say of another. The facts decide it,
/// because a new provider is compared with many, and making the sentences takes long.
fn says_no_more(one: &Profile, other: &Profile) -> bool {
    let sets: [fn(&Profile) -> &BTreeSet<String>; 12] = [
        |row| &row.summaries,
        |row| &row.purposes,
        |row| &row.optional,
        |row| &row.territory,
        |row| &row.safeguards,
        |row| &row.excluded_subjects,
        |row| &row.contract_facts,
        |row| &row.entity_countries,
        |row| &row.storage,
        |row| &row.hosted_by,
        |row| &row.sections,
        |row| &row.service_categories,
    ];
    sets.iter().all(|set| set(one).is_subset(set(other)))
        && one.features.is_subset(&other.features)
        && silences(one).is_subset(&silences(other))
        && notes(&one.notes, &other.notes, Which::OnlyFirst).is_empty()
        && disclosures(&one.disclosures, &other.disclosures, Which::OnlyFirst).is_empty()
        && forms(&one.disclosures, &other.disclosures).is_empty()
}

/// What a row says of its data as a whole: nothing, or that none passes.
fn silences(row: &Profile) -> BTreeSet<&str> {
    let silence = row.data.is_empty().then_some(UNKNOWN);
    let all = row.data.iter().map(String::as_str).chain(silence);
    all.filter(|status| facts::data_words(status).is_some()).collect()
}

/// Which facts of two rows are meant.
#[derive(Clone, Copy, PartialEq)]
enum Which {
    /// Those of both.
    Common,
    /// Those of the first that the second does not have.
    OnlyFirst,
}

/// These facts of two rows.
fn selected(one: &Profile, other: &Profile, which: Which) -> Profile {
    let (one, other) = (&stated(one), &stated(other));
    let set = |of: fn(&Profile) -> &BTreeSet<String>| -> BTreeSet<String> {
        match which {
            Which::Common => of(one) & of(other),
            Which::OnlyFirst => of(one) - of(other),
        }
    };
    let features = match which {
        Which::Common => &one.features & &other.features,
        Which::OnlyFirst => &one.features - &other.features,
    };
    Profile {
        engagements: set(|row| &row.engagements),
        published_names: set(|row| &row.published_names),
        sections: set(|row| &row.sections),
        service_categories: set(|row| &row.service_categories),
        purposes: set(|row| &row.purposes),
        data: set(|row| &row.data),
        entity_countries: set(|row| &row.entity_countries),
        storage: set(|row| &row.storage),
        hosted_by: set(|row| &row.hosted_by),
        territory: set(|row| &row.territory),
        optional: set(|row| &row.optional),
        excluded_subjects: set(|row| &row.excluded_subjects),
        safeguards: set(|row| &row.safeguards),
        policy_urls: set(|row| &row.policy_urls),
        features,
        contract_facts: set(|row| &row.contract_facts),
        disclosures: disclosures(&one.disclosures, &other.disclosures, which),
        summaries: set(|row| &row.summaries),
        notes: notes(&one.notes, &other.notes, which),
    }
}

/// The notes on a row as far as another row has them too, or the rest. Of two notes, the sentences
/// with which both begin are the same.
fn notes(one: &BTreeSet<String>, other: &BTreeSet<String>, which: Which) -> BTreeSet<String> {
    let part = |note: &String| {
        let same = other.iter().map(|other| same_opening(note, other)).max().unwrap_or_default();
        let (same, rest) = note.split_at(same);
        match which {
            Which::Common => same.to_owned(),
            Which::OnlyFirst => rest.trim_start().to_owned(),
        }
    };
    one.iter().map(part).filter(|text| !text.is_empty()).collect()
}

/// The length of the sentences with which two texts begin alike.
fn same_opening(one: &str, other: &str) -> usize {
    let begins_sentence = |rest: &str| {
        rest.is_empty()
            || rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase))
    };
    let mut ends = one.match_indices('.').map(|(at, _)| at + 1).filter(|end| {
        other.starts_with(&one[..*end])
            && [one, other].iter().all(|text| begins_sentence(&text[*end..]))
    });
    ends.next_back().unwrap_or_default()
}

/// Disclosures that another row makes with the same limits, or those that it does not make so. Two rows
/// that differ in the form alone disclose the same.
fn disclosures(one: &[Disclosure], other: &[Disclosure], which: Which) -> Vec<Disclosure> {
    with_limits(one, other, |limit, same| {
        let (common, limit) = if same.other.contains(limit) {
            (true, limit.clone())
        } else if same.in_another_form(limit) {
            (true, in_form(limit, Form::Plain))
        } else {
            (false, limit.clone())
        };
        (common == (which == Which::Common)).then_some(limit)
    })
}

/// Disclosures that another row makes in another form, as far as this row names the form.
fn forms(one: &[Disclosure], other: &[Disclosure]) -> Vec<Disclosure> {
    with_limits(one, other, |limit, same| {
        let names_it = limit.form != Form::Plain && !same.other.contains(limit);
        (names_it && same.in_another_form(limit)).then(|| limit.clone())
    })
}

/// What limits the same flow in two rows.
struct Same<'l> {
    one: &'l BTreeSet<Limits>,
    other: &'l BTreeSet<Limits>,
}

impl Same<'_> {
    /// Whether the other row, and it alone, has these limits with another form.
    fn in_another_form(&self, limit: &Limits) -> bool {
        let only_other = self.other.difference(self.one);
        only_other.into_iter().any(|other| in_form(other, limit.form) == *limit)
    }
}

fn in_form(limit: &Limits, form: Form) -> Limits {
    Limits { form, ..limit.clone() }
}

/// Disclosures with those limits that are chosen. One that keeps none is left out.
fn with_limits(
    one: &[Disclosure],
    other: &[Disclosure],
    chosen: impl Fn(&Limits, &Same<'_>) -> Option<Limits>,
) -> Vec<Disclosure> {
    let nothing = BTreeSet::new();
    let of_row = |of: &Disclosure| {
        let same = other.iter().find(|other| other.flow == of.flow);
        let same = Same { one: &of.limits, other: same.map_or(&nothing, |same| &same.limits) };
        let limits: BTreeSet<Limits> =
            of.limits.iter().filter_map(|limit| chosen(limit, &same)).collect();
        (!limits.is_empty()).then(|| Disclosure { limits, ..of.clone() })
    };
    one.iter().filter_map(of_row).collect()
}
