//! A consumer's own rules about vendors, checked while it compiles.

use core::fmt;

use crate::Disclosures;
use crate::record::{Disclosure, Engagement, Overlap, ProviderStatus, Rows, Storage, Subject};
use crate::term::{Edition, Provider, StorageStatus};
use crate::text::Text;

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
/// use service_providers::{Disclosures, EEA_AND_US, Form, Policy, Provider};
///
/// const PLAIN: Disclosures = Disclosures::current().form(Form::Plain);
///
/// // Where data is stored and where the company is are two questions.
/// const POLICY: Policy = Policy::new()
///     .deny("nothing plain stored outside the EEA and the US", PLAIN.stored_outside(EEA_AND_US))
///     .deny("nothing plain for companies elsewhere", PLAIN.entity_outside(EEA_AND_US));
///
/// // In a program of your own, the vendors that it uses. A policy allows none at all, too.
/// const VENDORS: &[Provider] = POLICY.allow(&[]);
///
/// for provider in Provider::CURRENT {
///     match POLICY.violation(*provider) {
///         Some(violation) => println!("{violation}"),
///         None => println!("{provider} may be used"),
///     }
/// }
/// ```
///
/// The documentation of [`Provider`] has a policy that does not compile.
#[must_use = "a policy does nothing until it is given vendors"]
pub struct Policy {
    rules: [Option<Rule>; MOST],
    count: usize,
    retired: bool,
}

/// The most rules that a policy can have.
const MOST: usize = 32;

struct Rule {
    text: &'static str,
    /// What the rule is about: it denies these disclosures, or requires something of them.
    of: Disclosures,
    also: Option<Disclosures>,
}

/// A rule that a vendor breaks.
#[derive(Debug)]
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
    /// Why the disclosure counts, where it is about another group than the rule: see
    /// [`Disclosures::overlap`].
    pub overlap: Option<Overlap>,
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
    const fn with(mut self, rule: Rule) -> Self {
        assert!(self.count < MOST, "a policy can have at most 32 rules");
        self.rules[self.count] = Some(rule);
        self.count += 1;
        self
    }

    /// Refuses vendors with any of these disclosures: what they receive, unless the question is
    /// about another [direction](Disclosures#direction). Refuses vendors with
    /// [unknown data](Disclosures::unknown_data) that may be one of them as well.
    #[inline]
    pub const fn deny(self, rule: &'static str, disclosures: Disclosures) -> Self {
        self.with(Rule { text: rule, of: disclosures, also: None })
    }

    /// Refuses vendors with one of the first disclosures that is not also one of the second: "for
    /// voice recordings there must be a data processing addendum". Whatever direction the first
    /// question is about, the second is about the same, unless it names another.
    #[inline]
    pub const fn require(self, rule: &'static str, of: Disclosures, also: Disclosures) -> Self {
        self.with(Rule { text: rule, of, also: Some(also.to_anybody_by_default()) })
    }

    /// The first rule that a vendor breaks.
    #[inline]
    #[must_use]
    pub const fn violation(&self, vendor: Provider) -> Option<Violation> {
        if !self.retired && !vendor.is_current() {
            let rule = "only vendors that the current edition lists";
            return Some(Violation {
                vendor,
                rule,
                disclosure: None,
                engagement: None,
                overlap: None,
            });
        }
        let mut at = 0;
        while at < self.count {
            if let Some(rule) = &self.rules[at] {
                if let Some(fact) = rule.broken(vendor) {
                    let (disclosure, engagement) = (Some(fact), Some(fact.engagement()));
                    let overlap = rule.of.overlap(&fact);
                    return Some(Violation {
                        vendor,
                        rule: rule.text,
                        disclosure,
                        engagement,
                        overlap,
                    });
                }
                if let Some(engagement) = rule.broken_by_silence(vendor) {
                    let engagement = Some(engagement);
                    return Some(Violation {
                        vendor,
                        rule: rule.text,
                        disclosure: None,
                        engagement,
                        overlap: None,
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

/// Shows the texts of the rules.
impl fmt::Debug for Policy {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Policy ")?;
        let mut list = f.debug_list();
        for rule in self.rules.iter().flatten() {
            list.entry(&rule.text);
        }
        list.finish()
    }
}

impl Rule {
    /// The first fact by which a vendor breaks the rule.
    #[inline]
    const fn broken(&self, vendor: Provider) -> Option<Disclosure> {
        let disclosures = vendor.disclosure_rows();
        let mut at = disclosures.start as usize;
        while at < disclosures.end as usize {
            let row = Disclosure::row(at);
            if self.of.matches(&row) {
                match &self.also {
                    Some(also) if also.matches(&row) => {}
                    _ => return Some(row),
                }
            }
            at += 1;
        }
        None
    }

    /// The first engagement of unknown data by which a vendor breaks the rule.
    #[inline]
    const fn broken_by_silence(&self, vendor: Provider) -> Option<Engagement> {
        match &self.also {
            None => self.of.provider(vendor).unknown_data(),
            Some(also) => self.of.provider(vendor).unknown_data_beyond(also),
        }
    }
}

impl Violation {
    #[inline]
    const fn message(&self) -> Text<4096> {
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
            Some(fact) => push_disclosure(&mut text, fact, self.overlap),
            None => text.push("the source does not say which data passes"),
        }
        text.push("\n  kept in: ");
        match engagement.storage {
            StorageStatus::Listed => push_places(&mut text, engagement.places()),
            StorageStatus::None => text.push("nowhere"),
            StorageStatus::SeeProvider => text.push("see the provider"),
            StorageStatus::NotApplicable => text.push("not applicable"),
            StorageStatus::Unknown => text.push("not stated"),
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
const fn push_disclosure<const N: usize>(
    text: &mut Text<N>,
    fact: Disclosure,
    overlap: Option<Overlap>,
) {
    text.push(match fact.category {
        Some(category) => category.name(),
        None => "Data of any kind",
    });
    match fact.subject {
        Subject::Group(group) => {
            text.push(", about: ");
            text.push(group.name());
        }
        Subject::Nobody => {}
        Subject::Unknown => text.push(", about: not stated"),
    }
    if let Some(overlap) = overlap {
        text.push(" (");
        text.push(overlap.reason);
        text.push(")");
    }
    text.push(", form: ");
    text.push(fact.form.key());
    if !fact.asserted {
        text.push(" (said not to be disclosed)");
    }
    if let Some(context) = fact.context {
        text.push(", in the use: ");
        text.push(context.name());
    }
    if let Some(condition) = fact.condition {
        text.push("\n  condition: ");
        text.push(condition);
    }
}

/// The places, each with its context and its condition in brackets.
#[inline]
const fn push_places<const N: usize>(text: &mut Text<N>, places: Rows<Storage>) {
    let mut at = 0;
    while let Some(storage) = places.get(at) {
        if at > 0 {
            text.push(", ");
        }
        text.push(storage.place.name());
        match (storage.context, storage.condition) {
            (None, None) => {}
            (Some(limit), None) | (None, Some(limit)) => push_in_brackets(text, limit, ""),
            (Some(context), Some(condition)) => push_in_brackets(text, context, condition),
        }
        at += 1;
    }
}

#[inline]
const fn push_in_brackets<const N: usize>(text: &mut Text<N>, one: &str, other: &str) {
    text.push(" (");
    text.push(one);
    if !other.is_empty() {
        text.push("; ");
        text.push(other);
    }
    text.push(")");
}

impl fmt::Display for Violation {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message().as_str().trim())
    }
}

crate::copied::copied!(Policy, Rule, Violation);
