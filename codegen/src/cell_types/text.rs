//! Free text, names and web addresses.

use super::{Kind, cell_schema};
use crate::limits::{MAX_ADDRESS, MAX_NAME, MAX_TEXT};

/// Defines a type that holds text, with the JSON Schema of its cells.
macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, { $($schema:tt)* }) => {
        $(#[$doc])*
        #[derive(
            Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde_with::SerializeDisplay, serde_with::DeserializeFromStr,
        )]
        pub struct $name(pub(crate) String);

        impl std::ops::Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self(text.to_owned()))
            }
        }

        cell_schema!($name, |_| { $($schema)* });
    };
}
pub(super) use text_type;

text_type!(
    /// A sentence or two of plain text.
    Text, { "type": "string", "minLength": 1, "maxLength": MAX_TEXT, "x-kind": Kind::Text }
);

text_type!(
    /// A value whose form another column tells: a name, a code, a date, an address, or words.
    Value, { "type": "string", "minLength": 1, "maxLength": MAX_TEXT, "x-kind": Kind::Name }
);

text_type!(
    /// A name as printed.
    Name, { "type": "string", "minLength": 1, "maxLength": MAX_NAME, "x-kind": Kind::Name }
);

text_type!(
    /// A name that we gave.
    OwnName, { "type": "string", "minLength": 1, "maxLength": MAX_NAME, "x-kind": Kind::OwnName }
);

text_type!(
    /// A key as fideslang writes it.
    FidesKey, {
        "type": "string", "pattern": "^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$",
        "maxLength": MAX_NAME, "x-kind": Kind::Name,
        "x-form": "lower-case words joined by points, as fideslang writes its keys"
    }
);

text_type!(
    /// The version of a standard. No spreadsheet takes it for a number or a date.
    Version, {
        "type": "string", "pattern": "^v[0-9]+(\\.[0-9]+)*$", "maxLength": MAX_NAME,
        "x-kind": Kind::Version, "x-form": "a version with a `v` in front, such as v2.3"
    }
);

text_type!(
    /// An absolute `http` or `https` address.
    WebAddress, {
        "type": "string", "minLength": 1, "maxLength": MAX_ADDRESS, "format": "uri",
        "x-kind": Kind::Address
    }
);
