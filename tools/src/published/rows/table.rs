//! The rows of a table.

use std::ops::Range;
use std::rc::Rc;

use super::header::{self, ColumnMap, HeaderSearch};
use super::list::is_name;
use super::side_by_side::stacked;
use super::{Context, PageRows, name_cell};
use crate::page::counted;
use crate::published::block::{Grid, GridCell, GridRow, is_oversized};
use crate::published::columns::{Meaning, NamedColumns};
use crate::published::page::{PageRow, Unread};
use crate::published::rich::RichText;

/// Reads the rows of a table, or says why it is none of providers.
pub fn read(grid: Grid, context: &Context, named: &NamedColumns, rows: &mut PageRows) {
    let grid = stacked(grid);
    let (map, header) = match columns(&grid, named, rows) {
        Ok(found) => found,
        Err((reason, is_loss)) => {
            rows.note_first_row(&grid);
            return rows.report_unread(unread(&grid, reason), is_loss);
        }
    };
    rows.note_columns(map.columns.iter().map(|(header, _)| header.as_str()));
    let mut table = TableReader {
        header: grid.rows[header.clone()].last().map(texts).unwrap_or_default(),
        number: rows.next_table(),
        caption: grid.caption.as_ref().map(|caption| caption.text.as_str().into()),
        map,
        group: None,
        empty_group: None,
        last_name: 0,
        is_open: false,
        headings: context.path().into(),
        named,
    };
    for row in grid.rows[..header.start].iter().filter(|row| !row.is_blank()) {
        table.above_header(row, rows);
    }
    for row in grid.rows.into_iter().skip(header.end) {
        table.row(row, rows);
    }
    table.end_group(rows);
    rows.last_map = Some(table.map);
}

/// What is to be said of a table that is too large to be read.
pub fn too_large(grid: &Grid) -> Option<Unread> {
    let (rows, width) = (grid.rows.len(), grid.width());
    let cells = grid.rows.iter().map(|row| row.cells.len()).sum();
    is_oversized(rows, width, cells).then(|| {
        let reason = format!(
            "the table has {} and {width} columns, which is too large; keep the columns of providers",
            counted(rows, "row")
        );
        unread(grid, reason)
    })
}

/// What the columns mean, and which rows are the header; or why there are none, and whether rows are
/// lost by that.
fn columns(
    grid: &Grid,
    named: &NamedColumns,
    rows: &PageRows,
) -> Result<(ColumnMap, Range<usize>), (String, bool)> {
    let width = grid.width();
    match header::find(grid, named) {
        HeaderSearch::List(map, header) => return Ok((map, header)),
        HeaderSearch::SomethingElse(reason) => return Err((reason.to_owned(), false)),
        HeaderSearch::NoHeader => {}
    }
    if let Some(map) = ColumnMap::by_numbers(named, width) {
        return Ok((map, 0..0));
    }
    let has_header = grid.rows.iter().any(|row| row.is_header);
    match &rows.last_map {
        // A table that marketing text cut in two has its header above the first piece.
        Some(map) if !has_header && map.columns.len() == width => Ok((map.clone(), 0..0)),
        _ if grid.is_laid_out => Err(("rows of a layout without a header".to_owned(), false)),
        _ if width < 2 || grid.rows.iter().filter(|row| !row.is_blank()).count() < 2 => {
            Err(("a table of one row or one column, without a header".to_owned(), false))
        }
        _ => {
            let reason = "no column is called by a word for a provider; say which one names it, \
                          such as `--columns name=Vendor` or `--columns name=1`";
            Err((reason.to_owned(), true))
        }
    }
}

fn unread(grid: &Grid, reason: String) -> Unread {
    let rows = grid.rows.iter().filter(|row| !row.is_blank() && !row.is_header).count();
    // The first row shows what table it is.
    let first = grid.rows.iter().find_map(|row| row.filled().first().map(|c| c.text.span.clone()));
    Unread { span: first.unwrap_or(grid.span.clone()), reason, rows }
}

/// What the filled cells of a row say.
fn texts(row: &GridRow) -> Vec<String> {
    row.filled().iter().map(|cell| cell.text.text.clone()).collect()
}

struct TableReader<'c> {
    map: ColumnMap,
    /// What the header says; it may come again.
    header: Vec<String>,
    number: usize,
    caption: Option<Rc<str>>,
    /// The heading inside the table that is in force.
    group: Option<Rc<str>>,
    /// Where that heading stands, as long as no row stands below it.
    empty_group: Option<Range<usize>>,
    /// The number of the last row's name cell.
    last_name: usize,
    /// Whether the last row was read, so that it may go on.
    is_open: bool,
    headings: Rc<[String]>,
    named: &'c NamedColumns,
}

/// From so many words on, a row that is one cell is a remark and no heading.
const REMARK: usize = 15;

impl TableReader<'_> {
    fn above_header(&mut self, row: &GridRow, rows: &mut PageRows) {
        match row.filled()[..] {
            [only] => {
                self.caption.get_or_insert_with(|| only.text.text.as_str().into());
            }
            [first, ..] if header::is_wide_caption(row, self.named) => {
                self.caption.get_or_insert_with(|| first.text.text.as_str().into());
                leave_cells_of_caption(row, rows);
            }
            ref cells => {
                let reason = "a row above the header of the table".to_owned();
                let span = cells.first().map_or(row.span.clone(), |cell| cell.text.span.clone());
                rows.report_unread(Unread { span, reason, rows: 1 }, false);
            }
        }
    }

    fn row(&mut self, row: GridRow, rows: &mut PageRows) {
        if let Some(damage) = &row.damage {
            let unread = Unread { span: row.span.clone(), reason: damage.clone(), rows: 1 };
            return rows.report_unread(unread, true);
        }
        let filled = row.filled();
        if filled.is_empty() || self.is_repeated_header(&row, rows) {
            return;
        }
        if let [only] = filled[..]
            && self.is_alone(&row, only)
        {
            let is_plain = row.cells.len() == 1 && !stands_out(&row, only);
            return self.alone(only, is_plain, rows);
        }
        if header::is_wide_caption(&row, self.named) {
            leave_cells_of_caption(&row, rows);
            return self.alone(filled[0], false, rows);
        }
        let name_cell = row.cells.get(self.map.name()).filter(|cell| !cell.text.is_empty());
        let Some(name_cell) = name_cell else {
            let reason = "the cell of the name is empty".to_owned();
            let span = filled[0].text.span.clone();
            return rows.report_unread(Unread { span, reason, rows: 1 }, true);
        };
        let name = name_cell.id;
        if is_footnote(&name_cell.text) && filled.len() == 1 {
            let (span, reason) = (name_cell.text.span.clone(), "a footnote".to_owned());
            return rows.report_unread(Unread { span, reason, rows: 1 }, false);
        }
        if name == self.last_name {
            if self.is_open {
                self.continue_row(row, rows);
            }
            return;
        }
        self.last_name = name;
        self.empty_group = None;
        let page_row = self.page_row(row);
        let before = rows.rows.len();
        rows.push(page_row);
        self.is_open = rows.rows.len() > before;
    }

    fn is_repeated_header(&mut self, row: &GridRow, rows: &mut PageRows) -> bool {
        let filled = row.filled();
        let same = |cell: &&GridCell, header: &String| cell.text.text.eq_ignore_ascii_case(header);
        if filled.len() == self.header.len()
            && filled.iter().zip(&self.header).all(|(cell, header)| same(cell, header))
        {
            return true;
        }
        let is_header = row.is_header && !header::is_wide_caption(row, self.named);
        if !is_header || !header::is_header(row, self.named) {
            return false;
        }
        let again = Grid { rows: vec![row.clone()], ..Grid::default() };
        if let HeaderSearch::List(map, _) = header::find(&again, self.named) {
            rows.note_columns(map.columns.iter().map(|(header, _)| header.as_str()));
            (self.map, self.header) = (map, texts(row));
            self.number = rows.next_table();
            self.group = None;
        }
        true
    }

    /// Whether a row is one cell over all columns, or stands out as a heading does.
    fn is_alone(&self, row: &GridRow, only: &GridCell) -> bool {
        let columns = self.map.columns.len();
        let spans = row.cells.iter().filter(|cell| cell.id == only.id).count();
        columns > 1 && (row.cells.len() == 1 || spans > 1 || stands_out(row, only))
    }

    /// Reads a row that is one cell: a remark, a heading, or, where nothing tells it from a row with
    /// only a name, nothing that can be read.
    fn alone(&mut self, only: &GridCell, is_plain: bool, rows: &mut PageRows) {
        let text = &only.text.text;
        let span = only.text.span.clone();
        let is_remark = text.split_whitespace().count() >= REMARK || text.ends_with('.');
        if is_remark && !(is_plain && is_name(text)) {
            let reason = "a remark in the table".to_owned();
            rows.report_unread(Unread { span, reason, rows: 1 }, false);
        } else if is_plain {
            let reason = "a row of one cell, which may be a name or a heading; give a row its other \
                          cells, even if they are empty, and a heading a column of its own";
            rows.report_unread(Unread { span, reason: reason.to_owned(), rows: 1 }, true);
        } else {
            self.end_group(rows);
            self.group = Some(text.as_str().into());
            self.empty_group = Some(span);
        }
    }

    /// Says of a heading without a row below it that it was not read as a row.
    fn end_group(&mut self, rows: &mut PageRows) {
        if let Some(span) = self.empty_group.take() {
            let reason = "a heading without rows in the table".to_owned();
            rows.report_unread(Unread { span, reason, rows: 1 }, false);
        }
    }

    fn page_row(&self, row: GridRow) -> PageRow {
        let end = row.span.end..row.span.end;
        let mut page_row = PageRow {
            headings: self.headings.clone(),
            caption: self.caption.clone(),
            table: self.number,
            ..PageRow::at(row.span)
        };
        for (header, meaning) in &self.map.columns {
            if let Some(meaning) = meaning {
                // Where a cell would stand that the row does not have.
                page_row.cells.get_or_add(*meaning).span = end.clone();
            } else if !header.is_empty() {
                page_row.others.push((header.clone(), RichText::default()));
            }
        }
        for (index, cell) in each_once(row.cells) {
            self.put(&mut page_row, index, cell);
        }
        page_row.name = page_row.cells.get(Meaning::Name).map(name_cell::read);
        let section = page_row.text(Meaning::Section);
        page_row.section = Some(section)
            .filter(|section| !section.is_empty())
            .map(Rc::from)
            .or_else(|| self.group.clone())
            .or_else(|| self.headings.last().map(|heading| heading.as_str().into()))
            .or_else(|| self.caption.clone());
        page_row
    }

    /// Puts a cell into the row.
    fn put(&self, page_row: &mut PageRow, index: usize, cell: GridCell) {
        let text = Rc::unwrap_or_clone(cell.text);
        match self.map.columns.get(index) {
            Some((_, Some(meaning))) => {
                let known = page_row.cells.get_or_add(*meaning);
                if known.is_empty() {
                    *known = text;
                } else if !text.is_empty() {
                    known.append(&text);
                }
            }
            Some((header, None)) if !header.is_empty() => {
                if let Some((_, known)) = page_row.others.iter_mut().find(|(h, _)| h == header) {
                    known.append_first(text);
                }
            }
            _ if text.is_empty() => {}
            _ => {
                // A column that only numbers the rows has no header.
                page_row.has_surplus |= !text.text.bytes().all(|byte| byte.is_ascii_digit());
                page_row.others.push((String::new(), text));
            }
        }
    }

    /// Adds what a further row says of the same name cell.
    fn continue_row(&self, row: GridRow, rows: &mut PageRows) {
        let name = self.map.name();
        let Some(page_row) = rows.last_mut() else { return };
        for (index, cell) in each_once(row.cells) {
            let meaning = self.map.columns.get(index).and_then(|(_, meaning)| *meaning);
            let known = meaning.and_then(|meaning| page_row.cells.get(meaning));
            // A cell that reaches into both rows says its words once.
            let repeated = known.is_some_and(|known| known.span == cell.text.span);
            if index != name && !repeated {
                self.put(page_row, index, cell);
            }
        }
    }
}

/// Whether the only cell of a row looks like a heading.
fn stands_out(row: &GridRow, only: &GridCell) -> bool {
    row.is_header || (only.text.bold && only.text.links.is_empty())
}

/// Says that nothing was made of what stands beside a heading in the table.
fn leave_cells_of_caption(row: &GridRow, rows: &mut PageRows) {
    for cell in &row.filled()[1..] {
        let (span, reason) = (cell.text.span.clone(), "a cell beside a heading".to_owned());
        rows.report_unread(Unread { span, reason, rows: 1 }, false);
    }
}

/// The cells of a row with their columns; one that reaches into several columns comes once.
fn each_once(cells: Vec<GridCell>) -> impl Iterator<Item = (usize, GridCell)> {
    let mut last = 0;
    cells.into_iter().enumerate().filter(move |(_, cell)| {
        let is_new = cell.id == 0 || cell.id != last;
        last = cell.id;
        is_new
    })
}

/// Whether a text is a footnote and no name.
fn is_footnote(text: &RichText) -> bool {
    text.text.starts_with(['*', '\u{2020}', '\u{2021}'])
        && text.text.split_whitespace().count() >= 5
}
