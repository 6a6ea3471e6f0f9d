//! Filling in the digests of a document that the register has already.

use std::collections::HashMap;

use service_providers_codegen::row::{Document, ListingRow};
use service_providers_codegen::{ColumnDigest, Register, Stated};

use super::document::file;
use super::tables::EditableTables;
use super::{Cited, Import, Imported};
use crate::failure::Failure;
use crate::published::compare::{Unit, units};
use crate::published::digests::Digests;
use crate::published::names;
use crate::published::normal::fold;
use crate::published::page::{Page, PageRow};
use crate::sha256;

/// Fills in the digests of the document's rows that are unknown, and the digest of its bytes.
///
/// # Errors
/// If the page is not the document: its rows are others, or say something else.
pub fn fill(
    page: &Page,
    bytes: &[u8],
    register: &Register,
    document: &Document,
) -> Result<Import, Failure> {
    let mut register = register.clone();
    let id = document.id.as_str();
    let strange = |what: &str| {
        Failure::new(format!("{}: is not the document `{id}`: {what}", page.text.name()))
    };
    let (found, listed) = (page.rows.len(), document.published_rows);
    if found != listed as usize {
        return Err(strange(&format!("it has {found} rows, and the document {listed}")));
    }
    let units = units(page, &names::of_register(&register));
    let by_row: HashMap<(usize, usize), &Unit> =
        units.iter().map(|unit| ((unit.row + 1, unit.part.unwrap_or(1)), unit)).collect();
    let mut rows = Vec::new();
    for listing in register.listings.iter_mut().filter(|listing| listing.document == document.id) {
        let number = listing.row as usize;
        let Some(row) = page.rows.get(number.wrapping_sub(1)) else { continue };
        let unit = by_row.get(&(number, listing.part as usize));
        if !is_named(listing, unit.copied(), row) {
            let name = listing.published_name.to_string();
            return Err(strange(&format!("row {number} does not name {name}")));
        }
        put(listing, &Digests::of(row))
            .map_err(|column| strange(&format!("row {number} says something else on {column}")))?;
        let name = row.name.as_ref().map(|name| name.printed.clone()).unwrap_or_default();
        rows.push(Imported { row: number - 1, name, cites: Cited::Same, loose_match: None });
    }
    for own in register.file.documents.iter_mut().filter(|own| own.id.as_str() == id) {
        if own.sha256 == Stated::Unknown {
            let Ok(digest) = sha256::hex(bytes).parse();
            own.sha256 = Stated::Known(digest);
        }
    }
    let files =
        EditableTables::of(&register).into_files().into_iter().chain(file(&register)).collect();
    Ok(Import { files, rows, gone: Vec::new(), notes: Vec::new(), open_cells: 0 })
}

/// Whether a row of the page bears the name of a listing; a record has none. A person may have taken
/// a cell with several services apart that the page alone does not tell apart, or the other way round.
fn is_named(listing: &ListingRow, unit: Option<&Unit>, row: &PageRow) -> bool {
    let (Some(listed), Some(name)) = (listing.published_name.known(), &row.name) else {
        return listing.published_name.known().is_none() && row.name.is_none();
    };
    let listed = fold(listed);
    let own = unit.map(|unit| [&unit.printed, &unit.cell, &unit.source]);
    own.into_iter().flatten().any(|own| fold(own) == listed) || fold(&name.cell).contains(&listed)
}

/// Fills in the digests that are unknown. The error is the column of one that is another.
fn put(listing: &mut ListingRow, found: &Digests) -> Result<(), &'static str> {
    let own: [&mut Stated<ColumnDigest>; 4] = [
        &mut listing.purpose_digest,
        &mut listing.data_digest,
        &mut listing.location_digest,
        &mut listing.features_digest,
    ];
    for (own, (column, found)) in own.into_iter().zip(found.columns()) {
        match (&*own, found) {
            (Stated::Known(known), Some(found)) if **known != **found => return Err(column),
            (Stated::Known(_), _) | (_, None) => {}
            (_, Some(found)) => {
                let Ok(digest) = found.parse();
                *own = Stated::Known(digest);
            }
        }
    }
    Ok(())
}
