//! The document as a whole.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use service_providers_codegen::row::{
    Document as SourceDocument, Edition, Publisher, SuccessionRow,
};
use service_providers_codegen::{Register, Stated, Text, WebAddress, YesNo};

use super::{Engagement, Listing, Practice, Provider, Vocabularies};
use crate::export::projection::is_announced;

/// The version of the format that [`Document`] describes. It rises when programs that read the
/// format have to change.
pub const FORMAT_VERSION: u32 = 2;

/// One edition of a register of service providers, with everything it refers to. No fact is left
/// out. If one is missing, a word says in which way: `unknown` (the source does not say), `none`
/// (there is none) or `not-applicable` (the source says that the question does not arise). A provider
/// or disclosure whose `withdrawn` is not `none` was a mistake. It is kept with the reason and must
/// not be used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "service-providers.json")]
pub struct Document {
    /// The version of this format.
    #[schemars(range(min = 2, max = 2))]
    pub format_version: u32,
    /// What the register is.
    pub register: About,
    /// The edition.
    pub edition: Edition,
    /// `yes` if the edition is announced and not in force yet.
    pub announced: YesNo,
    /// The providers that the edition lists or names, by key.
    pub providers: Vec<Provider>,
    /// Which of these providers followed which.
    pub successions: Vec<SuccessionRow>,
    /// The published rows, in published order.
    pub engagements: Vec<Engagement>,
    /// The data transparency records, in published order.
    pub practices: Vec<Practice>,
    /// Where each of these rows and records is published, in published order.
    pub listings: Vec<Listing>,
    /// Every vocabulary, also the terms that no row uses.
    pub vocabularies: Vocabularies,
}

/// What the register is, its documents and all its editions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The company whose providers these are.
    pub publisher: Publisher,
    /// On what terms the data may be used.
    pub data_licence_note: Text,
    /// The web address under which the exports are published, or `unknown`.
    #[schemars(extend("x-words" = ["unknown"]))]
    pub exports_address: Stated<WebAddress>,
    /// The documents that the facts come from.
    pub documents: Vec<SourceDocument>,
    /// The editions of the register, oldest first.
    pub editions: Vec<Edition>,
    /// The newest edition that is in force. Those after it are announced.
    pub current: String,
}

impl Document {
    /// The document of an edition.
    pub fn new(register: &Register, edition: &Edition) -> Self {
        Self::with(register, edition, &register.excerpt(&edition.id))
    }

    /// The document of an edition of which the excerpt is known.
    pub fn with(register: &Register, edition: &Edition, excerpt: &Register) -> Self {
        let file = &register.file;
        Self {
            format_version: FORMAT_VERSION,
            register: About {
                publisher: file.publisher.clone(),
                data_licence_note: file.data_licence_note.clone(),
                exports_address: file.exports_address.clone(),
                documents: file.documents.clone(),
                editions: file.editions.clone(),
                current: file.current.clone(),
            },
            edition: edition.clone(),
            announced: if is_announced(register, edition) { YesNo::Yes } else { YesNo::No },
            providers: Provider::all(excerpt),
            successions: excerpt.successions.clone(),
            engagements: Engagement::all(register, edition),
            practices: Practice::all(register, edition),
            listings: Listing::all(register, edition),
            vocabularies: Vocabularies::new(&excerpt.vocabulary),
        }
    }
}
