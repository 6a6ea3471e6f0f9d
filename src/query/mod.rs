//! Questions about disclosures: filtered one by one, projected last.

mod answer;
mod filter;
mod scan;

pub use scan::Matches;

use filter::{Countries, PartyTest, SubjectTest};
pub(crate) use filter::{When, in_section};

use crate::hierarchy::Branch;
use crate::record::PartyKind;
use crate::set::{CountrySet, DataCategorySet, FormSet};
use crate::term::{
    Context, DataCategory, DataSubject, Edition, Feature, Form, Likelihood, Provider, Purpose,
    Safeguard, Section, ServiceCategory, Setting,
};

/// A question about disclosures: who receives which data?
///
/// Each call narrows the question; calling the same one again replaces it. A question is about
/// single disclosures: a provider that gets *voice recordings* of children and *names* of guardians
/// does not get voice recordings of guardians, and no answer mixes the two.
///
/// Two things are left out unless the question asks for them. What a provider *gives* does not
/// count; see [Direction](#direction). What the source says is **not** disclosed does not count
/// either; see [`denied`](Self::denied).
///
/// Unknown is never "no". Each filter says how it counts what the source leaves open.
///
/// Some sources do not say which data passes
/// ([`DataStatus::Unknown`](crate::term::DataStatus::Unknown)). Such an engagement has no disclosures. A
/// question still counts it if it uses a filter that counts unknowns (a `…_possible` form,
/// [`stored_outside`](Self::stored_outside) or [`entity_outside`](Self::entity_outside)) and no filter on
/// the data that leaves unknowns out. Then [`is_empty`](Self::is_empty),
/// [`providers`](Self::providers), [`recipients`](Self::recipients) and
/// [`countries`](Self::countries) count it, and a [`Policy`](crate::Policy) refuses its vendor.
/// [`unknown_data`](Self::unknown_data) returns it.
///
/// ```
/// use service_providers::set::ProviderSet;
/// use service_providers::{Disclosures, EEA_AND_US, Form};
///
/// const FAR: ProviderSet = Disclosures::current()
///     .form(Form::Plain)
///     .stored_outside(EEA_AND_US)
///     .providers();
/// assert!(FAR.is_subset(ProviderSet::CURRENT));
/// ```
///
/// # Direction
///
/// A row also says what its provider gives, and what passes between others. A question counts the
/// data that the row's own provider receives, from whomever.
///
/// | call | counts data |
/// |---|---|
/// | none, or [`received`](Self::received) | that the provider receives |
/// | [`given`](Self::given) | that the provider gives |
/// | [`any_direction`](Self::any_direction) | that passes between any two parties |
/// | [`from`](Self::from) | that this party gives; still only what the provider receives, unless the party is the provider or another call says who gets it |
/// | [`to`](Self::to) | that this party gets, instead of the provider |
///
/// ```
/// use service_providers::Disclosures;
/// use service_providers::record::PartyKind;
///
/// const CURRENT: Disclosures = Disclosures::current();
/// assert!(CURRENT.iter().all(|row| row.recipient.kind() == PartyKind::Provider));
/// assert!(CURRENT.given().iter().all(|row| row.sender.kind() == PartyKind::Provider));
/// // What the publisher itself gives to providers.
/// let own = CURRENT.from(PartyKind::Publisher);
/// assert!(own.count() <= CURRENT.count());
/// ```
#[must_use = "a question does nothing until it is asked"]
pub struct Disclosures {
    when: When,
    asserted: bool,
    provider: Option<Provider>,
    category: Branch,
    categories: Option<DataCategorySet>,
    /// Whether the kinds of data were asked for in their possible form.
    category_possible: bool,
    subject: SubjectTest,
    forms: FormSet,
    likelihood: Option<Likelihood>,
    examples: bool,
    /// Who gives the data.
    from: PartyTest,
    /// Who gets it.
    to: PartyTest,
    /// Whether the question says who gets it. If not, that follows from who gives it.
    says_recipient: bool,
    context: Option<Context>,
    section: Option<Section>,
    service_category: Option<ServiceCategory>,
    /// A purpose, and whether a row that names none counts.
    purpose: Option<(Purpose, bool)>,
    /// A safeguard, and whether the row must name it.
    safeguard: Option<(Safeguard, bool)>,
    feature: Option<Feature>,
    /// A setting, and whether a row that names none counts.
    setting: Option<(Setting, bool)>,
    stored: Countries,
    entity: Countries,
    /// Whether anything is asked of the engagement besides a single edition.
    asks_engagement: bool,
}

/// Where a question starts.
impl Disclosures {
    #[inline]
    const fn new(when: When) -> Self {
        Self {
            when,
            asserted: true,
            provider: None,
            category: Branch::ALL,
            categories: None,
            category_possible: false,
            subject: SubjectTest::Any,
            forms: FormSet::ALL,
            likelihood: None,
            examples: true,
            from: PartyTest::Anybody,
            to: PartyTest::only(PartyKind::Provider),
            says_recipient: false,
            context: None,
            section: None,
            service_category: None,
            purpose: None,
            safeguard: None,
            feature: None,
            setting: None,
            stored: Countries::Any,
            entity: Countries::Any,
            asks_engagement: matches!(when, When::Announced | When::Retired),
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
    /// What the source says is *not* disclosed, instead of what is. The direction counts here too:
    /// without [`given`](Self::given) or another call, what the provider is said not to receive.
    #[inline]
    pub const fn denied(mut self) -> Self {
        self.asserted = false;
        self
    }

    /// Engagements of this provider.
    #[inline]
    pub const fn provider(mut self, provider: Provider) -> Self {
        self.provider = Some(provider);
        self.asks_engagement = true;
        self
    }

    /// This kind of data and every narrower one. A wider kind does not count: that a provider gets
    /// "content" does not say that it gets voice recordings. See
    /// [`category_possible`](Self::category_possible).
    #[inline]
    pub const fn category(mut self, category: DataCategory) -> Self {
        self.category = category.branch();
        self.categories = None;
        self.category_possible = false;
        self
    }

    /// This kind of data, every narrower one, and every wider one, of which it may be part; among what
    /// is [`denied`](Self::denied), also data of any kind. Counts engagements whose source does not
    /// say which data passes.
    #[inline]
    pub const fn category_possible(mut self, category: DataCategory) -> Self {
        let mut set = category.with_narrower();
        let mut wider = category.parent();
        while let Some(parent) = wider {
            set = set.with(parent);
            wider = parent.parent();
        }
        self.category = Branch::ALL;
        self.categories = Some(set);
        self.category_possible = true;
        self
    }

    /// Exactly these kinds of data.
    #[inline]
    pub const fn categories(mut self, categories: DataCategorySet) -> Self {
        self.category = Branch::ALL;
        self.categories = Some(categories);
        self.category_possible = false;
        self
    }

    /// Data about this group: the group itself, a narrower one, or a wider one that includes it
    /// ("users" includes children). Where the source does not say whose data it is, it does not
    /// count; see [`subject_possible`](Self::subject_possible).
    #[inline]
    pub const fn subject(mut self, subject: DataSubject) -> Self {
        self.subject = SubjectTest::Touches(subject.branch());
        self
    }

    /// Data about this group, data of a group that may have members in common with it, and data of
    /// which the source does not say whose it is. [`overlap`](Self::overlap) tells why a group
    /// counts. Counts engagements whose source does not say which data passes.
    #[inline]
    pub const fn subject_possible(mut self, subject: DataSubject) -> Self {
        self.subject = SubjectTest::Possible(subject, subject.with_possible());
        self
    }

    /// Data that the source ascribes to this group or a narrower one by name. What it says of a
    /// wider group does not count.
    #[inline]
    pub const fn subject_named(mut self, subject: DataSubject) -> Self {
        self.subject = SubjectTest::Within(subject.branch());
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
        self.likelihood = Some(likelihood);
        self
    }

    /// Without data that the source names only as an example of a wider kind.
    #[inline]
    pub const fn without_examples(mut self) -> Self {
        self.examples = false;
        self
    }

    /// Data that comes from this kind of party. Who gets it stays as it was asked: the provider of
    /// the row, if nothing was. What the provider itself gives goes to others, so for
    /// [`PartyKind::Provider`] anybody may get it, as with [`given`](Self::given).
    #[inline]
    pub const fn from(mut self, party: PartyKind) -> Self {
        self.from = PartyTest::only(party);
        if !self.says_recipient {
            let gives = self.from.is_provider();
            self.to = if gives { PartyTest::Anybody } else { PartyTest::only(PartyKind::Provider) };
        }
        self
    }

    /// Data that goes to this kind of party, instead of the provider of the row.
    #[inline]
    pub const fn to(mut self, party: PartyKind) -> Self {
        self.to = PartyTest::only(party);
        self.says_recipient = true;
        self
    }

    /// Data that the provider of the row receives, from whomever. Every question starts like this;
    /// the call takes back what others said of the direction.
    #[inline]
    pub const fn received(self) -> Self {
        self.any_direction().to(PartyKind::Provider)
    }

    /// Data that the provider of the row gives, to whomever.
    #[inline]
    pub const fn given(self) -> Self {
        self.any_direction().from(PartyKind::Provider)
    }

    /// Data that passes between any two parties of the row.
    #[inline]
    pub const fn any_direction(mut self) -> Self {
        self.from = PartyTest::Anybody;
        self.to = PartyTest::Anybody;
        self.says_recipient = true;
        self
    }

    /// Lets anybody get the data, unless the question says who does.
    #[inline]
    pub(crate) const fn to_anybody_by_default(mut self) -> Self {
        if !self.says_recipient {
            self.to = PartyTest::Anybody;
        }
        self
    }

    /// Data of one of a provider's uses. Disclosures that do not tell uses apart do not count.
    #[inline]
    pub const fn context(mut self, context: Context) -> Self {
        self.context = Some(context);
        self
    }

    /// What is in this section in one of the editions asked about. Editions without sections do
    /// not count.
    #[inline]
    pub const fn section(mut self, section: Section) -> Self {
        self.section = Some(section);
        self.asks_engagement = true;
        self
    }

    /// Engagements under this kind of service. Those under none do not count.
    #[inline]
    pub const fn service_category(mut self, category: ServiceCategory) -> Self {
        self.service_category = Some(category);
        self.asks_engagement = true;
        self
    }

    /// Engagements with this purpose. Those whose source names no purpose do not count; see
    /// [`purpose_possible`](Self::purpose_possible).
    #[inline]
    pub const fn purpose(mut self, purpose: Purpose) -> Self {
        self.purpose = Some((purpose, false));
        self.asks_engagement = true;
        self
    }

    /// Engagements with this purpose, and those whose source names no purpose. Counts engagements whose
    /// source does not say which data passes.
    #[inline]
    pub const fn purpose_possible(mut self, purpose: Purpose) -> Self {
        self.purpose = Some((purpose, true));
        self.asks_engagement = true;
        self
    }

    /// Engagements that name this safeguard.
    #[inline]
    pub const fn safeguard(mut self, safeguard: Safeguard) -> Self {
        self.safeguard = Some((safeguard, true));
        self.asks_engagement = true;
        self
    }

    /// Engagements that do not name this safeguard. That it is not named does not say that it is not
    /// there.
    #[inline]
    pub const fn without_safeguard(mut self, safeguard: Safeguard) -> Self {
        self.safeguard = Some((safeguard, false));
        self.asks_engagement = true;
        self
    }

    /// Engagements that this feature needs. Those whose source names no features do not count.
    /// With [`setting`](Self::setting), the feature itself must be used there.
    #[inline]
    pub const fn feature(mut self, feature: Feature) -> Self {
        self.feature = Some(feature);
        self.asks_engagement = true;
        self
    }

    /// Engagements with a feature used in this setting, among others. Those whose source names no
    /// features or no setting do not count; see [`setting_possible`](Self::setting_possible).
    #[inline]
    pub const fn setting(mut self, setting: Setting) -> Self {
        self.setting = Some((setting, false));
        self.asks_engagement = true;
        self
    }

    /// Engagements with a feature used in this setting, and those whose source does not say where: it names no features, or no setting of the feature. Counts engagements whose source
    /// does not say which data passes.
    #[inline]
    pub const fn setting_possible(mut self, setting: Setting) -> Self {
        self.setting = Some((setting, true));
        self.asks_engagement = true;
        self
    }

    /// Engagements whose data the source says is stored in one of these countries: in a country of them,
    /// or in a region all of whose members are among them. Any other region, and storage that is unknown
    /// or left to the provider, does not count.
    #[inline]
    pub const fn stored_in(mut self, countries: CountrySet) -> Self {
        self.stored = Countries::In(countries);
        self.asks_engagement = true;
        self
    }

    /// Engagements whose data may be stored outside these countries. A region may be outside unless all its
    /// members are inside, so it counts, as storage does that is unknown or left to the provider;
    /// `none` and `not-applicable` never do. The members are those of the day on which the edition
    /// was published; a question about several editions counts each of them.
    ///
    /// A place for one product, plan or region of a customer counts like any other, because the
    /// register does not know which of them somebody uses.
    /// [`Engagement::places`](crate::record::Engagement::places) has the contexts. An engagement that
    /// does not say which data passes counts as well; see [`unknown_data`](Self::unknown_data).
    ///
    /// Where the company is that holds the data is another question:
    /// [`entity_outside`](Self::entity_outside).
    #[inline]
    pub const fn stored_outside(mut self, countries: CountrySet) -> Self {
        self.stored = Countries::Outside(countries);
        self.asks_engagement = true;
        self
    }

    /// Engagements of companies that the source places in one of these countries. Unknown does not count.
    #[inline]
    pub const fn entity_in(mut self, countries: CountrySet) -> Self {
        self.entity = Countries::In(countries);
        self.asks_engagement = true;
        self
    }

    /// Engagements of companies that may be outside these countries. Unknown may be, so it counts, and so
    /// does an engagement that does not say which data passes; see
    /// [`unknown_data`](Self::unknown_data). The data may be stored inside all the same; see
    /// [`stored_outside`](Self::stored_outside).
    #[inline]
    pub const fn entity_outside(mut self, countries: CountrySet) -> Self {
        self.entity = Countries::Outside(countries);
        self.asks_engagement = true;
        self
    }
}

crate::copied::copied!(Disclosures);
