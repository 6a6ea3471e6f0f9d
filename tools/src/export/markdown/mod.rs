//! `markdown`: two pages that the publisher could put on its site, for readers.

use super::readers::{Page, RecordsPage};
use super::{Add, File, OneEdition};
use crate::page::markdown;

pub(super) fn files(one: &OneEdition<'_>, add: Add<'_>) {
    let providers = Page::new(one.register, one.edition);
    add(File::new(
        "service-providers.md",
        markdown(include_str!("templates/service-providers.md.jinja"), providers),
    ));
    let records = RecordsPage::new(one.register, one.edition);
    add(File::new(
        "data-transparency.md",
        markdown(include_str!("templates/data-transparency.md.jinja"), records),
    ));
}
