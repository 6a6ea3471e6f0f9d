//! The checks. Every file is one check, with its code, its purpose, and how it finds.
//!
//! To add one, add a file, its line in [`CHECKS`], and its test in
//! `tests/tests/all/commands/audit.rs`.

mod child_data_without_safeguard;
mod copy_of_changed_row;
mod country_unknown;
mod data_subject_unknown;
mod data_unnamed;
mod documents_disagree;
mod former_recipient;
mod no_records;
mod partial_exclusion;
mod plain_http_link;
mod safeguard_without_form;
mod sections_disagree;
mod shared_policy_link;
mod similar_name;
mod storage_unknown;
mod storing_without_engagement;
mod territory_not_in_summary;
mod transfer_without_basis;
mod unanswered_sharing;
mod undeclared_data;
mod unlisted_recipient;
mod words_not_compared;

use super::finding::Check;

/// Every check, in the order in which findings are reported.
pub static CHECKS: [&Check; 22] = [
    &documents_disagree::CHECK,
    &sections_disagree::CHECK,
    &partial_exclusion::CHECK,
    &safeguard_without_form::CHECK,
    &copy_of_changed_row::CHECK,
    &unlisted_recipient::CHECK,
    &storing_without_engagement::CHECK,
    &former_recipient::CHECK,
    &no_records::CHECK,
    &undeclared_data::CHECK,
    &unanswered_sharing::CHECK,
    &child_data_without_safeguard::CHECK,
    &transfer_without_basis::CHECK,
    &territory_not_in_summary::CHECK,
    &country_unknown::CHECK,
    &storage_unknown::CHECK,
    &data_unnamed::CHECK,
    &data_subject_unknown::CHECK,
    &shared_policy_link::CHECK,
    &similar_name::CHECK,
    &plain_http_link::CHECK,
    &words_not_compared::CHECK,
];
