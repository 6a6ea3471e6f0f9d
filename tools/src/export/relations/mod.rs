//! The register over all editions as relations: tables of typed cells. `datapackage`, `sql` and `jsonl`
//! write these and nothing else, so no two of them can disagree.
//!
//! - Names, descriptions, closed sets and references come from the row types (`source`).
//! - An optional column is followed by a status column that says why a cell is empty. So a column of codes holds
//!   nothing but codes.
//! - Denials and withdrawn rows have relations of their own. So a query that forgets a filter does not count them
//!   as facts.
//! - What the library knows besides the tables stands in relations as well: which groups and kinds of
//!   data answer a question (`matches`), and what changed between editions (`editions`).

mod actors;
mod editions;
mod flat;
mod history;
mod matches;
mod names;
mod publisher;
mod regions;
mod relation;
mod source;
mod split;
mod withdrawals;

pub use flat::{denials, disclosures};
pub use relation::{Cell, Column, ColumnRole, Holds, Reference, Relation, Status};
pub use split::without_lists;

use service_providers_codegen::register::{Engagement, VocabularyRow, VocabularyVisitor};
use service_providers_codegen::row::{
    AcceptedFindingRow, ContractFactRow, DisclosureRow, EngagementFeatureRow, EngagementRow,
    IdentifierRow, ListingRow, PracticeRecipientRow, PracticeRow, PracticeSubjectRow, ProviderRow,
    StorageRow, SuccessionRow,
};
use service_providers_codegen::{Asserted, Register, Row};

use actors::RowContext;
use source::{Source, value};
use withdrawals::Withdrawals;

use super::projection::Terms;

/// Every relation, each after those it refers to.
pub fn relations(register: &Register) -> Vec<Relation> {
    let mut all = Relations {
        context: RowContext { register, provider: "" },
        list: Vec::new(),
        withdrawals: Withdrawals::default(),
    };
    register.vocabulary.visit(&mut all);
    let terms = Terms::of(&register.vocabulary);
    all.list.push(matches::data_subject_answers(&terms));
    all.list.push(matches::data_category_answers(&terms));
    all.list.push(editions::documents(register));
    all.list.push(editions::editions(register));
    all.list.push(regions::edition_regions(register));
    all.list.push(publisher::publisher(register));
    all.add::<ProviderRow>(&register.providers);
    all.list.push(actors::actors(register));
    all.add::<IdentifierRow>(&register.identifiers);
    all.add::<SuccessionRow>(&register.successions);
    all.add_engagements(register);
    all.add_practices(register);
    all.add::<ListingRow>(&register.listings);
    all.list.push(editions::published_rows(register));
    all.list.push(editions::published_records(register));
    all.list.push(history::provider_history(register));
    all.list.push(history::provider_changes(register));
    all.add::<AcceptedFindingRow>(&register.accepted_findings);
    all.list.push(all.withdrawals.relation());
    all.list
}

/// The relations made so far.
struct Relations<'r> {
    context: RowContext<'r>,
    list: Vec<Relation>,
    withdrawals: Withdrawals,
}

impl VocabularyVisitor for Relations<'_> {
    fn visit<R: VocabularyRow>(&mut self, _: &'static str, _: &'static str, rows: &[R]) {
        self.add(rows);
    }
}

impl<'r> Relations<'r> {
    fn add<'t, R: Row + 't>(&mut self, rows: impl IntoIterator<Item = &'t R>) {
        let source = Source::of::<R>();
        self.list.push(source.relation(rows, &mut self.withdrawals, self.context));
    }

    fn add_engagements(&mut self, register: &'r Register) {
        self.add::<EngagementRow>(register.engagements.iter().map(|one| &one.row));
        // What belongs to a withdrawn row is withdrawn with it.
        let stands = |one: &&Engagement| !one.row.is_withdrawn();
        let standing = || register.engagements.iter().filter(stands);
        self.add::<EngagementFeatureRow>(standing().flat_map(|one| &one.features));
        self.add::<StorageRow>(standing().flat_map(|one| &one.storage));
        let asserted =
            self.disclosure_relation(standing(), Asserted::Yes, "engagement_disclosures");
        let denied = self.disclosure_relation(standing(), Asserted::No, "engagement_denials");
        self.list.extend([asserted, denied]);
        self.add::<ContractFactRow>(standing().flat_map(|one| &one.contract_facts));
    }

    /// The disclosures that the sources say happen, or do not.
    fn disclosure_relation<'e>(
        &mut self,
        engagements: impl Iterator<Item = &'e Engagement>,
        asserted: Asserted,
        name: &str,
    ) -> Relation {
        let source = Source::of::<DisclosureRow>();
        let mut rows = Vec::new();
        for engagement in engagements {
            let context =
                RowContext { provider: &engagement.row.provider, register: self.context.register };
            for row in engagement.disclosures.iter().filter(|row| row.asserted == asserted) {
                let row = value(row);
                if !self.withdrawals.keep_if_withdrawn(name, DisclosureRow::KEY, &row) {
                    rows.push(source.cells(&row, context));
                }
            }
        }
        let description = match asserted {
            Asserted::Yes => {
                "One kind of data about one group of people that passes between two parties."
            }
            Asserted::No => {
                "One kind of data about one group of people of which the source says that it does not \
                 pass between two parties: in one use or under one condition, where it names one."
            }
        };
        Relation { description: description.to_owned(), ..source.named(name).with(rows) }
    }

    fn add_practices(&mut self, register: &Register) {
        self.add::<PracticeRow>(register.practices.iter().map(|one| &one.row));
        let standing = || register.practices.iter().filter(|one| !one.row.is_withdrawn());
        self.add::<PracticeSubjectRow>(standing().flat_map(|one| &one.subjects));
        self.add::<PracticeRecipientRow>(standing().flat_map(|one| &one.recipients));
    }
}
