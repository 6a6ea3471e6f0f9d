//! Dates and numbers that a spreadsheet rewrote, and what they were before.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use crate::names::to_key;

/// The help for a date that is not written as year-month-day. `None` if it is not a date.
pub(super) fn date_help(value: &str) -> Option<String> {
    let value = value.trim_start_matches('\'').trim();
    if let Some(day) = day_number(value) {
        return Some(format!(
            "write `{day}`, of which {value} is a spreadsheet's number; format the column as text first"
        ));
    }
    let dates: Vec<String> =
        rewritten_dates(value).iter().map(|date| format!("`{date}`")).collect();
    (!dates.is_empty()).then(|| {
        format!(
            "write {}; where a spreadsheet rewrote the date, format the column as text first",
            dates.join(" or ")
        )
    })
}

/// The day that has this number in a spreadsheet, if it lies in this century.
fn day_number(value: &str) -> Option<Date> {
    // From the first day of 2000 to the last of 2099.
    let days: i32 = value.parse().ok().filter(|days| (36_526..=73_050).contains(days))?;
    date(1899, 12, 30).checked_add(days.days()).ok()
}

/// The ways in which dates are written. Those with the month before the day come first.
const ORDERS: [&str; 15] = [
    "%Y-%m-%d", "%Y-%b-%d", "%Y-%B-%d", "%m-%d-%Y", "%m-%d-%y", "%d-%m-%Y", "%d-%m-%y", "%b-%d-%Y",
    "%b-%d-%y", "%B-%d-%Y", "%B-%d-%y", "%d-%b-%Y", "%d-%b-%y", "%d-%B-%Y", "%d-%B-%y",
];

/// The dates, as year-month-day, that a rewritten date may have been: `11/17/2025`, `17.11.25`,
/// `2025-11-7`, `17-Nov-25`, `2025-11-17 00:00:00`. Empty if it is not a date.
pub(crate) fn rewritten_dates(value: &str) -> Vec<String> {
    let value = match value.split_once(['T', ' ']) {
        Some((day, time)) if time.contains(':') => day,
        _ => value,
    };
    let parts: Vec<&str> = value
        .split(|c: char| matches!(c, '/' | '.' | '-' | ',') || c.is_whitespace())
        .filter(|part| !part.is_empty())
        .collect();
    let value = parts.join("-");
    let read = ORDERS.iter().filter_map(|order| Date::strptime(order, &value).ok());
    let mut dates: Vec<String> = read
        .filter(|date| (1900..2100).contains(&date.year()))
        .map(|date| date.to_string())
        .collect();
    dates.dedup();
    dates
}

/// The help for a version that is not written as `v2.3`. `None` if it is not one.
pub(super) fn version_help(value: &str) -> Option<String> {
    let value = value.trim_start_matches('\'').trim();
    let is_version = !value.is_empty()
        && value
            .split('.')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    if is_version && value.len() <= "12.34.56".len() && rewritten_dates(value).is_empty() {
        return Some(format!("write `v{value}`"));
    }
    let rewritten = day_number(value).is_some() || !rewritten_dates(value).is_empty();
    let help =
        "a spreadsheet made a date of the version: look it up, and write it with a `v` in front";
    rewritten.then(|| help.to_owned())
}

/// The help for a number that is not written in digits alone. `None` if it is not a number.
pub(super) fn number_help(value: &str) -> Option<String> {
    let value = value.trim_start_matches('\'').trim();
    let plain = |text: &str| {
        let digits = text.trim_start_matches('0');
        let number = (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        number.then(|| digits.to_owned())
    };
    let whole = value.trim_end_matches('0').strip_suffix('.').unwrap_or(value);
    if let Some(number) = plain(whole) {
        return Some(format!("write `{number}`"));
    }
    if let Some(number) = thousands(value).and_then(|digits| plain(&digits)) {
        return Some(format!("write `{number}`, without a mark between the digits"));
    }
    if let Some(number) = power(value) {
        return Some(format!(
            "a spreadsheet shortened the number to {value}, about {number}: write all its digits"
        ));
    }
    let typed = value.replace(['O', 'o'], "0").replace(['l', 'I'], "1");
    let letter = value.chars().any(|c| c.is_ascii_digit());
    let number = plain(&typed).filter(|_| letter)?;
    Some(format!("write `{number}`; it has a letter in place of a digit"))
}

/// The digits of a number with a thousands separator: `1,320`.
fn thousands(value: &str) -> Option<String> {
    let parts: Vec<&str> = value.split([',', '.', ' ', '\'']).collect();
    let [first, rest @ ..] = parts.as_slice() else { return None };
    let fits = (1..=3).contains(&first.len())
        && !rest.is_empty()
        && rest.iter().all(|part| part.len() == 3);
    fits.then(|| parts.concat())
}

/// A number written with a power of ten: `3.2E+02`.
fn power(value: &str) -> Option<u32> {
    if !value.contains(['e', 'E']) || !to_key(value).starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let number: f64 = value.parse().ok()?;
    let whole = number.fract() == 0.0 && (1.0..=999_999.0).contains(&number);
    whole.then_some(number as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rewritten_dates_are_recognised() {
        for (value, expected) in [
            ("11/17/2025", vec!["2025-11-17"]),
            ("17.11.2025", vec!["2025-11-17"]),
            ("11/17/25", vec!["2025-11-17"]),
            ("11/5/2018", vec!["2018-11-05", "2018-05-11"]),
            ("5/5/2018", vec!["2018-05-05"]),
            ("2018-11-5", vec!["2018-11-05"]),
            ("2025-11-17 00:00:00", vec!["2025-11-17"]),
            ("2025-11-17T00:00:00Z", vec!["2025-11-17"]),
            ("17-Nov-25", vec!["2025-11-17"]),
            ("Nov 17, 2025", vec!["2025-11-17"]),
            ("17 November 2025", vec!["2025-11-17"]),
            ("45978", vec![]),
            ("1/2/3000", vec![]),
            ("99/99/2025", vec![]),
            ("March 2025", vec![]),
            ("1/1/1", vec!["2001-01-01"]),
        ] {
            assert_eq!(rewritten_dates(value), expected, "{value}");
        }
    }

    #[test]
    fn versions_get_their_letter() {
        assert_eq!(version_help("2.3").as_deref(), Some("write `v2.3`"));
        assert_eq!(version_help("'2").as_deref(), Some("write `v2`"));
        let date = version_help("01/03/2004");
        assert!(date.is_some_and(|help| help.contains("made a date of the version")));
        assert_eq!(version_help("latest"), None);
    }

    #[test]
    fn the_numbers_of_days_are_those_of_spreadsheets() {
        assert_eq!(day_number("45978").map(|day| day.to_string()).as_deref(), Some("2025-11-17"));
        assert_eq!(day_number("36526").map(|day| day.to_string()).as_deref(), Some("2000-01-01"));
        assert_eq!(day_number("73050").map(|day| day.to_string()).as_deref(), Some("2099-12-31"));
        assert_eq!(day_number("17"), None);
        assert_eq!(day_number("2147483647"), None);
        assert_eq!(day_number("-5"), None);
    }

    #[test]
    fn numbers_are_read_as_they_were_meant() {
        for (value, expected) in [
            ("020", "write `20`"),
            ("20.0", "write `20`"),
            ("200.00", "write `200`"),
            ("'320", "write `320`"),
            ("1,320", "write `1320`, without a mark between the digits"),
            ("32O", "write `320`; it has a letter in place of a digit"),
            (
                "3.2E+02",
                "a spreadsheet shortened the number to 3.2E+02, about 320: write all its digits",
            ),
        ] {
            assert_eq!(number_help(value).as_deref(), Some(expected), "{value}");
        }
        for value in
            ["two", "0", "4294967297", "lol", "1e999", "1E+09", "3.25E+01", "1,32", "", "2.5"]
        {
            assert_eq!(number_help(value), None, "{value}");
        }
    }
}
