//! What the headers of columns say, told by the words that publishers use.

use super::Meaning;
use super::words::{
    COMPANY, DATA, FEATURES, KEPT, KEPT_IN, LINK, OTHER, PLACE, PROVIDER, PURPOSE, Phrases, SEAT,
    SERVICE, TIME, USE,
};
use crate::published::block::MAX_COLUMNS;

/// How many rows at the top of a table may hold its header.
pub const HEADER_ROWS: usize = 5;
/// The longest header, in characters. Longer texts are what a column says, not what it is called.
const LONGEST_HEADER: usize = 200;

/// What a header says of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Header {
    /// The column means this.
    Known(Meaning),
    /// The column may hold the name, if no other does.
    Provider,
    /// The column may hold the name, if there is neither a name nor a provider.
    Service,
    /// The column says when something ends. A table about that is about no provider.
    Time,
    /// The column is about cookies, and so is the table.
    Cookie,
    /// The column says something else that lists of providers have.
    Other,
}

/// What a header says, if it says anything known.
pub fn header(text: &str) -> Option<Header> {
    if text.chars().count() > LONGEST_HEADER {
        return None;
    }
    let whole = Words::of(text);
    // What stands in brackets explains the header and rarely names the column.
    whole.meaning_without_brackets(text).or_else(|| whole.meaning())
}

/// Whether a heading only says that providers follow.
pub fn is_list_title(heading: &str) -> bool {
    header(heading) == Some(Header::Provider)
}

/// Whether a heading speaks of providers at all.
pub fn speaks_of_providers(heading: &str) -> bool {
    heading.chars().count() <= LONGEST_HEADER && Words::of(heading).has(PROVIDER)
}

/// Whether these filled cells are the header of a table of so many columns: one names a provider,
/// and another means something known too.
pub fn is_header<'t>(filled: impl IntoIterator<Item = &'t str>, columns: usize) -> bool {
    if columns > MAX_COLUMNS {
        return false;
    }
    let filled: Vec<&str> = filled.into_iter().collect();
    let known: Vec<Header> = filled.iter().filter_map(|cell| header(cell)).collect();
    let is_name = |known: &Header| {
        matches!(known, Header::Known(Meaning::Name) | Header::Provider | Header::Service)
    };
    known.iter().any(is_name)
        && (known.len() >= 2 || columns == 1)
        // A row about a provider may hold such words by chance, but not in most of its cells.
        && known.len() * 2 > filled.len()
}

/// The words of a header in lower case, with a space before and after each.
struct Words(String);

impl Words {
    fn of(text: &str) -> Self {
        let mut words = String::from(" ");
        let mut before = ' ';
        for c in text.chars() {
            // `entityLocation` is two words.
            if c.is_uppercase() && before.is_lowercase() && !text.contains(' ') {
                words.push(' ');
            }
            if c.is_alphanumeric() {
                words.extend(c.to_lowercase());
            } else if !matches!(c, '\'' | '\u{2019}') && !words.ends_with(' ') {
                words.push(' ');
            }
            before = c;
        }
        if !words.ends_with(' ') {
            words.push(' ');
        }
        Self(words)
    }

    /// Whether one of these phrases is among the words.
    fn has(&self, phrases: Phrases) -> bool {
        self.first(phrases).is_some()
    }

    /// Whether one of these words is among the words.
    fn has_word(&self, words: &[&str]) -> bool {
        self.0.split(' ').any(|word| words.contains(&word))
    }

    /// Where the first of these phrases starts.
    fn first(&self, phrases: Phrases) -> Option<usize> {
        let is_space = |at: usize| self.0.as_bytes().get(at) == Some(&b' ');
        let find = |phrase: &str| {
            let mut found = self.0.match_indices(phrase).map(|(at, _)| at);
            let is_whole = |at: &usize| is_space(*at - 1) && is_space(*at + phrase.len());
            Some(found.find(is_whole)? - 1)
        };
        phrases.iter().filter_map(find).min()
    }

    fn meaning_without_brackets(&self, text: &str) -> Option<Header> {
        let open = text.find('(')?;
        let close = text[open..].find(')').map_or(text.len(), |at| open + at + 1);
        Self::of(&format!("{} {}", &text[..open], &text[close..])).meaning()
    }

    fn meaning(&self) -> Option<Header> {
        use Header::{Cookie, Known, Other, Time};
        let place = self.has(PLACE);
        let kept = self.has(KEPT) && !self.ends_with_provider();
        let company = self.has(COMPANY);
        Some(if self.has_word(&["cookie", "cookies"]) {
            Cookie
        } else if self.has(TIME) {
            Time
        } else if self.has(OTHER) {
            Other
        } else if self.has(FEATURES) {
            Known(Meaning::Features)
        } else if self.has_word(&["name", "names"]) {
            Known(Meaning::Name)
        } else if company && place && kept {
            Known(Meaning::Location)
        } else if company && place || self.has(SEAT) {
            Known(Meaning::EntityLocation)
        } else if kept || self.has(KEPT_IN) {
            Known(Meaning::Storage)
        } else if place && !self.has(PURPOSE) {
            Known(Meaning::Location)
        } else if self.is_link() {
            Known(Meaning::Link)
        } else {
            return self.purpose_or_data().or_else(|| {
                if self.has_word(&["category", "categories", "section", "group", "type", "types"]) {
                    Some(Known(Meaning::Section))
                } else if self.has(PROVIDER) {
                    Some(Header::Provider)
                } else {
                    self.has(SERVICE).then_some(Header::Service)
                }
            });
        })
    }

    /// `Data use` is about data, `Use` about the purpose, and `Purpose of the data` about the
    /// purpose.
    fn purpose_or_data(&self) -> Option<Header> {
        let asks_how = self.0.starts_with(" how ") && self.has_word(&["use", "uses", "used"]);
        if self.has(PURPOSE) || asks_how {
            Some(Header::Known(Meaning::Purpose))
        } else if self.has(DATA) {
            Some(Header::Known(Meaning::Data))
        } else if self.has(USE) {
            Some(Header::Known(Meaning::Purpose))
        } else {
            None
        }
    }

    /// `Vendor website` is a link; `Vendor and website` is a vendor.
    fn is_link(&self) -> bool {
        let Some(link) = self.first(LINK) else { return false };
        let provider = self.first(PROVIDER).is_some_and(|at| at < link);
        !(provider && self.has_word(&["and", "with", "or"]))
    }

    fn ends_with_provider(&self) -> bool {
        let last = self.0.trim_end().rsplit(' ').next().unwrap_or_default();
        matches!(last, "provider" | "providers" | "vendor" | "vendors" | "company")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_in_the_words_of_publishers() {
        use Meaning::{
            Data, EntityLocation, Features, Link, Location, Name, Purpose, Section, Storage,
        };
        for (text, meaning) in [
            ("Provider name (Link to their Privacy Policy)", Name),
            ("Name of Service Provider with Link to Privacy Policy", Name),
            ("Entity name", Name),
            ("How we use the service provider and purpose of it", Purpose),
            ("Purpose", Purpose),
            ("Used for", Purpose),
            ("Processing activities", Purpose),
            ("What for", Purpose),
            ("Services provided", Purpose),
            ("Purpose of data processing", Purpose),
            ("What user information is shared with this Service Provider?", Data),
            ("Personal data", Data),
            ("Categories of data", Data),
            ("Entity location (country) and country of data storage", Location),
            ("Location", Location),
            ("Country / Region", Location),
            ("Processing location", Location),
            ("Entity Location", EntityLocation),
            ("Company in", EntityLocation),
            ("Headquarters", EntityLocation),
            ("entity_country", EntityLocation),
            ("entityLocation", EntityLocation),
            ("Data Storage Location", Storage),
            ("Data kept in", Storage),
            ("Hosting region", Storage),
            ("Data location", Storage),
            ("Integral when used with these products or features", Features),
            ("Website", Link),
            ("policy_url", Link),
            ("Vendor privacy policy", Link),
            ("Category", Section),
            ("service_category", Section),
        ] {
            assert_eq!(header(text), Some(Header::Known(meaning)), "{text}");
        }
        for text in [
            "Vendor",
            "Sub-processor",
            "Third-party service provider",
            "Vendor (link)",
            "Vendor and privacy policy",
            "Company",
        ] {
            assert_eq!(header(text), Some(Header::Provider), "{text}");
        }
        assert_eq!(header("Cookie name"), Some(Header::Cookie));
        assert_eq!(header("Retention period"), Some(Header::Time));
        assert_eq!(header("Legal basis"), Some(Header::Other));
        assert_eq!(header("Algolia"), None);
    }

    #[test]
    fn a_row_about_a_provider_is_no_header() {
        assert!(is_header(["Vendor", "Purpose"], 4));
        assert!(is_header(["Vendor"], 1));
        assert!(!is_header(["Cloud services"], 4));
        assert!(!is_header(["Google Cloud Services", "Hosting of data", "Sweden", "Yes"], 4));
        assert!(!is_header(["Data", "How long we keep it"], 2));
        assert!(!is_header([], 2));
    }
}
