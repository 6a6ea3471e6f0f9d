//! A published row that says something else than the engagement it cites: a copy of the engagement
//! is made and cited instead, ready to be edited.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{Engagement, Refused, Register};
use crate::cell_types::{Key, Stated};
use crate::suggest;

/// What a revision did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The key of the copy.
    pub key: String,
    /// How many published rows cite the copy now.
    pub listings: usize,
    /// How many disclosures were copied with it.
    pub disclosures: usize,
    /// How many features were copied with it.
    pub features: usize,
    /// How many places of storage were copied with it.
    pub places: usize,
    /// How many contract facts were copied with it.
    pub contract_facts: usize,
}

/// What undoing a revision did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// How many published rows cite the original again.
    pub listings: usize,
    /// Whether the copy is gone: nothing cited it any more.
    pub deleted: bool,
}

impl Register {
    /// Copies an engagement, with its disclosures, features, places of storage and contract facts, and
    /// lets the published rows of one document that cite it cite the copy. The document may be older or
    /// newer than others that cite the engagement: they keep what they say. The copy gets this key, or
    /// one made of the provider and the document.
    ///
    /// # Errors
    /// Where there is no such engagement or document; where no row of the document cites the
    /// engagement; and where the key is taken, too long, or does not begin with the provider's key.
    pub fn revise(
        &mut self,
        engagement: &str,
        document: &str,
        key: Option<&str>,
    ) -> Result<Revision, Refused> {
        let at = self.find(engagement)?;
        self.known_document(document)?;
        if self.cited_in(document, engagement) == 0 {
            return Err(self.not_cited(engagement, document));
        }
        let key = match key {
            Some(key) => self.free_key(at, key)?,
            None => self.key_of_copy(at, document)?,
        };
        let mut copy = self.engagements[at].clone();
        copy.row.key = key.clone();
        for row in &mut copy.features {
            row.engagement = key.clone();
        }
        for row in &mut copy.storage {
            row.engagement = key.clone();
        }
        for row in &mut copy.disclosures {
            row.engagement = key.clone();
        }
        for row in &mut copy.contract_facts {
            row.engagement = key.clone();
        }
        let revision = Revision {
            key: key.to_string(),
            listings: self.cite_instead(document, engagement, &key),
            disclosures: copy.disclosures.len(),
            features: copy.features.len(),
            places: copy.storage.len(),
            contract_facts: copy.contract_facts.len(),
        };
        let at = self.engagements.partition_point(|other| other.row.key < key);
        self.engagements.insert(at, copy);
        Ok(revision)
    }

    /// Takes a revision back: the published rows of a document that cite the copy cite the original
    /// again, and the copy is deleted where no other document cites it.
    ///
    /// # Errors
    /// Where there is no such engagement or document; where the two are about different providers;
    /// and where no row of the document cites the copy.
    pub fn undo_revision(
        &mut self,
        copy: &str,
        original: &str,
        document: &str,
    ) -> Result<Undone, Refused> {
        let (at, original_at) = (self.find(copy)?, self.find(original)?);
        self.known_document(document)?;
        let (copied, first) = (&self.engagements[at].row, &self.engagements[original_at].row);
        if copied.provider != first.provider || copy == original {
            return Err(Refused(format!("`{copy}` is no copy of `{original}`")));
        }
        if self.cited_in(document, copy) == 0 {
            return Err(self.not_cited(copy, document));
        }
        let listings = self.cite_instead(document, copy, &Key::new(original));
        let deleted = self.listings_of(copy).next().is_none();
        if deleted {
            self.engagements.remove(at);
        }
        Ok(Undone { listings, deleted })
    }

    /// The facts that two engagements share, by the names of their columns in engagements.csv, with
    /// `disclosures`, `features` and `contract_facts` for what belongs to them, and `storage` for the
    /// status together with the places: after a revision, the fields that nobody has edited yet.
    /// `None` if there is no such engagement.
    pub fn shared_facts(&self, one: &str, other: &str) -> Option<Vec<String>> {
        self.facts_where(one, other, |one, other| one == other)
    }

    /// The facts in which two engagements differ, by the names of [`Register::shared_facts`].
    pub fn differing_facts(&self, one: &str, other: &str) -> Option<Vec<String>> {
        self.facts_where(one, other, |one, other| one != other)
    }

    fn facts_where(
        &self,
        one: &str,
        other: &str,
        is_wanted: impl Fn(&Value, &Value) -> bool,
    ) -> Option<Vec<String>> {
        let (one, other) = (facts(self.engagement(one)?), facts(self.engagement(other)?));
        let wanted = one.iter().filter(|(name, value)| is_wanted(value, &other[name.as_str()]));
        Some(wanted.map(|(name, _)| name.clone()).collect())
    }

    fn find(&self, key: &str) -> Result<usize, Refused> {
        let known =
            self.engagements.iter().position(|engagement| engagement.row.key.as_str() == key);
        known.ok_or_else(|| {
            let rows = || self.engagements.iter().map(|engagement| &engagement.row);
            let of_provider: Vec<String> = (rows().filter(|row| row.provider.as_str() == key))
                .map(|row| format!("`{}`", row.key))
                .collect();
            let help = if of_provider.is_empty() {
                suggest::name_help(key, rows().map(|row| row.key.as_str())).to_string()
            } else {
                format!("the engagements of `{key}`: {}", of_provider.join(", "))
            };
            Refused(with_help(format!("there is no engagement `{key}`"), help))
        })
    }

    fn known_document(&self, id: &str) -> Result<(), Refused> {
        if self.document(id).is_some() {
            return Ok(());
        }
        let known = self.documents().iter().map(|document| document.id.as_str());
        Err(Refused(with_help(
            format!("there is no document `{id}` in register.json"),
            suggest::name_help(id, known).to_string(),
        )))
    }

    /// How many rows of a document cite an engagement.
    fn cited_in(&self, document: &str, engagement: &str) -> usize {
        self.listings_of(engagement).filter(|row| row.document.as_str() == document).count()
    }

    fn not_cited(&self, engagement: &str, document: &str) -> Refused {
        let citing: Vec<String> =
            self.listings_of(engagement).map(|row| format!("`{}`", row.document)).collect();
        let help = match citing.is_empty() {
            true => String::new(),
            false => format!("cited in: {}", citing.join(", ")),
        };
        Refused(with_help(format!("no row of `{document}` cites `{engagement}`"), help))
    }

    /// Lets the rows of a document that cite one engagement cite another.
    fn cite_instead(&mut self, document: &str, from: &str, to: &Key) -> usize {
        let rows = self.listings.iter_mut().filter(|row| {
            row.document.as_str() == document
                && row.engagement.known().is_some_and(|key| key.as_str() == from)
        });
        rows.map(|row| row.engagement = Stated::Known(to.clone())).count()
    }

    /// The provider and the document, with a number after them where that key is taken.
    fn key_of_copy(&self, at: usize, document: &str) -> Result<Key, Refused> {
        let key = format!("{}-{document}", self.engagements[at].row.provider);
        let further = (2..).map(|number| format!("{key}-{number}"));
        let free = std::iter::once(key.clone())
            .chain(further)
            .find(|key| self.engagement(key).is_none())
            .unwrap_or(key);
        self.free_key(at, &free)
    }

    /// A key that no engagement has, as the rules want it.
    fn free_key(&self, at: usize, key: &str) -> Result<Key, Refused> {
        let provider = &self.engagements[at].row.provider;
        let refuse = |message: String| Err(Refused(message));
        if self.engagement(key).is_some() {
            return refuse(format!("there is an engagement `{key}` already"));
        }
        let begins = key.strip_prefix(provider.as_str()).is_some_and(|rest| rest.starts_with('-'));
        let cannot = |reason: String| {
            Refused(format!("`{key}` cannot be the key of a row about `{provider}`; {reason}"))
        };
        if !begins {
            return Err(cannot(format!("begin it with `{provider}-`")));
        }
        Key::chosen(key).map_err(cannot)
    }
}

/// What an engagement says, by name. Its key and its provider are no facts of a copy.
fn facts(engagement: &Engagement) -> Map<String, Value> {
    let mut row = value(&engagement.row);
    let storage = vec![row["storage"].take(), parts(&engagement.storage)];
    row["disclosures"] = parts(&engagement.disclosures);
    row["features"] = parts(&engagement.features);
    row["storage"] = storage.into();
    row["contract_facts"] = parts(&engagement.contract_facts);
    let facts = row.as_object().cloned().unwrap_or_default().into_iter();
    facts.filter(|(name, _)| !["key", "provider"].contains(&name.as_str())).collect()
}

fn with_help(message: String, help: String) -> String {
    if help.is_empty() { message } else { format!("{message}; {help}") }
}

fn value(row: &impl Serialize) -> Value {
    serde_json::to_value(row).expect("rows are made of text")
}

/// The rows of an engagement, without its key.
fn parts<R: Serialize>(rows: &[R]) -> Value {
    let part = |row| {
        let mut part = value(row);
        part["engagement"].take();
        part
    };
    rows.iter().map(part).collect()
}
