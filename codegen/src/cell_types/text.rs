//! Free text, names and web addresses.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_with::{DeserializeFromStr, SerializeDisplay};

use super::Kind;
use crate::limits::{MAX_ADDRESS, MAX_NAME, MAX_TEXT};

macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, { $($schema:tt)* }) => {
        $(#[$doc])*
        #[derive(
            Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, SerializeDisplay, DeserializeFromStr,
        )]
        pub struct $name(pub(crate) String);

        impl std::ops::Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self(text.to_owned()))
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ $($schema)* })
            }
        }
    };
}

text_type!(
    /// A sentence or two of plain text.
    Text, { "type": "string", "minLength": 1, "maxLength": MAX_TEXT, "x-kind": Kind::Text }
);

text_type!(
    /// A name as printed.
    Name, { "type": "string", "minLength": 1, "maxLength": MAX_NAME, "x-kind": Kind::Name }
);

text_type!(
    /// An absolute `http` or `https` address.
    WebAddress, {
        "type": "string", "minLength": 1, "maxLength": MAX_ADDRESS, "format": "uri",
        "x-kind": Kind::Address
    }
);
