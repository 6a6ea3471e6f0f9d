//! Vocabularies in JSON.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use service_providers_codegen::register::{
    Record, Variants, Vocabulary, VocabularyRow, VocabularyVisitor,
};
use service_providers_codegen::{Key, Name, Text};

/// Every vocabulary, each by key: its terms, by the name of the vocabulary.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Vocabularies(BTreeMap<String, Vec<Value>>);

/// A term with a place in the published order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderedTerm {
    /// The term's key. It never changes and never goes away.
    pub key: Key,
    /// The name to show.
    pub name: Name,
    /// Published order: by rising number.
    pub position: u32,
    /// What it means, in one plain sentence.
    pub description: Text,
}

impl Vocabularies {
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let mut vocabularies = Self(BTreeMap::new());
        vocabulary.visit(&mut vocabularies);
        vocabularies
    }
}

impl VocabularyVisitor for Vocabularies {
    fn visit<R: VocabularyRow>(&mut self, name: &'static str, _: &'static str, rows: &[R]) {
        let term = |row| match R::VARIANTS {
            Some(Variants {
                key, name, record: Record::Heading { position, description }, ..
            }) => serde_json::to_value(OrderedTerm {
                key: key(row).clone(),
                name: name(row).clone(),
                position: position(row),
                description: description(row).clone(),
            }),
            _ => serde_json::to_value(row),
        };
        let terms = rows.iter().map(|row| term(row).expect("terms are made of text"));
        self.0.insert(name.to_owned(), terms.collect());
    }
}

impl JsonSchema for Vocabularies {
    fn schema_name() -> Cow<'static, str> {
        "Vocabularies".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schemas = Schemas::default();
        Vocabulary::default().visit(&mut schemas);
        let names: Vec<&str> = schemas.0.keys().copied().collect();
        let properties: BTreeMap<&str, Schema> = (schemas.0.iter())
            .map(|(name, (description, term))| {
                let schema = json_schema!({
                    "description": description, "type": "array", "items": term(generator)
                });
                (*name, schema)
            })
            .collect();
        json_schema!({
            "description": "Every vocabulary, each by key.",
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
            "required": names
        })
    }
}

/// Makes the schema of a term.
type TermSchema = fn(&mut SchemaGenerator) -> Schema;

/// By the name of a vocabulary, its description and the schema of a term.
#[derive(Default)]
struct Schemas(BTreeMap<&'static str, (&'static str, TermSchema)>);

impl VocabularyVisitor for Schemas {
    fn visit<R: VocabularyRow>(&mut self, name: &'static str, description: &'static str, _: &[R]) {
        let term: TermSchema = match R::VARIANTS {
            Some(Variants { record: Record::Heading { .. }, .. }) => {
                |generator| generator.subschema_for::<OrderedTerm>()
            }
            _ => |generator| generator.subschema_for::<R>(),
        };
        self.0.insert(name, (description, term));
    }
}
