//! Questions about disclosures: filtered one by one, projected last.

mod filter;
mod walk;

pub use filter::PartyKind;
pub use walk::Matches;

use filter::{Countries, PurposeTest, SettingTest, SubjectTest, kinds};
pub(crate) use filter::{When, in_section};
use walk::{Possible, Walk};

use crate::generated::ENGAGEMENTS;
use crate::hierarchy::Stretch;
use crate::record::engagement::{cell, storage};
use crate::{
    Context, CountrySet, DataCategory, DataCategorySet, DataSubject, DataSubjectSet, Disclosure,
    Edition, Engagement, Feature, Form, FormSet, Likelihood, LikelihoodSet, Provider, ProviderSet,
    Purpose, Safeguard, Section, ServiceCategory, Setting, Storage,
};

/// A question about disclosures.
///
/// Each call narrows the question; calling the same one again replaces it. A question is about
/// single disclosures: a provider that gets *voice recordings* of children and *names* of teachers
/// does not get voice recordings of teachers, and no answer mixes the two. What the source says is
/// **not** disclosed is never part of an answer, unless [`denied`](Self::denied) asks for it.
///
/// Unknown is never "no". Each filter says how it counts what the source leaves open.
///
/// Some sources do not say which data passes at all: see
/// [`DataStatus::Unknown`](crate::DataStatus::Unknown). Such an engagement has no disclosure, so no
/// list of disclosures can name it. It still counts where a question is asked in a `…_possible`
/// form, and asks nothing of the data in a form that leaves unknowns out: then
/// [`is_empty`](Self::is_empty), [`providers`](Self::providers), [`recipients`](Self::recipients)
/// and [`countries`](Self::countries) count it, and a [`Policy`](crate::Policy) refuses its vendor.
/// [`unknown_data`](Self::unknown_data) names it.
///
/// ```
/// use service_providers::{DataCategory, DataSubject, Disclosures, Form, Provider, ProviderSet};
///
/// const HASHED: ProviderSet = Disclosures::current()
///     .category(DataCategory::EmailAddress)
///     .subject(DataSubject::Parent)
///     .form(Form::Hashed)
///     .providers();
/// assert_eq!(HASHED, ProviderSet::of(&[Provider::FacebookAds]));
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use = "a question does nothing until it is asked"]
pub struct Disclosures {
    when: When,
    asserted: bool,
    provider: Option<Provider>,
    category: Stretch,
    categories: Option<DataCategorySet>,
    /// Whether the kinds of data were asked for in their possible form.
    category_possible: bool,
    subject: SubjectTest,
    forms: FormSet,
    likelihoods: LikelihoodSet,
    examples: bool,
    from: u8,
    to: u8,
    context: Option<Context>,
    section: Option<Section>,
    service_category: Option<ServiceCategory>,
    purpose: Option<PurposeTest>,
    safeguard: Option<(Safeguard, bool)>,
    feature: Option<Feature>,
    setting: Option<SettingTest>,
    stored: Countries,
    entity: Countries,
    /// Whether anything is asked of the published row, a single edition aside.
    asks_row: bool,
    /// Whether the question is asked in a possible form.
    possible: bool,
}

/// Where a question starts.
impl Disclosures {
    #[inline]
    const fn new(when: When) -> Self {
        Self {
            when,
            asserted: true,
            provider: None,
            category: Stretch::ALL,
            categories: None,
            category_possible: false,
            subject: SubjectTest::Any,
            forms: FormSet::ALL,
            likelihoods: LikelihoodSet::ALL,
            examples: true,
            from: kinds::ALL,
            to: kinds::ALL,
            context: None,
            section: None,
            service_category: None,
            purpose: None,
            safeguard: None,
            feature: None,
            setting: None,
            stored: Countries::Any,
            entity: Countries::Any,
            asks_row: matches!(when, When::Announced | When::Retired),
            possible: false,
        }
    }

    /// The disclosures of the edition in force, [`Edition::CURRENT`].
    #[inline]
    pub const fn current() -> Self {
        Self::new(When::In(Edition::CURRENT))
    }

    /// The disclosures of the editions that are announced and not yet in force, whether or not the
    /// current one says the same.
    #[inline]
    pub const fn announced() -> Self {
        Self::new(When::Announced)
    }

    /// The disclosures of an edition.
    #[inline]
    pub const fn in_edition(edition: Edition) -> Self {
        Self::new(When::In(edition))
    }

    /// The disclosures of any edition, announced ones included.
    #[inline]
    pub const fn ever() -> Self {
        Self::new(When::Ever)
    }

    /// The disclosures that only older editions publish: neither the current one nor an announced
    /// one does. The same provider may have a newer row that says the same.
    #[inline]
    pub const fn retired() -> Self {
        Self::new(When::Retired)
    }
}

/// What a question asks for.
impl Disclosures {
    /// What the source says is *not* disclosed, instead of what is.
    #[inline]
    pub const fn denied(mut self) -> Self {
        self.asserted = false;
        self
    }

    /// Rows of this provider.
    #[inline]
    pub const fn provider(mut self, provider: Provider) -> Self {
        self.provider = Some(provider);
        self.asks_row = true;
        self
    }

    /// This kind of data and every narrower one. A wider kind does not count: that a provider gets
    /// "content" does not say that it gets voice recordings. See
    /// [`category_possible`](Self::category_possible).
    #[inline]
    pub const fn category(mut self, category: DataCategory) -> Self {
        self.category = category.stretch();
        self.categories = None;
        self
    }

    /// This kind of data, every narrower one, and every wider one, of which it may be part. Counts
    /// engagements whose source does not say which data passes.
    #[inline]
    pub const fn category_possible(mut self, category: DataCategory) -> Self {
        let mut set = category.with_narrower();
        let mut wider = category.parent();
        while let Some(parent) = wider {
            set = set.with(parent);
            wider = parent.parent();
        }
        self.category = Stretch::ALL;
        self.categories = Some(set);
        self.category_possible = true;
        self.possible = true;
        self
    }

    /// Exactly these kinds of data.
    #[inline]
    pub const fn categories(mut self, categories: DataCategorySet) -> Self {
        self.category = Stretch::ALL;
        self.categories = Some(categories);
        self.category_possible = false;
        self
    }

    /// Data about this group: the group itself, a narrower one, or a wider one that includes it
    /// ("users" are also students). Where the source does not say whose data it is, it does not
    /// count; see [`subject_possible`](Self::subject_possible).
    #[inline]
    pub const fn subject(mut self, subject: DataSubject) -> Self {
        self.subject = SubjectTest::Touches(subject.stretch());
        self
    }

    /// Data about this group, and data of which the source does not say whose it is. Counts
    /// engagements whose source does not say which data passes.
    #[inline]
    pub const fn subject_possible(mut self, subject: DataSubject) -> Self {
        self.subject = SubjectTest::Possible(subject.stretch());
        self.possible = true;
        self
    }

    /// Data that the source ascribes to this group or a narrower one by name. What it says of a
    /// wider group does not count.
    #[inline]
    pub const fn subject_named(mut self, subject: DataSubject) -> Self {
        self.subject = SubjectTest::Within(subject.stretch());
        self
    }

    /// Data in this form. An unknown form is no other form; ask for [`Form::Unknown`] too with
    /// [`forms`](Self::forms).
    #[inline]
    pub const fn form(self, form: Form) -> Self {
        self.forms(FormSet::EMPTY.with(form))
    }

    /// Data in one of these forms.
    #[inline]
    pub const fn forms(mut self, forms: FormSet) -> Self {
        self.forms = forms;
        self
    }

    /// Data that is disclosed this surely.
    #[inline]
    pub const fn likelihood(mut self, likelihood: Likelihood) -> Self {
        self.likelihoods = LikelihoodSet::EMPTY.with(likelihood);
        self
    }

    /// Without data that the source names only as an example of a wider kind.
    #[inline]
    pub const fn without_examples(mut self) -> Self {
        self.examples = false;
        self
    }

    /// Data that comes from this kind of party.
    #[inline]
    pub const fn from(mut self, party: PartyKind) -> Self {
        self.from = party.bit();
        self
    }

    /// Data that goes to this kind of party.
    #[inline]
    pub const fn to(mut self, party: PartyKind) -> Self {
        self.to = party.bit();
        self
    }

    /// Data that the provider of the row receives, from whomever.
    #[inline]
    pub const fn received(self) -> Self {
        self.to(PartyKind::Provider)
    }

    /// Data that the provider of the row gives, to whomever.
    #[inline]
    pub const fn given(self) -> Self {
        self.from(PartyKind::Provider)
    }

    /// Data of one of a provider's uses. Rows that do not tell uses apart do not count.
    #[inline]
    pub const fn context(mut self, context: Context) -> Self {
        self.context = Some(context);
        self
    }

    /// What stands in this section in one of the editions asked about. Editions without sections do
    /// not count.
    #[inline]
    pub const fn section(mut self, section: Section) -> Self {
        self.section = Some(section);
        self.asks_row = true;
        self
    }

    /// Rows under this kind of service. Rows under none do not count.
    #[inline]
    pub const fn service_category(mut self, category: ServiceCategory) -> Self {
        self.service_category = Some(category);
        self.asks_row = true;
        self
    }

    /// Rows with this purpose. Rows whose source names no purpose do not count; see
    /// [`purpose_possible`](Self::purpose_possible).
    #[inline]
    pub const fn purpose(mut self, purpose: Purpose) -> Self {
        self.purpose = Some(PurposeTest { purpose, possible: false });
        self.asks_row = true;
        self
    }

    /// Rows with this purpose, and rows whose source names no purpose. Counts engagements whose
    /// source does not say which data passes.
    #[inline]
    pub const fn purpose_possible(mut self, purpose: Purpose) -> Self {
        self.purpose = Some(PurposeTest { purpose, possible: true });
        self.asks_row = true;
        self.possible = true;
        self
    }

    /// Rows that name this safeguard.
    #[inline]
    pub const fn safeguard(mut self, safeguard: Safeguard) -> Self {
        self.safeguard = Some((safeguard, true));
        self.asks_row = true;
        self
    }

    /// Rows that do not name this safeguard. That a row does not name it does not say that it is
    /// not there.
    #[inline]
    pub const fn without_safeguard(mut self, safeguard: Safeguard) -> Self {
        self.safeguard = Some((safeguard, false));
        self.asks_row = true;
        self
    }

    /// Rows that are integral to this feature. Rows whose source names no features do not count.
    /// With [`setting`](Self::setting), the feature itself must be used there.
    #[inline]
    pub const fn feature(mut self, feature: Feature) -> Self {
        self.feature = Some(feature);
        self.asks_row = true;
        self
    }

    /// Rows with a feature used in this setting, or in both. Rows whose source names no features
    /// or no setting do not count; see [`setting_possible`](Self::setting_possible).
    #[inline]
    pub const fn setting(mut self, setting: Setting) -> Self {
        self.setting = Some(SettingTest { setting, possible: false });
        self.asks_row = true;
        self
    }

    /// Rows with a feature used in this setting or in both, and rows whose source does not say
    /// where: it names no features, or no setting of the feature. Counts engagements whose source
    /// does not say which data passes.
    #[inline]
    pub const fn setting_possible(mut self, setting: Setting) -> Self {
        self.setting = Some(SettingTest { setting, possible: true });
        self.asks_row = true;
        self.possible = true;
        self
    }

    /// Rows whose data the source says is kept in one of these countries. Storage that is global,
    /// unknown or left to the provider does not count.
    #[inline]
    pub const fn stored_in(mut self, countries: CountrySet) -> Self {
        self.stored = Countries::In(countries);
        self.asks_row = true;
        self
    }

    /// Rows whose data may be kept outside these countries. Storage that is global, unknown or
    /// left to the provider may be, so it counts; `none` and `not-applicable` never do.
    #[inline]
    pub const fn stored_outside(mut self, countries: CountrySet) -> Self {
        self.stored = Countries::Outside(countries);
        self.asks_row = true;
        self
    }

    /// Rows of companies that the source places in one of these countries. Unknown does not count.
    #[inline]
    pub const fn entity_in(mut self, countries: CountrySet) -> Self {
        self.entity = Countries::In(countries);
        self.asks_row = true;
        self
    }

    /// Rows of companies that may be outside these countries. Unknown may be, so it counts.
    #[inline]
    pub const fn entity_outside(mut self, countries: CountrySet) -> Self {
        self.entity = Countries::Outside(countries);
        self.asks_row = true;
        self
    }
}

/// Asking.
impl Disclosures {
    /// Whether a disclosure is part of the answer.
    #[inline]
    #[must_use]
    pub const fn matches(&self, disclosure: &Disclosure) -> bool {
        filter::matches(self, disclosure.row as usize)
    }

    /// The disclosures: in the order of the register, or by kind of data where the question names
    /// one.
    #[inline]
    #[must_use]
    pub const fn iter(self) -> Matches {
        Matches::new(self)
    }

    /// The first disclosure of the answer.
    #[inline]
    #[must_use]
    pub const fn first(&self) -> Option<Disclosure> {
        let walk = Walk::of(self);
        let mut at = walk.start;
        while at < walk.end {
            let row = walk.row(at);
            if filter::matches(self, row) {
                return Some(Disclosure::row(row));
            }
            at += 1;
        }
        None
    }

    /// The first engagement that may answer the question although its source does not say which
    /// data passes. `None` where there is none, and for a question without a `…_possible` form.
    #[inline]
    #[must_use]
    pub const fn unknown_data(&self) -> Option<Engagement> {
        match Possible::new(self).next() {
            Some(row) => Some(Engagement::row(row)),
            None => None,
        }
    }

    /// The first engagement of [unknown data](Self::unknown_data) that does not also fit the other
    /// question, in which it counts as in a possible form.
    #[inline]
    pub(crate) const fn unknown_data_beyond(&self, other: &Self) -> Option<Engagement> {
        let mut rows = Possible::new(self);
        while let Some(row) = rows.next() {
            if !filter::possible(other, row) {
                return Some(Engagement::row(row));
            }
        }
        None
    }

    /// Whether nothing answers the question: no disclosure, and no engagement of
    /// [unknown data](Self::unknown_data).
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.first().is_none() && self.unknown_data().is_none()
    }

    /// How many disclosures there are.
    #[inline]
    #[must_use]
    pub const fn count(&self) -> usize {
        let walk = Walk::of(self);
        let (mut count, mut at) = (0, walk.start);
        while at < walk.end {
            if filter::matches(self, walk.row(at)) {
                count += 1;
            }
            at += 1;
        }
        count
    }

    /// The providers of the rows that the disclosures belong to. A row may also say what passes
    /// between others; for who gets the data see [`recipients`](Self::recipients).
    #[inline]
    #[must_use]
    pub const fn providers(&self) -> ProviderSet {
        let walk = Walk::of(self);
        let (mut set, mut at) = (ProviderSet::EMPTY, walk.start);
        while at < walk.end {
            let row = walk.row(at);
            if filter::matches(self, row) {
                set.insert(filter::provider(row));
            }
            at += 1;
        }
        self.with_unknown_data(set)
    }

    /// The providers that get the data: that of the row where it goes to it, or another one that
    /// the row names.
    #[inline]
    #[must_use]
    pub const fn recipients(&self) -> ProviderSet {
        let walk = Walk::of(self);
        let (mut set, mut at) = (ProviderSet::EMPTY, walk.start);
        while at < walk.end {
            let row = walk.row(at);
            if filter::matches(self, row) {
                if let Some(recipient) = filter::recipient(row) {
                    set.insert(recipient);
                }
            }
            at += 1;
        }
        self.with_unknown_data(set)
    }

    /// The set with the providers of the engagements of unknown data as well.
    #[inline]
    const fn with_unknown_data(&self, mut set: ProviderSet) -> ProviderSet {
        let mut rows = Possible::new(self);
        while let Some(row) = rows.next() {
            set.insert(ENGAGEMENTS.place(row, cell::PROVIDER));
        }
        set
    }

    /// The kinds of data.
    #[inline]
    #[must_use]
    pub const fn data_categories(&self) -> DataCategorySet {
        let walk = Walk::of(self);
        let (mut set, mut at) = (DataCategorySet::EMPTY, walk.start);
        while at < walk.end {
            let row = walk.row(at);
            if filter::matches(self, row) {
                set.insert(filter::category(row));
            }
            at += 1;
        }
        set
    }

    /// The groups whose data it is, as the source names them. Data of nobody, or of which the
    /// source does not say whose it is, adds none.
    #[inline]
    #[must_use]
    pub const fn data_subjects(&self) -> DataSubjectSet {
        let walk = Walk::of(self);
        let (mut set, mut at) = (DataSubjectSet::EMPTY, walk.start);
        while at < walk.end {
            let row = walk.row(at);
            if filter::matches(self, row) {
                if let Some(group) = filter::group(row) {
                    set.insert(group);
                }
            }
            at += 1;
        }
        set
    }

    /// The countries in which the source says the data is kept. Storage that is global, unknown or
    /// left to the provider adds none: an empty answer does not say that nothing is kept.
    #[inline]
    #[must_use]
    pub const fn countries(&self) -> CountrySet {
        let walk = Walk::of(self);
        let (mut set, mut at) = (CountrySet::EMPTY, walk.start);
        // Disclosures of one published row mostly stand together.
        let mut last = usize::MAX;
        while at < walk.end {
            let row = walk.row(at);
            if filter::matches(self, row) {
                let engagement = filter::engagement(row);
                if engagement != last {
                    if let Storage::Countries(kept) = storage(engagement) {
                        set = set.union(kept);
                    }
                    last = engagement;
                }
            }
            at += 1;
        }
        let mut rows = Possible::new(self);
        while let Some(row) = rows.next() {
            if let Storage::Countries(kept) = storage(row) {
                set = set.union(kept);
            }
        }
        set
    }
}

impl IntoIterator for Disclosures {
    type Item = Disclosure;
    type IntoIter = Matches;

    #[inline]
    fn into_iter(self) -> Matches {
        self.iter()
    }
}
