//! Digests: of a document, and of what a published row says in one column.

use super::text::text_type;
use super::{Kind, cell_schema};

text_type!(
    /// The SHA-256 of a document's bytes.
    Sha256, {
        "type": "string",
        "pattern": "^([0-9a-f]{64}|unknown)$",
        "x-kind": Kind::Digest,
        "x-form": "64 hexadecimal digits in lower case, or `unknown`"
    }
);

text_type!(
    /// A digest of what a published row says in one column. The prefix is the version of the rules
    /// by which the text was normalised before it was hashed, so that digests of two versions are
    /// never compared.
    ColumnDigest, {
        "type": "string",
        "pattern": "^(n1:[0-9a-f]{64}|unknown)$",
        "x-kind": Kind::Digest,
        "x-form": "`n1:` and 64 hexadecimal digits in lower case, or `unknown`"
    }
);
