//! `markdown`: two pages that the publisher could put on its site, for readers.

use service_providers_codegen::Register;
use service_providers_codegen::row::Edition;

use super::File;
use super::readers::{Page, RecordsPage};
use crate::page::markdown;

pub(super) fn files(register: &Register, edition: &Edition) -> Vec<File> {
    let providers = Page::new(register, edition);
    let records = RecordsPage::new(register, edition);
    vec![
        File::new(
            "service-providers.md",
            markdown(include_str!("templates/service-providers.md.jinja"), providers),
        ),
        File::new(
            "data-transparency.md",
            markdown(include_str!("templates/data-transparency.md.jinja"), records),
        ),
    ]
}
