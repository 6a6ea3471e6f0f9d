//! A consumer's own rules about vendors, checked while it compiles.

use core::fmt;

use crate::text::Text;
use crate::{
    Country, CountrySet, Disclosure, Disclosures, Edition, Engagement, Provider, ProviderStatus,
    Storage, Subject,
};

/// A consumer's rules about vendors.
///
/// A vendor that the current edition does not list breaks every policy: of what it gets today,
/// nothing is known, and unknown is never "no". [`including_retired`](Self::including_retired)
/// lifts this.
///
/// In a constant, a vendor that breaks a rule stops the build with a message that names the
/// vendor, the rule and the fact behind it.
///
/// ```
/// use service_providers::{
///     CountrySet, DataCategory, DataSubject, Disclosures, EEA_AND_US, Policy, Provider,
/// };
///
/// const POLICY: Policy = Policy::new().deny(
///     "no students' voice recordings outside the EEA and the US",
///     Disclosures::current()
///         .category(DataCategory::VoiceRecording)
///         .subject_possible(DataSubject::Student)
///         .stored_outside(EEA_AND_US),
/// );
/// const VENDORS: &[Provider] = POLICY.allow(&[Provider::Stripe, Provider::Algolia]);
/// assert_eq!(VENDORS.len(), 2);
/// ```
///
/// This one does not compile, because Stripe learns e-mail addresses:
///
/// ```compile_fail
/// use service_providers::{DataCategory, Disclosures, Policy, Provider};
///
/// const POLICY: Policy = Policy::new()
///     .deny("no e-mail addresses", Disclosures::current().category(DataCategory::EmailAddress));
/// const VENDORS: &[Provider] = POLICY.allow(&[Provider::Stripe]);
/// println!("{VENDORS:?}");
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use = "a policy does nothing until it is given vendors"]
pub struct Policy {
    rules: [Option<Rule>; MOST],
    count: usize,
    retired: bool,
}

/// The most rules that a policy can have.
const MOST: usize = 32;

#[derive(Clone, Copy, Debug)]
struct Rule {
    text: &'static str,
    kind: RuleKind,
}

#[derive(Clone, Copy, Debug)]
enum RuleKind {
    Deny(Disclosures),
    Require { of: Disclosures, also: Disclosures },
}

/// A rule that a vendor breaks.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Violation {
    /// The vendor.
    pub vendor: Provider,
    /// The rule's text.
    pub rule: &'static str,
    /// The disclosure behind it; `None` where the source does not say which data passes, and where
    /// the rule is about being listed.
    pub disclosure: Option<Disclosure>,
    /// The engagement behind it; `None` where the rule is about being listed.
    pub engagement: Option<Engagement>,
}

impl Policy {
    /// A policy without rules: it allows every vendor that the current edition lists.
    #[inline]
    pub const fn new() -> Self {
        Self { rules: [None; MOST], count: 0, retired: false }
    }

    /// Lets vendors pass that the current edition does not list. Rules about
    /// [`Disclosures::current`] then say nothing about them; ask for
    /// [`Disclosures::ever`].
    #[inline]
    pub const fn including_retired(mut self) -> Self {
        self.retired = true;
        self
    }

    #[inline]
    const fn with(mut self, text: &'static str, kind: RuleKind) -> Self {
        assert!(self.count < MOST, "a policy can have at most 32 rules");
        self.rules[self.count] = Some(Rule { text, kind });
        self.count += 1;
        self
    }

    /// Refuses vendors with any of these disclosures, and with
    /// [unknown data](Disclosures::unknown_data) that may be one of them.
    #[inline]
    pub const fn deny(self, rule: &'static str, disclosures: Disclosures) -> Self {
        self.with(rule, RuleKind::Deny(disclosures))
    }

    /// Refuses vendors with one of the first disclosures that is not also one of the second: "for
    /// voice recordings there must be a data processing addendum".
    #[inline]
    pub const fn require(self, rule: &'static str, of: Disclosures, also: Disclosures) -> Self {
        self.with(rule, RuleKind::Require { of, also })
    }

    /// The first rule that a vendor breaks.
    #[inline]
    #[must_use]
    pub const fn violation(&self, vendor: Provider) -> Option<Violation> {
        if !self.retired && !vendor.is_current() {
            let rule = "only vendors that the current edition lists";
            return Some(Violation { vendor, rule, disclosure: None, engagement: None });
        }
        let mut at = 0;
        while at < self.count {
            if let Some(rule) = &self.rules[at] {
                let rule_text = rule.text;
                if let Some(fact) = rule.kind.broken(vendor) {
                    let (disclosure, engagement) = (Some(fact), Some(fact.engagement()));
                    return Some(Violation { vendor, rule: rule_text, disclosure, engagement });
                }
                if let Some(engagement) = rule.kind.broken_by_silence(vendor) {
                    let engagement = Some(engagement);
                    return Some(Violation {
                        vendor,
                        rule: rule_text,
                        disclosure: None,
                        engagement,
                    });
                }
            }
            at += 1;
        }
        None
    }

    /// The vendors, if the policy allows every one of them.
    ///
    /// # Panics
    /// Where it does not; in a constant that is an error of the compiler. The message names the
    /// vendor, the rule and the fact.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn allow(&self, vendors: &'static [Provider]) -> &'static [Provider] {
        let mut at = 0;
        while at < vendors.len() {
            if let Some(violation) = self.violation(vendors[at]) {
                panic!("{}", violation.message().as_str());
            }
            at += 1;
        }
        vendors
    }
}

impl Default for Policy {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl RuleKind {
    /// The first fact by which a vendor breaks the rule.
    #[inline]
    const fn broken(&self, vendor: Provider) -> Option<Disclosure> {
        let (of, also) = match self {
            Self::Deny(denied) => return denied.provider(vendor).first(),
            Self::Require { of, also } => (of, also),
        };
        let disclosures = vendor.disclosure_rows();
        let mut at = disclosures.start as usize;
        while at < disclosures.end as usize {
            let row = Disclosure::row(at);
            if of.matches(&row) && !also.matches(&row) {
                return Some(row);
            }
            at += 1;
        }
        None
    }

    /// The first engagement of unknown data by which a vendor breaks the rule.
    #[inline]
    const fn broken_by_silence(&self, vendor: Provider) -> Option<Engagement> {
        match self {
            Self::Deny(denied) => denied.provider(vendor).unknown_data(),
            Self::Require { of, also } => of.provider(vendor).unknown_data_beyond(also),
        }
    }
}

impl Violation {
    #[inline]
    const fn message(&self) -> Text<2048> {
        let mut text = Text::new();
        text.push("\n  ");
        text.push(self.vendor.name());
        text.push(" breaks the rule: ");
        text.push(self.rule);
        text.push("\n  fact: ");
        let Some(engagement) = self.engagement else {
            push_status(&mut text, self.vendor);
            return text;
        };
        match self.disclosure {
            Some(fact) => push_disclosure(&mut text, fact),
            None => text.push("the source does not say which data passes"),
        }
        text.push("\n  kept in: ");
        match engagement.storage {
            Storage::Countries(countries) => push_countries(&mut text, countries),
            Storage::Global => text.push("anywhere in the world"),
            Storage::None => text.push("nowhere"),
            Storage::SeeProvider => text.push("see the provider"),
            Storage::NotApplicable => text.push("not applicable"),
            Storage::Unknown => text.push("not stated"),
        }
        text.push("; company in: ");
        text.push(match engagement.entity_country {
            Some(country) => country.name(),
            None => "not stated",
        });
        text.push("\n  source: ");
        let listing = match engagement.listing_in(Edition::CURRENT) {
            Some(listing) => listing,
            None => engagement.newest_listing(),
        };
        text.push(listing.document.name());
        text.push(", row ");
        text.push_number(listing.row);
        text.push(" (");
        text.push(engagement.key);
        text.push(")\n");
        text
    }
}

/// Why a vendor is not in the current edition.
#[inline]
const fn push_status<const N: usize>(text: &mut Text<N>, vendor: Provider) {
    let (status, edition) = match (vendor.status(), vendor.last_listed()) {
        (ProviderStatus::Announced, Some(last)) => ("announced for the edition of ", last),
        (ProviderStatus::Retired, Some(last)) => ("last listed in the edition of ", last),
        _ => return text.push("withdrawn from the register"),
    };
    text.push(status);
    text.push(edition.key());
}

#[inline]
const fn push_disclosure<const N: usize>(text: &mut Text<N>, fact: Disclosure) {
    text.push(fact.category.name());
    match fact.subject {
        Subject::Group(group) => {
            text.push(", about: ");
            text.push(group.name());
        }
        Subject::Nobody => {}
        Subject::Unknown => text.push(", about: not stated"),
    }
    text.push(", form: ");
    text.push(fact.form.key());
    if !fact.asserted {
        text.push(" (said not to be disclosed)");
    }
}

#[inline]
const fn push_countries<const N: usize>(text: &mut Text<N>, countries: CountrySet) {
    let mut left = countries;
    while let Some(country) = left.first() {
        left = left.difference(CountrySet::EMPTY.with(country));
        text.push(Country::name(country));
        if !left.is_empty() {
            text.push(", ");
        }
    }
}

impl fmt::Display for Violation {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message().as_str().trim())
    }
}
