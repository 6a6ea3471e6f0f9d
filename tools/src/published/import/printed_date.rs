//! The date that a page prints, as far as it can be read.

/// A date as a page prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedDate {
    /// Its words.
    pub words: String,
    /// The days or months that it may mean: `2025-03-05`, `2026-09`.
    pub readings: Vec<String>,
}

/// Words that stand before the date of a page.
const BEFORE: &[&str] =
    &["updated", "edited", "revised", "modified", "effective", "version", "as of", "date"];
/// How many lines from the top, and from the bottom, are looked at.
const LINES: usize = 60;

/// The date that a page prints near its top or its bottom, on a line that says that it is one.
pub fn printed_date(page: &str) -> Option<PrintedDate> {
    let top = page.lines().take(LINES);
    let bottom = page.lines().rev().take(LINES);
    top.chain(bottom).find_map(|line| {
        let lower = line.to_lowercase();
        let end = |word: &&str| lower.find(*word).map(|at| at + word.len());
        let from = BEFORE.iter().filter_map(end).min()?;
        date_in(lower.get(from..)?)
    })
}

/// The first date in a text.
fn date_in(text: &str) -> Option<PrintedDate> {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.');
    let words: Vec<&str> = text
        .split(|c: char| !is_word(c))
        .map(|word| word.trim_matches(['.', '-', '/']))
        .filter(|word| !word.is_empty())
        .take(12)
        .collect();
    (0..words.len()).find_map(|at| {
        let longest = words.len().min(at + 3);
        (at + 1..=longest).rev().find_map(|end| {
            let readings = readings(&words[at..end]);
            let words = words[at..end].join(" ");
            (!readings.is_empty()).then_some(PrintedDate { words, readings })
        })
    })
}

/// What these words may mean, if they are a date.
fn readings(words: &[&str]) -> Vec<String> {
    match words {
        [one] => readings_of_numbers(one),
        [first, second] => match (month(first), year(second)) {
            (Some(month), Some(year)) => vec![format!("{year}-{month:02}")],
            _ => Vec::new(),
        },
        [first, second, third] => {
            let named = month(first).zip(day(second)).or_else(|| month(second).zip(day(first)));
            match (named, year(third)) {
                (Some((month, day)), Some(year)) => vec![format!("{year}-{month:02}-{day:02}")],
                _ => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

fn readings_of_numbers(word: &str) -> Vec<String> {
    let numbers: Vec<&str> = word.split(['/', '-', '.']).collect();
    if let [first, second] = numbers[..]
        && word.contains('-')
    {
        let found = year(first).zip(month_number(second));
        return found.map(|(year, month)| format!("{year}-{month:02}")).into_iter().collect();
    }
    let [first, second, third] = numbers[..] else { return Vec::new() };
    let written = |year: u16, month: u8, day: u8| format!("{year}-{month:02}-{day:02}");
    if let Some(year) = year(first) {
        let found = month_number(second).zip(day(third));
        return found.map(|(month, day)| written(year, month, day)).into_iter().collect();
    }
    let Some(year) = year(third) else { return Vec::new() };
    let orders = [month_number(first).zip(day(second)), month_number(second).zip(day(first))];
    let mut readings: Vec<String> =
        orders.into_iter().flatten().map(|(month, day)| written(year, month, day)).collect();
    readings.dedup();
    readings
}

fn year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1990..2100).contains(year))
}

fn month_number(word: &str) -> Option<u8> {
    word.parse().ok().filter(|month| (1..=12).contains(month))
}

fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(char::is_alphabetic);
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

fn month(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let start = word.get(..3)?;
    if !word.chars().all(char::is_alphabetic) {
        return None;
    }
    (1..).zip(MONTHS).find(|(_, name)| *name == start).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_far_as_they_are_clear() {
        for (line, wanted) in [
            ("Last Updated:11/17/2025", vec!["2025-11-17"]),
            ("Last Updated: 3/5/2025", vec!["2025-03-05", "2025-05-03"]),
            ("Effective 5/5/2025", vec!["2025-05-05"]),
            ("*Last revised on 17th November, 2025.*", vec!["2025-11-17"]),
            ("Updated November 17, 2025", vec!["2025-11-17"]),
            ("Version of September 2026", vec!["2026-09"]),
            ("As of 2024-01-31", vec!["2024-01-31"]),
            ("\"updated\": \"2026-06\",", vec!["2026-06"]),
            ("\"lastEdited\": \"2026-06-02\"", vec!["2026-06-02"]),
            ("Updated 2026-05, for 2027-01", vec!["2026-05"]),
            ("Updated 31.12.2024", vec!["2024-12-31"]),
        ] {
            let found = printed_date(line).map(|date| date.readings);
            assert_eq!(found.unwrap_or_default(), wanted, "{line}");
        }
        for line in ["We keep this list updated.", "11/17/2025", "Updated version 1.2.3"] {
            assert_eq!(printed_date(line), None, "{line}");
        }
    }
}
