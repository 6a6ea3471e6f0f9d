//! Web addresses: whether two are the same, and whose they are.

/// Whether two web addresses lead to the same page as far as their form shows: the scheme, `www.`,
/// capitals of the host, a `/` at the end, a fragment, and characters written as `%20` change
/// nothing.
pub fn same_address(a: &str, b: &str) -> bool {
    a == b || address_form(a) == address_form(b)
}

fn address_form(address: &str) -> String {
    let address = address.trim();
    match url::Url::parse(address) {
        Ok(url) if url.has_host() => {
            let host = url.host_str().unwrap_or_default();
            let host = host.strip_prefix("www.").unwrap_or(host);
            let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
            let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
            let rest = format!("{}{query}", url.path().trim_end_matches('/'));
            let rest = percent_encoding::percent_decode_str(&rest).decode_utf8_lossy();
            format!("{host}{port}{rest}")
        }
        _ => address.to_owned(),
    }
}

/// The names in a web address or a domain, from the nearest to the registry outwards:
/// `mail.vendor.co.uk` is `vendor`, then `mail`. Empty where a text is neither.
pub fn domain_labels(text: &str) -> Vec<String> {
    let Some(host) = host(text) else { return Vec::new() };
    let mut labels: Vec<&str> = host.split('.').collect();
    labels.pop();
    // Second levels under which registries sell names.
    if labels.len() > 1
        && matches!(
            *labels.last().unwrap_or(&""),
            "ac" | "co" | "com" | "edu" | "gov" | "net" | "org"
        )
    {
        labels.pop();
    }
    labels.retain(|label| *label != "www");
    labels.iter().rev().map(|label| (*label).to_owned()).collect()
}

/// The host of a web address, or a domain itself, without `www.`.
pub fn host(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_lowercase();
    let address = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = address.unwrap_or(&text).split(['/', '?', '#', ':']).next().unwrap_or_default();
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let mut labels = host.split('.');
    let last = labels.next_back()?;
    let is_domain = host.contains('.')
        && labels.all(is_label)
        && last.len() >= 2
        && last.bytes().all(|byte| byte.is_ascii_lowercase());
    is_domain.then(|| host.strip_prefix("www.").unwrap_or(host).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_an_address_changes_nothing() {
        assert!(same_address("https://www.A.example/p/", "http://a.example/p#x"));
        assert!(same_address("https://a.example/p_(1)|x", "https://a.example/p_%281%29%7Cx"));
        assert!(!same_address("https://a.example/p", "https://a.example/q"));
        assert!(!same_address("https://a.example/p?a=1", "https://a.example/p?a=2"));
        assert!(same_address("not an address", "not an address"));
    }

    #[test]
    fn domains_name_their_owners() {
        assert_eq!(domain_labels("https://www.vendor.co.uk/privacy"), ["vendor"]);
        assert_eq!(domain_labels("mail.vendor.example"), ["vendor", "mail"]);
        assert_eq!(domain_labels("Vendor Inc."), Vec::<String>::new());
        assert_eq!(host("http://www.A.example:80/x").as_deref(), Some("a.example"));
        assert_eq!(host("v1.2"), None);
    }
}
