//! Lists that stand side by side in one table: its header says the same several times.

use crate::published::block::{Grid, GridRow};
use crate::published::columns::{self, HEADER_ROWS, Header, Meaning};

/// A table in which the lists stand one below the other, row by row.
pub fn stacked(grid: Grid) -> Grid {
    let header = grid.rows.iter().take(HEADER_ROWS).position(|row| lists(row) > 1);
    let Some(header) = header else { return grid };
    let (width, count) = (grid.rows[header].cells.len(), lists(&grid.rows[header]));
    let each = width / count;
    let mut rows = Vec::new();
    for (at, row) in grid.rows.into_iter().enumerate() {
        if at == header {
            rows.push(GridRow { cells: row.cells[..each].to_vec(), ..row });
        } else if row.cells.len() > width || reaches_over(&row, each) {
            rows.push(row);
        } else {
            let piece = |cells: &[_]| GridRow { cells: cells.to_vec(), ..row.clone() };
            rows.extend(row.cells.chunks(each).map(piece));
        }
    }
    Grid { rows, ..grid }
}

/// How many times a header says the same, one of which names a provider.
fn lists(header: &GridRow) -> usize {
    let texts: Vec<&str> = header.cells.iter().map(|cell| cell.text.text.as_str()).collect();
    let names = |text: &&str| {
        matches!(columns::header(text), Some(Header::Known(Meaning::Name) | Header::Provider))
    };
    let width = texts.len();
    let each = (2..=width / 2).find(|each| {
        let first = &texts[..*each];
        width.is_multiple_of(*each)
            && texts.chunks(*each).all(|list| list == first)
            && first.iter().filter(|text| names(text)).count() == 1
            && first.iter().all(|text| !text.is_empty())
    });
    each.map_or(1, |each| width / each)
}

/// Whether a cell reaches from one list into the next.
fn reaches_over(row: &GridRow, each: usize) -> bool {
    let ends = (each..row.cells.len()).step_by(each);
    ends.into_iter().any(|end| {
        let (left, right) = (row.cells[end - 1].id, row.cells[end].id);
        left == right && left != 0
    })
}
