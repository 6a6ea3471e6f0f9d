//! The checks. Every file is one check, with its code, its purpose, and how it finds.
//!
//! To add one, add a file, its line in [`CHECKS`], and its test in
//! `tests/tests/all/commands/audit.rs`.

mod child_data_without_safeguard;
mod country_unknown;
mod data_subject_unknown;
mod data_unnamed;
mod documents_disagree;
mod former_recipient;
mod no_records;
mod plain_http_link;
mod sections_disagree;
mod shared_policy_link;
mod similar_name;
mod storage_unknown;
mod storing_without_engagement;
mod transfer_without_basis;
mod unanswered_sharing;
mod undeclared_data;
mod unlisted_recipient;

use super::finding::Check;

/// Every check, in the order in which findings are reported.
pub static CHECKS: [&Check; 17] = [
    &documents_disagree::CHECK,
    &sections_disagree::CHECK,
    &unlisted_recipient::CHECK,
    &storing_without_engagement::CHECK,
    &former_recipient::CHECK,
    &no_records::CHECK,
    &undeclared_data::CHECK,
    &unanswered_sharing::CHECK,
    &child_data_without_safeguard::CHECK,
    &transfer_without_basis::CHECK,
    &country_unknown::CHECK,
    &storage_unknown::CHECK,
    &data_unnamed::CHECK,
    &data_subject_unknown::CHECK,
    &shared_policy_link::CHECK,
    &similar_name::CHECK,
    &plain_http_link::CHECK,
];
