//! Which data, or any.

use std::fmt;
use std::str::FromStr;

use serde_with::{DeserializeFromStr, SerializeDisplay};

use super::Key;

/// A kind of data, or `any`: what a source says of all data together.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, SerializeDisplay, DeserializeFromStr,
)]
pub enum DataOrAny {
    /// This kind of data.
    Kind(Key),
    /// `any`: whatever kind it is.
    Any,
}

impl DataOrAny {
    /// The word for data of any kind.
    pub(crate) const ANY: &'static str = "any";

    /// The kind, if the source names one.
    pub fn kind(&self) -> Option<&Key> {
        match self {
            Self::Kind(key) => Some(key),
            Self::Any => None,
        }
    }
}

/// The cell's text.
impl std::ops::Deref for DataOrAny {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Kind(key) => key,
            Self::Any => Self::ANY,
        }
    }
}

impl fmt::Display for DataOrAny {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl FromStr for DataOrAny {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(if text == Self::ANY { Self::Any } else { Self::Kind(Key::new(text)) })
    }
}

impl schemars::JsonSchema for DataOrAny {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DataOrAny".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Key::json_schema(generator)
    }
}
