//! Digests: of a document, and of what a published row says in one column.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_with::{DeserializeFromStr, SerializeDisplay};

use super::Kind;

/// Defines text types whose form is given by a pattern.
macro_rules! digest_types {
    ($($(#[$doc:meta])* $name:ident { $($schema:tt)* })*) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, SerializeDisplay, DeserializeFromStr,
        )]
        pub struct $name(String);

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
                json_schema!({ "type": "string", $($schema)* })
            }
        }
    )*};
}

digest_types! {
    /// The SHA-256 of a document's bytes.
    Sha256 {
        "pattern": "^([0-9a-f]{64}|unknown)$",
        "x-kind": Kind::Digest,
        "x-form": "64 hexadecimal digits in lower case, or `unknown`"
    }
    /// A digest of what a published row says in one column. The prefix is the version of the rules
    /// by which the text was normalised before it was hashed, so that digests of two versions are
    /// never compared.
    ColumnDigest {
        "pattern": "^(n1:[0-9a-f]{64}|unknown)$",
        "x-kind": Kind::Digest,
        "x-form": "`n1:` and 64 hexadecimal digits in lower case, or `unknown`"
    }
}
