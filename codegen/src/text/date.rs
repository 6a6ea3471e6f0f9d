//! Dates as the register writes them: a day, or a month where the day is not known.

use std::cmp::Ordering;

/// Whether the calendar has this day, written as `2025-11-17`.
pub fn is_day(text: &str) -> bool {
    text.len() == "2025-11-17".len() && text.parse::<jiff::civil::Date>().is_ok()
}

/// Whether the calendar has this day or this month, written as `2025-11-17` or `2025-11`.
pub fn is_date(text: &str) -> bool {
    is_day(text) || text.len() == "2025-11".len() && is_day(&format!("{text}-01"))
}

/// Whether the calendar has the day or the month that this text names: `2025-11-17`, `2025-11`, or
/// the id of an edition, `2025-11-17-2`.
pub(crate) fn is_in_calendar(text: &str) -> bool {
    let day = text.get(.."2025-11-17".len()).unwrap_or(text);
    is_day(day) || is_date(text)
}

/// Compares two dates, each a day or a month. A month and a day are compared by their months: a
/// document of `2025-11` may be older or newer than the 17th, and nobody knows which.
pub fn compare_dates(a: &str, b: &str) -> Ordering {
    let shorter = a.len().min(b.len());
    match (a.get(..shorter), b.get(..shorter)) {
        (Some(a), Some(b)) => a.cmp(b),
        _ => a.cmp(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_months_of_the_calendar() {
        assert!(is_day("2024-02-29") && !is_day("2025-02-29") && !is_day("2024-02"));
        assert!(is_date("2024-02") && !is_date("2024-13") && is_date("2024-02-29"));
        // Other ways to write a date that are as long.
        for text in ["2024-W01-1", "2024/02/29", "+2024-2-29", "2024-2", "202402", "20240229"] {
            assert!(!is_day(text) && !is_date(text), "{text}");
        }
    }

    #[test]
    fn an_edition_has_the_day_of_its_id() {
        assert!(is_in_calendar("2024-02-29-2") && !is_in_calendar("2025-02-29-2"));
        assert!(
            is_in_calendar("2024-02") && !is_in_calendar("2024-13") && !is_in_calendar("\u{e9}")
        );
    }

    #[test]
    fn a_month_is_neither_before_nor_after_its_days() {
        assert_eq!(compare_dates("2025-11", "2025-11-17"), Ordering::Equal);
        assert_eq!(compare_dates("2025-10", "2025-11-17"), Ordering::Less);
        assert_eq!(compare_dates("2025-12-01", "2025-11"), Ordering::Greater);
        assert_eq!(compare_dates("2025-11-18", "2025-11-17"), Ordering::Greater);
    }
}
