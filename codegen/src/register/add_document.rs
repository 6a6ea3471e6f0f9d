//! Adds a document whose rows are mostly those of another.

use serde_json::{Value, json};

use super::source_files::table_file;
use super::{Refused, Register};
use crate::cell_types::{Key, YesNo};
use crate::suggest;
use crate::tables::row::ListingRow;
use crate::tables::{REGISTER, Row as _};
use crate::text::json_text;

/// The source files that adding a document changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedDocument {
    /// The files, as pairs of the path inside the data folder and the bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// How many rows were copied.
    pub listings: usize,
}

impl Register {
    /// The source files with one more document: a further revision of the list of another, with copies
    /// of its rows.
    ///
    /// What nobody has looked up in the new document is blank, and `check` refuses a blank: the
    /// number of every row, the date of the document and how it is known. Digests are not copied.
    ///
    /// # Errors
    /// Where the id is no key or is taken, and where there is no such document to copy from, or its
    /// rows are not listed.
    pub fn add_document_like(&self, id: &str, other: &str) -> Result<AddedDocument, Refused> {
        if let Err(reason) = Key::chosen(id) {
            return Err(Refused(format!("`{id}` cannot be the id of a document; {reason}")));
        }
        if self.document(id).is_some() {
            return Err(Refused(format!("there is a document `{id}` already")));
        }
        let Some(like) = self.document(other) else {
            let known = self.documents().iter().map(|document| document.id.as_str());
            let help = suggest::name_help(other, known);
            return Err(Refused(format!("there is no document `{other}`; {help}")));
        };
        if like.listed == YesNo::No {
            return Err(Refused(format!(
                "`{other}` is only cited as evidence, so there are no rows to copy"
            )));
        }
        let rows: Vec<Value> = self.listings_in(other).iter().map(|row| copied(row, id)).collect();
        let listings = rows.len();
        let all = self.listings.iter().map(|row| serde_json::to_value(row).expect("text"));
        let listings_file = table_file::<ListingRow>(all.chain(rows));
        Ok(AddedDocument {
            files: vec![
                (REGISTER.to_owned(), self.register_file_with(id, other)),
                (ListingRow::PATH.to_owned(), listings_file),
            ],
            listings,
        })
    }

    /// `register.json` with a further document after the one that it is like.
    fn register_file_with(&self, id: &str, other: &str) -> Vec<u8> {
        let mut file = serde_json::to_value(&self.file).expect("the file is made of text");
        let documents = file["documents"].as_array_mut().expect("a list");
        let at = documents.iter().position(|document| document["id"] == other);
        let at = at.expect("the document is there");
        let mut document = documents[at].clone();
        for (member, value) in [
            ("id", json!(id)),
            ("date", json!("")),
            ("date_basis", json!("")),
            ("address", json!("unknown")),
            ("sha256", json!("unknown")),
        ] {
            document[member] = value;
        }
        documents.insert(at + 1, document);
        json_text(&file).into_bytes()
    }
}

/// A row of the new document: what the other says, under a number that nobody has looked up.
fn copied(row: &ListingRow, document: &str) -> Value {
    let mut row = serde_json::to_value(row).expect("rows are made of text");
    row["document"] = json!(document);
    row["row"] = json!("");
    for digest in ["purpose_digest", "data_digest", "location_digest", "features_digest"] {
        row[digest] = json!("unknown");
    }
    row
}
