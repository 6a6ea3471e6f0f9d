//! `markdown`: two pages that the publisher could put on its site, for readers.

use super::{Add, File, OneEdition};
use crate::page::markdown;

pub(super) fn files(one: &OneEdition<'_>, add: Add<'_>) {
    add(File::new(
        "service-providers.md",
        markdown(include_str!("templates/service-providers.md.jinja"), one.page()),
    ));
    add(File::new(
        "data-transparency.md",
        markdown(include_str!("templates/data-transparency.md.jinja"), one.records_page()),
    ));
}
