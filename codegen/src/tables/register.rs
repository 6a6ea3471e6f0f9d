//! `register.json`: who publishes the register, from which documents, in which editions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::cell_types::{
    Day, DayOrUnknown, DocumentDate, EditionId, Key, Name, PageColumn, Sha256, Stated, Text,
    WebAddress, YesNo,
};
use crate::limits::{MAX_ITEMS, MAX_MEMBERS, MAX_NUMBER};

/// The version of the tables' format.
pub const FORMAT_VERSION: u32 = 2;

/// The path of the file inside the data folder.
pub const REGISTER: &str = "register.json";

/// The name by which columns refer to the documents of `register.json`.
pub(crate) const DOCUMENTS: &str = "documents";

/// The name by which columns refer to the editions of `register.json`.
pub(crate) const EDITIONS: &str = "editions";

/// What the register is, its documents and its editions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterFile {
    /// The version of the tables' format. This tool reads version 2.
    #[schemars(range(min = FORMAT_VERSION, max = FORMAT_VERSION))]
    pub format_version: u32,
    /// The company whose providers these are.
    pub publisher: Publisher,
    /// On what terms the data may be used.
    pub data_licence_note: Text,
    /// The web address under which the exports are published. `unknown` if they are not.
    #[schemars(extend("x-words" = ["unknown"]))]
    pub exports_address: Stated<WebAddress>,
    /// What the columns of the published pages hold, where their headers do not say it in known
    /// words, such as `name=Who helps us`. May be left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<PageColumn>", length(max = MAX_ITEMS))]
    pub page_columns: Vec<String>,
    /// The documents that the facts come from.
    #[schemars(length(min = 1, max = MAX_MEMBERS))]
    pub documents: Vec<Document>,
    /// The editions of the register, oldest first.
    #[schemars(length(min = 1, max = MAX_MEMBERS))]
    pub editions: Vec<Edition>,
    /// The newest edition that is in force. Those after it are announced.
    #[schemars(with = "EditionId", extend("x-references" = "editions"))]
    pub current: String,
}

/// The company that publishes the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Publisher {
    /// A short key.
    pub key: Key,
    /// The name to show.
    pub name: Name,
    /// Where questions go. The notice tells it. `unknown` if no document says.
    #[schemars(extend("x-words" = ["unknown"]))]
    pub contact: Stated<Text>,
    /// How customers object to a change, as a sentence. The notice prints it. `unknown` if no
    /// document says.
    #[schemars(extend("x-words" = ["unknown"]))]
    pub objection: Stated<Text>,
}

/// A document that facts come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Document {
    /// The key by which rows cite it.
    pub id: Key,
    /// The key of the list or page that it is a revision of. All revisions of one list have the
    /// same.
    pub list: Key,
    /// Its title.
    pub title: Name,
    /// Its date: a day, or a month where the document names no day. `unknown` if it bears none.
    #[schemars(with = "DocumentDate", extend("x-words" = ["unknown"]))]
    pub date: Stated<String>,
    /// How the date is known.
    pub date_basis: Text,
    /// The web address from which it was taken. `unknown` if nobody wrote it down.
    #[schemars(extend("x-words" = ["unknown"]))]
    pub address: Stated<WebAddress>,
    /// The SHA-256 of its bytes. `unknown` if they are not held.
    #[schemars(extend("x-words" = ["unknown"]))]
    pub sha256: Stated<Sha256>,
    /// `yes` if every published row of it is in listings.csv, `no` if it is only cited as
    /// evidence.
    pub listed: YesNo,
    /// How many rows it publishes. `0` where it is only cited as evidence.
    #[schemars(range(min = 0, max = MAX_NUMBER))]
    pub published_rows: u32,
}

/// One edition of the register: documents that hold together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Edition {
    /// Its id: the date of publication, with `-2`, `-3` and so on for a further one on that day.
    #[schemars(with = "EditionId")]
    pub id: String,
    /// When it was published, `YYYY-MM-DD`.
    #[schemars(with = "Day")]
    pub published: String,
    /// When it takes effect. `unknown` if no document says.
    #[schemars(with = "DayOrUnknown", extend("x-words" = ["unknown"]))]
    pub effective: Stated<String>,
    /// Until when customers may object. `unknown` if no document says.
    #[schemars(with = "DayOrUnknown", extend("x-words" = ["unknown"]))]
    pub objection_until: Stated<String>,
    /// The documents that it is made of, each a revision of another list, in the order in which
    /// their rows are published.
    #[schemars(length(min = 1, max = MAX_MEMBERS), extend("x-references" = "documents"))]
    pub documents: Vec<Key>,
    /// On what basis a document that is undated, or dated later than the edition, is among them.
    /// `none` where there is no such document.
    #[schemars(extend("x-words" = ["none"]))]
    pub undated_basis: Stated<Text>,
}
