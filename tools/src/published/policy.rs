//! Where a row links to the policy of its provider, and whether others can follow that link.

use url::Url;

use super::address::host;
use super::columns::Meaning;
use super::page::{Name, PageRow};
use super::rich::Link;

/// The policy that a row links to: in its own column, or else in the name cell.
pub fn of_row<'p>(row: &'p PageRow, name: &'p Name) -> Option<&'p str> {
    let in_name = || chosen(&name.links);
    let own = row.cells.get(Meaning::Link);
    let plain = || own.map(|cell| cell.text.as_str()).filter(|text| text.contains('.'));
    of_column(row).or_else(in_name).or_else(plain).filter(|target| !target.is_empty())
}

/// The policy that a row links to in a column for it.
pub fn of_column(row: &PageRow) -> Option<&str> {
    chosen(&row.cells.get(Meaning::Link)?.links)
}

/// The link that is called a policy, or else the first one.
fn chosen(links: &[Link]) -> Option<&str> {
    let is_policy = |text: &str| ["polic", "privacy"].iter().any(|word| text.contains(word));
    let policy = links.iter().find(|link| is_policy(&link.text.to_lowercase()));
    policy.or(links.first()).map(|link| link.target.as_str())
}

/// The web address to which a link leads, if readers of anything but this page can follow it.
pub fn public(target: &str) -> Option<String> {
    let redirected = redirect_target(target);
    let target = redirected.as_deref().unwrap_or(target);
    let is_web = Url::parse(target)
        .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    (is_web && !leads_into_editor(target)).then(|| target.to_owned())
}

/// The address that a text processor has wrapped into one of its own.
fn redirect_target(target: &str) -> Option<String> {
    let url = Url::parse(target).ok()?;
    if url.path() != "/url" || !matches!(url.host_str()?, "google.com" | "www.google.com") {
        return None;
    }
    let mut pairs = url.query_pairs();
    pairs.find(|(name, _)| matches!(&**name, "q" | "url")).map(|(_, value)| value.into_owned())
}

/// Hosts of tools for writing, and what else shows that a link leads into one.
const EDITORS: &[&str] = &[
    "docs.google.com",
    "drive.google.com",
    "sites.google.com",
    "sharepoint.com",
    "onedrive.live.com",
    "1drv.ms",
    "dropbox.com",
    "paper.dropbox.com",
    "notion.so",
    "notion.site",
    "quip.com",
    "coda.io",
    "atlassian.net",
    "figma.com",
    "airtable.com",
    "box.com",
    "hackmd.io",
    "safelinks.protection.outlook.com",
    "localhost",
];

/// Whether a link leads into a tool for writing documents, or through one.
pub fn leads_into_editor(target: &str) -> bool {
    let lower = target.to_ascii_lowercase();
    if lower.starts_with("file:")
        || lower.starts_with("about:")
        || lower.starts_with("http://localhost")
    {
        return true;
    }
    let Some(host) = host(&lower) else { return false };
    let wraps = host.ends_with("google.com") && lower.contains("/url?");
    wraps
        || EDITORS.iter().any(|known| {
            host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_into_tools_for_writing() {
        for target in [
            "https://docs.google.com/document/d/1/edit",
            "https://vendor.sharepoint.com/x",
            "https://www.google.com/url?q=https://a.example",
            "http://localhost:3000/x",
            "file:///c:/x",
        ] {
            assert!(leads_into_editor(target), "{target}");
        }
        for target in ["https://policies.google.com/privacy", "https://www.notdropbox.com/", "x"] {
            assert!(!leads_into_editor(target), "{target}");
        }
    }

    #[test]
    fn only_web_addresses_can_be_followed() {
        let wrapped = "https://www.google.com/url?q=https://a.example/p%3Fx&sa=D";
        for (target, found) in [
            ("https://a.example/p", Some("https://a.example/p")),
            (wrapped, Some("https://a.example/p?x")),
            ("https://www.google.com/url?q=https://docs.google.com/d/1", None),
            ("/legal/birch", None),
            ("#birch", None),
            ("mailto:dpo@a.example", None),
            ("vendors/birch.md", None),
        ] {
            assert_eq!(public(target).as_deref(), found, "{target}");
        }
    }
}
