//! The providers: what each does, with which data, whose, where, since when.

use std::collections::{BTreeMap, HashSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::facts::{aliases, by_provider};
use super::literal::index;
use super::packed::Cells;
use super::sets::{Set, Sets};
use super::term_enum::{TermEntry, TermEnum};
use super::vocabulary::link;
use crate::cell_types::{Asserted, Certainty, Stated};
use crate::register::{Engagement, Register, Vocabulary};
use crate::tables::row::ProviderRow;

/// Every provider.
pub(super) fn terms(register: &Register, sets: &Sets) -> TokenStream {
    let (_, alias_rows) = aliases(register);
    let (engagements, engagement_rows) = by_provider(register);
    let editions = sets.get("Edition");
    let terms = register.providers.iter().enumerate().map(|(at, provider)| {
        let (start, end) = engagement_rows[at];
        let own = &engagements[start..end];
        let listing = Listing::of(register, provider, own);
        let names = std::iter::once(provider.name.to_string())
            .chain(provider.aliases.names().iter().cloned());
        TermEntry {
            doc: doc(register, sets, provider, own),
            deprecated: deprecated(register, provider, own),
            names: names.collect(),
            cells: listing.cells(editions).rows(alias_rows[at]).rows((start, end)),
            constant: Some(fields(&listing, editions, alias_rows[at], (start, end))),
        }
    });
    let terms = TermEnum {
        set: sets.get("Provider"),
        doc: " A service that is or was listed. One service of one company is one provider.".into(),
        record: quote!(ProviderRecord),
        terms: terms.collect(),
    }
    .items();
    let current = current(register, sets.get("Provider"));
    quote!(#terms #current)
}

/// The providers that the newest edition lists.
fn current(register: &Register, set: &Set) -> TokenStream {
    let listed = register.providers_in(&register.newest_edition().id);
    let listed: HashSet<&str> = listed.iter().map(|provider| provider.key.as_str()).collect();
    let count = index(listed.len());
    let values = set.keys.iter().filter(|key| listed.contains(key.as_str())).map(|k| set.value(k));
    let subset = set.subset(|key| listed.contains(key));
    quote! {
        pub(crate) static CURRENT_PROVIDERS: [Provider; #count] = [#(#values),*];

        impl ProviderSet {
            #[doc = " The providers that the newest edition lists."]
            pub const CURRENT: Self = #subset;
        }
    }
}

/// Whether and when editions list a provider.
enum Listing<'r> {
    Current { first: &'r str },
    Retired { first: &'r str, last: &'r str },
    Withdrawn { reason: &'r str },
}

impl<'r> Listing<'r> {
    fn of(
        register: &'r Register,
        provider: &'r ProviderRow,
        engagements: &[&'r Engagement],
    ) -> Self {
        if let Some(reason) = provider.withdrawn.known() {
            return Self::Withdrawn { reason };
        }
        match register.published_in(engagements.iter().copied()) {
            Some((first, last)) if last == register.newest_edition().id => Self::Current { first },
            Some((first, last)) => Self::Retired { first, last },
            None => Self::Withdrawn { reason: "every row about it was withdrawn" },
        }
    }

    fn cells(&self, editions: &Set) -> Cells {
        match *self {
            Self::Current { first } => {
                Cells::new().choice(0).term(editions, first).place(0).text("")
            }
            Self::Retired { first, last } => {
                Cells::new().choice(1).term(editions, first).term(editions, last).text("")
            }
            Self::Withdrawn { reason } => Cells::new().choice(2).place(0).place(0).text(reason),
        }
    }

    fn value(&self, editions: &Set) -> TokenStream {
        match *self {
            Self::Current { first } => {
                let first = editions.value(first);
                quote!(Listing::Current { first: #first })
            }
            Self::Retired { first, last } => {
                let (first, last) = (editions.value(first), editions.value(last));
                quote!(Listing::Retired { first: #first, last: #last })
            }
            Self::Withdrawn { reason } => quote!(Listing::Withdrawn { reason: #reason }),
        }
    }
}

/// The fields of a provider's record, behind its name.
fn fields(
    listing: &Listing<'_>,
    editions: &Set,
    aliases: (usize, usize),
    engagements: (usize, usize),
) -> TokenStream {
    let listing = listing.value(editions);
    let [from, to, start, end] = [aliases.0, aliases.1, engagements.0, engagements.1].map(index);
    quote! {
        listing: #listing,
        aliases: Rows::new(#from, #to),
        engagements: Rows::new(#start, #end),
    }
}

/// Why a provider should no longer be used: it is retired or withdrawn.
fn deprecated(
    register: &Register,
    provider: &ProviderRow,
    engagements: &[&Engagement],
) -> Option<String> {
    if let Some(reason) = provider.withdrawn.known() {
        return Some(format!("withdrawn: {reason}"));
    }
    let newest = &register.newest_edition().id;
    let Some((_, last)) = register.published_in(engagements.iter().copied()) else {
        return Some("withdrawn: every row about it was withdrawn".to_owned());
    };
    if last == newest {
        return None;
    }
    let successors: Vec<String> = register
        .successions
        .iter()
        .filter(|row| row.from == provider.key && row.withdrawn.known().is_none())
        .filter_map(|row| {
            let name = &register.provider(&row.to)?.name;
            let inferred = if row.certainty == Certainty::Stated { "" } else { " (inferred)" };
            Some(format!("{name}{inferred}"))
        })
        .collect();
    let successors = match successors.as_slice() {
        [] => "no successor known".to_owned(),
        [one] => format!("successor: {one}"),
        many => format!("successors: {}", many.join(", ")),
    };
    Some(format!("last listed {last}, absent from {newest}; {successors}"))
}

fn doc(
    register: &Register,
    sets: &Sets,
    provider: &ProviderRow,
    engagements: &[&Engagement],
) -> String {
    let mut doc = docs::plain(&provider.name);
    let last = engagements.iter().map(|e| &e.row.since).max();
    for engagement in engagements.iter().filter(|engagement| Some(&engagement.row.since) == last) {
        doc.push_str(&row_doc(register, sets, engagement));
    }
    if !provider.aliases.names().is_empty() {
        let names: Vec<String> =
            provider.aliases.names().iter().map(|n| docs::plain(n).trim().to_owned()).collect();
        doc.push_str(&format!("\n\n Also printed as: {}.", names.join(", ")));
    }
    if let Some((first, last)) = register.published_in(engagements.iter().copied()) {
        let newest = if last == register.newest_edition().id { ", the newest one" } else { "" };
        if first == last {
            doc.push_str(&format!("\n\n Listed in the edition of {first} alone{newest}."));
        } else {
            doc.push_str(&format!("\n\n Listed from the edition of {first} to {last}{newest}."));
        }
    }
    doc
}

/// What one published row says.
fn row_doc(register: &Register, sets: &Sets, engagement: &Engagement) -> String {
    let row = &engagement.row;
    let vocabulary = &register.vocabulary;
    let mut doc = format!("\n\n{}", docs::plain(&row.summary));
    let mut data: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for disclosure in &engagement.disclosures {
        if disclosure.asserted == Asserted::No || disclosure.withdrawn.known().is_some() {
            continue;
        }
        let whose = match &disclosure.data_subject {
            Stated::Known(key) => {
                format!(" - Of [`{key}`]({})", link(sets, "DataSubject", key))
            }
            Stated::None => " - Of nobody".to_owned(),
            _ => " - Of people the source does not name".to_owned(),
        };
        let kind = format!(
            "[`{}`]({})",
            disclosure.data_category,
            link(sets, "DataCategory", &disclosure.data_category)
        );
        let kinds = data.entry(whose).or_default();
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    doc.push_str("\n\n");
    for (whose, kinds) in data {
        doc.push_str(&format!("{whose}: {}\n", kinds.join(", ")));
    }
    let country = match row.entity_country.known() {
        Some(key) => Vocabulary::name(&vocabulary.countries, key).to_owned(),
        None => "not stated".to_owned(),
    };
    let kept = match row.storage.word() {
        Some("none") => "nothing is kept".to_owned(),
        Some("see-provider") => "see the provider".to_owned(),
        Some("not-applicable") => "not applicable".to_owned(),
        Some("unknown") => "not stated".to_owned(),
        Some(word) => word.to_owned(),
        None => row
            .storage
            .countries()
            .iter()
            .map(|key| Vocabulary::name(&vocabulary.countries, key))
            .collect::<Vec<_>>()
            .join(", "),
    };
    doc.push_str(&format!(" - Company in: {country}. Data kept in: {kept}.\n"));
    let source = register.file.sources.iter().find(|source| source.id == row.source);
    if let Some(source) = source {
        doc.push_str(&format!(
            " - Source: {}, edition of {}, row {}.",
            docs::plain(&source.title).trim(),
            row.since,
            row.source_row
        ));
    }
    doc
}
