//! What becomes of the cells of a source table.

use serde_json::Value;

use super::Step;
use crate::export::relations::actors::RowContext;
use crate::export::relations::relation::{Cell, Holds, STATED};

/// Adds what becomes of one cell. `words` are the words by which it can be missing.
pub(super) fn add_cells(
    step: &Step,
    words: &[String],
    value: &Value,
    context: RowContext<'_>,
    cells: &mut Vec<Cell>,
) {
    let text = value.as_str().unwrap_or_default();
    let upper = || Cell::text(text.to_ascii_uppercase());
    match step {
        Step::Skip => {}
        Step::Whole(holds) => cells.push(cell(holds, value)),
        Step::Country { stated: false } => cells.push(upper()),
        Step::Country { stated: true } => cells.extend(with_status(text, words, upper)),
        Step::Stated(holds) => cells.extend(with_status(text, words, || cell(holds, value))),
        Step::Status => cells.push(Cell::text(text)),
        Step::List => add_list(value, words, str::to_owned, cells),
        Step::Countries => add_list(value, words, str::to_ascii_uppercase, cells),
        Step::Party => cells.extend(context.party(text)),
        Step::Place => cells.extend(place(text, words, context)),
    }
}

/// The cell, unless the text is a word for a missing one, and its status.
fn with_status(text: &str, words: &[String], cell: impl FnOnce() -> Cell) -> [Cell; 2] {
    if is_word(text, words) {
        [Cell::Missing, Cell::text(text)]
    } else {
        [cell(), Cell::text(STATED)]
    }
}

fn is_word(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| word == text)
}

fn cell(holds: &Holds, value: &Value) -> Cell {
    let text = value.as_str().unwrap_or_default();
    match (holds, value) {
        (Holds::Boolean, _) => Cell::Boolean(text == "yes"),
        (Holds::Integer, Value::Number(number)) => number
            .as_u64()
            .and_then(|number| u32::try_from(number).ok())
            .map(Cell::Integer)
            .expect("the schema lets only whole numbers pass"),
        (Holds::Integer, _) => {
            Cell::Integer(text.parse().expect("the schema lets only whole numbers pass"))
        }
        _ => Cell::text(text),
    }
}

/// Adds a list, and its status if it may be missing.
fn add_list(value: &Value, words: &[String], item: fn(&str) -> String, cells: &mut Vec<Cell>) {
    let items = value.as_array().into_iter().flatten().filter_map(Value::as_str);
    let items: Vec<&str> = items.collect();
    let (list, status) = match items.as_slice() {
        [word] if is_word(word, words) => (Cell::Missing, *word),
        items => (Cell::List(items.iter().map(|text| item(text)).collect()), STATED),
    };
    cells.push(list);
    cells.extend((!words.is_empty()).then(|| Cell::text(status)));
}

fn place(text: &str, words: &[String], context: RowContext<'_>) -> [Cell; 3] {
    if is_word(text, words) {
        [Cell::Missing, Cell::Missing, Cell::text(text)]
    } else if context.knows_region(text) {
        [Cell::Missing, Cell::text(text), Cell::text("region")]
    } else {
        [Cell::text(text.to_ascii_uppercase()), Cell::Missing, Cell::text("country")]
    }
}
