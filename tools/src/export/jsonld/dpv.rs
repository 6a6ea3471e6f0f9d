//! The terms of DPV 2.3 that say how things belong together. Terms for kinds of data, groups of
//! people, purposes and the like stand in the vocabularies of the register.

/// The namespace.
pub(super) const NAMESPACE: &str = "https://w3id.org/dpv#";

macro_rules! structure {
    ($($name:ident = $term:literal,)*) => {
        $(#[allow(dead_code, reason = "the name of a field is a literal")]
        pub(super) const $name: &str = concat!("dpv:", $term);)*

        /// Every term of the structure, without the namespace.
        pub const STRUCTURE: &[&str] = &[$($term),*];
    };
}

structure! {
    DISCLOSE = "Disclose",
    HAS_DATA = "hasData",
    HAS_DATA_SUBJECT = "hasDataSubject",
    HAS_LEGAL_BASIS = "hasLegalBasis",
    HAS_LOCATION = "hasLocation",
    HAS_MEASURE = "hasTechnicalOrganisationalMeasure",
    HAS_PERSONAL_DATA = "hasPersonalData",
    HAS_PROCESS = "hasProcess",
    HAS_PROCESSING = "hasProcessing",
    HAS_PURPOSE = "hasPurpose",
    HAS_RECIPIENT = "hasRecipient",
    HAS_STORAGE_CONDITION = "hasStorageCondition",
    PROCESS = "Process",
    SERVICE = "Service",
    STORAGE_LOCATION = "StorageLocation",
}
