//! The providers: what each does, with which data, whose, where, and which editions list it.

use std::collections::BTreeMap;
use std::ops::Range;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::example;
use super::facts::{alias_rows, identifier_rows};
use super::literal::index;
use super::packed::Cells;
use super::published::Published;
use super::sets::{Set, Sets};
use super::term_enum::{TermEntry, TermEnum};
use super::vocabulary::link;
use crate::cell_types::{Asserted, Certainty, DataStatus, Stated, StorageStatus};
use crate::register::{Engagement, Register, Vocabulary};
use crate::tables::row::{Edition, ListingRow, ProviderRow, StorageRow};

/// Every provider.
pub(super) fn terms(register: &Register, published: &Published<'_>, sets: &Sets) -> TokenStream {
    let engagement_rows = published.engagements_by_provider(register);
    let listed = listed(register, published, sets.get("Provider"), &engagement_rows);
    let set = sets.get("Edition");
    let known =
        alias_rows(register).into_iter().zip(identifier_rows(register)).zip(engagement_rows);
    let rows = register.providers.iter().zip(known);
    let terms = rows.map(|(provider, ((aliases, identifiers), engagements))| {
        let editions = published.editions_listing(engagements.clone());
        let status = Status::of(register, provider, &editions);
        let names = std::iter::once(provider.name.to_string())
            .chain(provider.aliases.names().iter().cloned());
        TermEntry {
            doc: doc(register, published, sets, provider, engagements.clone(), &editions),
            deprecated: status.deprecated(register, provider),
            names: names.collect(),
            // Queries read the status and the editions without reading the rest.
            cells: status.cells(set, &editions).rows(aliases).rows(engagements).rows(identifiers),
        }
    });
    let doc =
        " A service that is, was or will be listed. One service of one company is one provider."
            .to_owned()
            + &example::doc(register, published, sets);
    let terms = TermEnum::new(sets.get("Provider"), &doc, quote!(ProviderRecord), terms)
        .with_constants()
        .items();
    quote!(#terms #listed)
}

/// The providers that the current edition lists, and those that an announced one does.
fn listed(
    register: &Register,
    published: &Published<'_>,
    set: &Set,
    engagement_rows: &[Range<usize>],
) -> TokenStream {
    let current = register.current_position();
    let (mut in_force, mut announced) = (Vec::new(), Vec::new());
    for (place, own) in engagement_rows.iter().enumerate() {
        let editions = published.editions_listing(own.clone());
        if editions.contains(&current) {
            in_force.push(place);
        }
        if editions.last().is_some_and(|last| *last > current) {
            announced.push(place);
        }
    }
    let count = index(in_force.len());
    let values = in_force.iter().map(|place| set.value(&set.keys[*place]));
    let (in_force, announced) = (set.subset_of(&in_force), set.subset_of(&announced));
    quote! {
        pub(crate) static CURRENT_PROVIDERS: [Provider; #count] = [#(#values),*];

        impl ProviderSet {
            #[doc = " The providers that the current edition lists."]
            pub const CURRENT: Self = #in_force;

            #[doc = " The providers that an announced edition lists, whether or not the current \
                     one does."]
            pub const ANNOUNCED: Self = #announced;
        }
    }
}

/// Whether a provider is listed now.
enum Status<'r> {
    /// The current edition lists it.
    Current,
    /// An announced edition lists it, and the current one does not.
    Announced,
    /// This edition is the last that listed it.
    Retired { last: usize },
    /// It should never have been in the register.
    Withdrawn { reason: &'r str },
}

impl<'r> Status<'r> {
    fn of(register: &Register, provider: &'r ProviderRow, editions: &[usize]) -> Self {
        let current = register.current_position();
        match (provider.withdrawn.known(), editions.last()) {
            (Some(reason), _) => Self::Withdrawn { reason },
            (None, None) => Self::Withdrawn { reason: "every row about it was withdrawn" },
            (None, Some(_)) if editions.contains(&current) => Self::Current,
            (None, Some(last)) if *last > current => Self::Announced,
            (None, Some(last)) => Self::Retired { last: *last },
        }
    }

    fn cells(&self, set: &Set, editions: &[usize]) -> Cells {
        let (way, reason) = match *self {
            Self::Current => (0, ""),
            Self::Announced => (1, ""),
            Self::Retired { .. } => (2, ""),
            Self::Withdrawn { reason } => (3, reason),
        };
        Cells::new().byte(way).text(reason).bits(set, editions)
    }

    /// Why the provider should no longer be used: it is retired or withdrawn.
    fn deprecated(&self, register: &Register, provider: &ProviderRow) -> Option<String> {
        match *self {
            Self::Current | Self::Announced => None,
            Self::Withdrawn { reason } => Some(format!("withdrawn: {reason}")),
            Self::Retired { last } => Some(format!(
                "last listed {}, absent from {}; {}",
                register.editions()[last].id,
                register.current_edition().id,
                successors(register, provider, last)
            )),
        }
    }
}

/// Which providers followed a provider after the last edition that lists it.
fn successors(register: &Register, provider: &ProviderRow, last: usize) -> String {
    let later = &register.editions()[last + 1..];
    let names: Vec<String> = (register.successions.iter())
        .filter(|row| row.predecessor == provider.key && !row.is_withdrawn())
        .filter(|row| later.iter().any(|edition| edition.id == row.edition))
        .filter_map(|row| {
            let name = &register.provider(&row.successor)?.name;
            let inferred = if row.certainty == Certainty::Stated { "" } else { " (inferred)" };
            Some(format!("{name}{inferred}"))
        })
        .collect();
    match names.as_slice() {
        [] => "no successor known".to_owned(),
        [one] => format!("successor: {one}"),
        many => format!("successors: {}", many.join(", ")),
    }
}

fn doc(
    register: &Register,
    published: &Published<'_>,
    sets: &Sets,
    provider: &ProviderRow,
    engagements: Range<usize>,
    editions: &[usize],
) -> String {
    let mut doc = docs::plain(&provider.name);
    if let Some(last) = editions.last() {
        let edition = &register.editions()[*last];
        for place in engagements {
            if let Some(listing) = published.listing_in(place, edition) {
                let engagement = published.engagements[place];
                doc.push_str(&row_doc(register, sets, engagement, edition, listing));
            }
        }
    }
    if !provider.aliases.names().is_empty() {
        let names: Vec<String> =
            provider.aliases.names().iter().map(|n| docs::escaped(n)).collect();
        doc.push_str(&format!("\n\n Also printed as: {}.", names.join(", ")));
    }
    if !editions.is_empty() {
        doc.push_str(&format!("\n\n Listed in {}.", editions_doc(register, editions)));
    }
    doc
}

/// Which editions these are, those that follow each other as one: `the editions of 2018-11-05 to
/// 2020-01-01, and of 2022-01-01, the current one`.
fn editions_doc(register: &Register, editions: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for edition in editions.iter().copied() {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == edition => *last = edition,
            _ => runs.push((edition, edition)),
        }
    }
    let name = |place: usize| {
        let remark = match place.cmp(&register.current_position()) {
            std::cmp::Ordering::Less => "",
            std::cmp::Ordering::Equal => ", the current one",
            std::cmp::Ordering::Greater => ", which is announced",
        };
        format!("{}{remark}", register.editions()[place].id)
    };
    let runs = runs.into_iter().map(|(first, last)| match last - first {
        0 => format!("of {}", name(last)),
        _ => format!("of {} to {}", register.editions()[first].id, name(last)),
    });
    let noun = if editions.len() == 1 { "the edition" } else { "the editions" };
    format!("{noun} {}", runs.collect::<Vec<_>>().join(", and "))
}

/// A place of storage, with its context and its condition in brackets.
fn place_doc(vocabulary: &Vocabulary, row: &StorageRow) -> String {
    let name = docs::escaped(vocabulary.place_name(&row.place));
    match row.context_and_condition() {
        limits if limits.is_empty() => name,
        limits => format!("{name} ({})", docs::escaped(&limits)),
    }
}

/// What an edition says of a provider in one row.
fn row_doc(
    register: &Register,
    sets: &Sets,
    engagement: &Engagement,
    edition: &Edition,
    listing: &ListingRow,
) -> String {
    let row = &engagement.row;
    let vocabulary = &register.vocabulary;
    let mut doc = format!("\n\n{}", docs::plain(&row.summary));
    doc.push_str("\n\n");
    doc.push_str(&data_doc(register, sets, engagement));
    let country = match row.entity_country.known() {
        Some(key) => Vocabulary::name(&vocabulary.countries, key).to_owned(),
        None => "not stated".to_owned(),
    };
    let kept = match row.storage {
        StorageStatus::Listed => {
            engagement.standing_storage().map(|row| place_doc(vocabulary, row)).collect::<Vec<_>>()
        }
        StorageStatus::None => vec!["nothing is kept".to_owned()],
        StorageStatus::NotApplicable => vec!["not applicable".to_owned()],
        StorageStatus::SeeProvider => vec!["see the provider".to_owned()],
        StorageStatus::Unknown => vec!["not stated".to_owned()],
    };
    let kept = kept.join(", ");
    doc.push_str(&format!(" - Company in: {country}. Data kept in: {kept}.\n"));
    if let Some(source) = register.document(&listing.document) {
        doc.push_str(&format!(
            " - Source: {}, edition of {}, row {}.",
            docs::escaped(&source.title),
            edition.id,
            listing.row
        ));
    }
    doc
}

/// Which data passes: a line for each group of people, use and condition.
fn data_doc(register: &Register, sets: &Sets, engagement: &Engagement) -> String {
    if engagement.row.data == DataStatus::Unknown {
        return " - The source does not say which data passes.\n".to_owned();
    }
    let mut data: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for disclosure in engagement.standing_disclosures().filter(|row| row.asserted == Asserted::Yes)
    {
        let mut whose = match &disclosure.data_subject {
            Stated::Known(key) => {
                format!(" - Of [`{key}`]({})", link(sets, "DataSubject", key))
            }
            Stated::None => " - Of nobody".to_owned(),
            _ => " - Of people the source does not name".to_owned(),
        };
        if let Some(key) = disclosure.context.known() {
            let context = Vocabulary::name(&register.vocabulary.contexts, key);
            whose.push_str(&format!(", for {}", docs::escaped(context)));
        }
        let condition = match disclosure.condition.known() {
            Some(text) => format!(". Condition: {}", docs::escaped(text)),
            None => String::new(),
        };
        let kind = format!(
            "[`{}`]({})",
            disclosure.data_category,
            link(sets, "DataCategory", &disclosure.data_category)
        );
        let kinds = data.entry((whose, condition)).or_default();
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let lines = data
        .into_iter()
        .map(|((whose, condition), kinds)| format!("{whose}: {}{condition}\n", kinds.join(", ")));
    lines.collect()
}
