//! `markdown`: two pages that the publisher could put on its site, for readers.

use super::{File, OneEdition, Sink};
use crate::page::markdown;

pub(super) fn files(one: &OneEdition<'_>, add: Sink<'_>) {
    add(File::new(
        "service-providers.md",
        markdown(include_str!("templates/service-providers.md.jinja"), one.page()),
    ));
    add(File::new(
        "data-transparency.md",
        markdown(include_str!("templates/data-transparency.md.jinja"), one.records_page()),
    ));
}
