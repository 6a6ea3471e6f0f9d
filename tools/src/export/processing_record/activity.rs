//! The activities of an edition: its published rows and its data transparency records.

use service_providers_codegen::{Register, Stated};

use super::answer::{Answer, KeyNames, NOT_HELD};
use super::third_countries::ThirdCountries;
use super::{engagement, practice};
use crate::export::OneEdition;
use crate::export::projection::records;
use crate::missing::UNKNOWN;
use crate::page::Names;

/// What Art. 30(1) asks for: the column, and the question on the page.
pub const COLUMNS: [(&str, &str); 17] = [
    ("a_controller", "(a) Controller"),
    ("a_controller_contact", "(a) Contact of the controller"),
    ("a_joint_controllers", "(a) Joint controllers"),
    ("a_representative", "(a) Representative of the controller"),
    ("a_data_protection_officer", "(a) Data protection officer"),
    ("b_purposes", "(b) Purposes"),
    ("b_purposes_in_words", "(b) Purposes in words"),
    ("c_data_subjects", "(c) Groups of people"),
    ("c_data_categories", "(c) Kinds of data"),
    ("c_data", "(c) Which data of whom"),
    ("d_recipients", "(d) Recipients"),
    ("e_third_countries", "(e) Third countries"),
    ("e_third_countries_open", "(e) Whether there may be others"),
    ("e_places", "(e) Where the company is and data is kept"),
    ("e_safeguards", "(e) Basis of transfers"),
    ("f_erasure", "(f) Time limits for erasure"),
    ("g_security_measures", "(g) Security measures"),
];

/// Something that is done with personal data.
pub(super) struct Activity {
    /// The key of the engagement or practice.
    pub(super) key: String,
    /// The document and the row in it.
    pub(super) source: String,
    /// The anchor of its part of the page, which no other part has.
    pub(super) anchor: String,
    /// The key of the provider; `none` for a data transparency record.
    pub(super) provider: String,
    /// The heading of its part of the page.
    pub(super) title: String,
    /// The answers, in the order of [`COLUMNS`].
    pub(super) answers: Vec<Answer>,
}

/// Calls `take` for each activity of an edition, in published order. With `names`, keys become names.
pub(super) fn each_activity(
    one: &OneEdition<'_>,
    names: Option<&Names>,
    mut take: impl FnMut(Activity),
) {
    let (register, edition) = (one.register, one.edition);
    let (key_names, third) = (KeyNames(names), ThirdCountries::of(register, edition));
    for row in one.published_rows() {
        take(engagement::activity(register, &third, row, key_names));
    }
    for record in records(register, &edition.id) {
        take(practice::activity(register, &third, &record, key_names));
    }
}

/// The answers to (a): who is responsible.
pub(super) fn responsible(register: &Register, joint_controllers: Answer) -> [Answer; 5] {
    let publisher = &register.file.publisher;
    [
        Answer::Texts(vec![publisher.name.to_string()]),
        match &publisher.contact {
            Stated::Known(contact) => Answer::Texts(vec![contact.to_string()]),
            _ => Answer::Word(UNKNOWN),
        },
        joint_controllers,
        Answer::Word(NOT_HELD),
        Answer::Word(NOT_HELD),
    ]
}
