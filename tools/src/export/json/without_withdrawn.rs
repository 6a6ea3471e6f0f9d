//! A document as other formats write it: without what was withdrawn, with denials apart from disclosures, and with
//! each published row joined to its listing.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Value;

use service_providers_codegen::{
    Asserted, DataOrAny, Form, Key, Likelihood, Party, Stated, Text, YesNo,
};

use super::{Disclosure, Document, Engagement, Listing};
use crate::missing::NONE;

/// The member that says why something was a mistake.
const WITHDRAWN: &str = "withdrawn";

/// The thing as JSON, without withdrawn parts and without the member `withdrawn`.
pub fn without_withdrawn(thing: &impl Serialize) -> Value {
    let mut facts = serde_json::to_value(thing).expect("every key is text");
    remove_withdrawn(&mut facts);
    facts
}

fn remove_withdrawn(value: &mut Value) {
    match value {
        Value::Array(items) => {
            items.retain(|item| item.get(WITHDRAWN).is_none_or(|reason| reason == NONE));
            items.iter_mut().for_each(remove_withdrawn);
        }
        Value::Object(members) => {
            if members.get(WITHDRAWN).is_some_and(|reason| reason == NONE) {
                members.shift_remove(WITHDRAWN);
            }
            members.values_mut().for_each(remove_withdrawn);
        }
        _ => {}
    }
}

/// The published rows of a document with their listings, for formats in which the two are one.
pub struct RowsWithListings<'d> {
    document: &'d Document,
    listings: HashMap<(&'d str, u32, u32), &'d Listing>,
}

impl<'d> RowsWithListings<'d> {
    /// The rows of a document.
    pub fn of(document: &'d Document) -> Self {
        let listings = document.listings.iter().map(|it| ((&*it.document, it.row, it.part), it));
        Self { document, listings: listings.collect() }
    }

    /// The members of a row but its disclosures, without what was withdrawn in it; `listing` holds what only
    /// its listing says.
    pub fn row(&self, row: &Engagement) -> Value {
        let mut facts = without_withdrawn(&Engagement { disclosures: Vec::new(), ..row.clone() });
        if let Value::Object(members) = &mut facts {
            members.shift_remove("disclosures");
        }
        let listing = self.listings.get(&(&*row.document, row.row, row.part));
        facts["listing"] = listing.map(|listing| listing.rest()).into();
        facts
    }

    /// The listings of records.
    pub fn others(&self) -> Vec<&'d Listing> {
        let listings = self.document.listings.iter();
        listings.filter(|listing| listing.engagement.known().is_none()).collect()
    }
}

/// What a disclosure says, or a denial.
#[derive(Serialize)]
pub struct DisclosureFacts<'d> {
    position: u32,
    sender: &'d Party,
    recipient: &'d Party,
    data_category: &'d DataOrAny,
    data_subject: &'d Stated<Key>,
    form: Form,
    likelihood: Likelihood,
    example: YesNo,
    context: &'d Stated<Key>,
    condition: &'d Stated<Text>,
}

impl<'d> DisclosureFacts<'d> {
    fn of(row: &'d Disclosure) -> Self {
        Self {
            position: row.position,
            sender: &row.sender,
            recipient: &row.recipient,
            data_category: &row.data_category,
            data_subject: &row.data_subject,
            form: row.form,
            likelihood: row.likelihood,
            example: row.example,
            context: &row.context,
            condition: &row.condition,
        }
    }
}

impl Engagement {
    /// The disclosures that the source says happen, or do not. Those that were withdrawn are left out.
    pub fn standing_disclosures(
        &self,
        asserted: Asserted,
    ) -> impl Iterator<Item = (&Disclosure, DisclosureFacts<'_>)> {
        let rows = self.disclosures.iter().filter(move |row| row.asserted == asserted);
        rows.filter(|row| row.withdrawn == Stated::None).map(|row| (row, DisclosureFacts::of(row)))
    }
}
