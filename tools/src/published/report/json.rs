//! A report for programs: one object for each row.

use serde_json::{Map, Value, json};

use crate::published::compare::{Comparison, RowVerdict, Verdict};
use crate::published::inventory::InventoryComparison;
use crate::published::names::Candidate;
use crate::published::page::{Page, PageRow};
use crate::published::rich::Link;
use crate::published::text::PageText;
use crate::report::json::one_line;

/// One line for each row of a comparison.
pub fn comparison_lines(page: &Page, comparison: &Comparison) -> Vec<String> {
    comparison.rows.iter().map(|row| one_line(&row_object(page, row))).collect()
}

fn row_object(page: &Page, row: &RowVerdict) -> Value {
    let on_page = row.row.map(|index| &page.rows[index]);
    let place = page.place(&row.span);
    // A row that is gone stands nowhere on the page.
    let is_there = on_page.is_some() || row.verdict == Verdict::Unreadable;
    let name = on_page.and_then(|row| row.name.as_ref());
    let differences: Vec<Value> = (row.differences.iter())
        .map(|difference| {
            let place = page.place(&difference.span);
            json!({
                "aspect": difference.aspect.word(),
                "cosmetic": difference.is_cosmetic,
                "page": difference.page,
                "register": difference.register,
                "line": place.line,
                "column": place.column,
            })
        })
        .collect();
    let remarks: Vec<Value> = (row.remarks.iter())
        .map(|remark| {
            let place = page.place(&remark.span);
            json!({
                "code": remark.code.word(),
                "message": remark.message,
                "line": place.line,
                "column": place.column,
            })
        })
        .collect();
    json!({
        "verdict": row.verdict.word(),
        "provider": row.provider,
        "name": row.name,
        "row": on_page.map(|row| row.number),
        "part": row.part,
        "page_line": is_there.then_some(place.line),
        "page_column": is_there.then_some(place.column),
        "table": on_page.map(|row| row.table),
        "section": row.section.as_deref(),
        "cells": on_page.map(cells),
        "other_cells": on_page.map(|row| &row.others).map(|others| {
            others.iter().map(|(header, text)| json!([header, text.text])).collect::<Vec<_>>()
        }),
        "links": name.map(|name| name.links.iter().map(link).collect::<Vec<_>>()),
        "footnote": name.and_then(|name| name.footnote.as_ref()),
        "match": row.how.map(|how| how.word()),
        "loose": row.how.is_some_and(|how| how.is_loose()),
        "candidates": row.candidates.iter().map(candidate).collect::<Vec<_>>(),
        "register_row": row.register_row,
        "differences": differences,
        "open": row.open,
        "remarks": remarks,
        "reason": row.reason,
    })
}

fn cells(row: &PageRow) -> Value {
    let cells =
        row.cells.iter().map(|(meaning, cell)| (meaning.word().to_owned(), json!(cell.text)));
    Value::Object(cells.collect::<Map<_, _>>())
}

fn link(link: &Link) -> Value {
    json!({ "text": link.text, "target": link.target })
}

fn candidate(candidate: &Candidate) -> Value {
    json!({ "provider": candidate.provider, "match": candidate.how.word() })
}

/// One line for each name of an inventory, and for each provider that it does not name.
pub fn inventory_lines(text: &PageText, inventory: &InventoryComparison) -> Vec<String> {
    let object = |item: &crate::published::inventory::Item| {
        let place = item.span.clone().map(|span| text.place(span));
        json!({
            "status": item.status.word(),
            "provider": item.provider,
            "name": item.name,
            "line": place.as_ref().map(|place| place.line),
            "column": place.as_ref().map(|place| place.column),
            "match": item.how.map(|how| how.word()),
            "loose": item.how.is_some_and(|how| how.is_loose()),
            "candidates": item.candidates.iter().map(candidate).collect::<Vec<_>>(),
            "reason": item.reason,
        })
    };
    inventory.items.iter().map(|item| one_line(&object(item))).collect()
}
