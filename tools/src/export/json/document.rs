//! The document as a whole.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use service_providers_codegen::row::{Edition, Publisher, Source, SuccessionRow};
use service_providers_codegen::{Register, Text};

use super::{Engagement, Practice, Provider, Vocabularies};

/// The version of the format that [`Document`] describes. It rises when programs that read the
/// format have to change.
pub const FORMAT_VERSION: u32 = 1;

/// One edition of a register of service providers, with everything it refers to. No fact is left
/// out. If one is missing, a word says in which way: `unknown` (the source does not say), `none`
/// (there is none) or `not-applicable` (the source says that the question does not arise). A row
/// whose `withdrawn` is not `none` was a mistake. It is kept with the reason and must not be used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "service-providers.json")]
pub struct Document {
    /// The version of this format.
    #[schemars(range(min = 1, max = 1))]
    pub format_version: u32,
    /// What the register is.
    pub register: About,
    /// The edition.
    pub edition: Edition,
    /// The providers that the edition lists or names, by key.
    pub providers: Vec<Provider>,
    /// Which of these providers followed which.
    pub successions: Vec<SuccessionRow>,
    /// The published rows in published order; after them the withdrawn ones, by key.
    pub engagements: Vec<Engagement>,
    /// The data transparency records of the edition's time in published order; after them the
    /// withdrawn ones, by key.
    pub practices: Vec<Practice>,
    /// Every vocabulary, also the terms that no row uses.
    pub vocabularies: Vocabularies,
}

/// What the register is, its source documents and all its editions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The company whose providers these are.
    pub publisher: Publisher,
    /// On what terms the data may be used.
    pub data_licence_note: Text,
    /// The documents that the facts come from.
    pub sources: Vec<Source>,
    /// The editions of the list, oldest first.
    pub editions: Vec<Edition>,
}

impl Document {
    /// The document of an edition.
    pub fn new(register: &Register, edition: &Edition) -> Self {
        let excerpt = register.excerpt(&edition.id);
        let file = &excerpt.file;
        Self {
            format_version: FORMAT_VERSION,
            register: About {
                publisher: file.publisher.clone(),
                data_licence_note: file.data_licence_note.clone(),
                sources: file.sources.clone(),
                editions: file.editions.clone(),
            },
            edition: edition.clone(),
            providers: excerpt.providers.iter().map(Provider::new).collect(),
            successions: excerpt.successions.clone(),
            engagements: Engagement::all(&excerpt, &edition.id),
            practices: Practice::all(&excerpt, &edition.id),
            vocabularies: Vocabularies::new(&excerpt.vocabulary),
        }
    }
}
