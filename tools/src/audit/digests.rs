//! The digests of what a row prints, column by column.

use service_providers_codegen::row::ListingRow;
use service_providers_codegen::{ColumnDigest, Stated};

/// What a row prints in one column.
pub struct Digest {
    /// The column of `listings.csv`.
    pub column: &'static str,
    /// What the words are about.
    pub about: &'static str,
    /// The digest of a row.
    pub of: fn(&ListingRow) -> &Stated<ColumnDigest>,
}

/// Every digest of a row.
pub const DIGESTS: [Digest; 4] = [
    Digest { column: "purpose_digest", about: "purpose", of: |row| &row.purpose_digest },
    Digest { column: "data_digest", about: "data", of: |row| &row.data_digest },
    Digest { column: "location_digest", about: "location", of: |row| &row.location_digest },
    Digest { column: "features_digest", about: "features", of: |row| &row.features_digest },
];
