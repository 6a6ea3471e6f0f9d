//! The words of headers, in groups that say the same of a column.

/// Phrases in lower case, with commas between them.
pub(super) struct Phrases(&'static str);

impl Phrases {
    /// The phrases.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.0.split(", ")
    }
}

/// A place.
pub(super) const PLACE: Phrases = Phrases(
    "location, locations, country, countries, region, regions, territory, territories, jurisdiction, \
    jurisdictions, geography, place, where, address",
);
/// Data that is kept.
pub(super) const KEPT: Phrases = Phrases(
    "storage, stored, residency, hosting, hosted, server, servers, data center, data centers, \
    data centre, data centres, kept",
);
/// The place where data is kept.
pub(super) const KEPT_IN: Phrases =
    Phrases("data location, data locations, location of data, location of the data, data region");
/// The company itself.
pub(super) const COMPANY: Phrases = Phrases(
    "entity, company, corporate, incorporation, incorporated, registered, registration, \
    establishment, established, vendor, provider, processor, subprocessor, supplier",
);
/// The place of the company.
pub(super) const SEAT: Phrases =
    Phrases("headquarters, headquartered, hq, seat, domicile, company in, country of origin");
/// Parts of the product.
pub(super) const FEATURES: Phrases = Phrases("feature, features, integral, products, modules");
/// A time.
pub(super) const TIME: Phrases = Phrases(
    "retention, retained, how long, expiry, expires, expiration, duration, lifespan, storage \
    period, deletion, max age",
);
/// What lists of providers have besides.
pub(super) const OTHER: Phrases = Phrases(
    "account types, accounts, certifications, collected how, contact, data subject, data \
    subjects, date, date added, dpo, legal basis, notes, certification, safeguard, safeguards, \
    status, third country transfer, third country transfers, transfer, transferred, transfers, \
    shared with any, collects this, last updated, effective date",
);
/// A link.
pub(super) const LINK: Phrases = Phrases(
    "link, links, url, website, web site, site, homepage, privacy policy, privacy notice, policy, \
    policies, more information, further information, more info, dpa, terms",
);
/// A purpose, and nothing else.
pub(super) const PURPOSE: Phrases = Phrases(
    "purpose, purposes, why, activity, activities, reason, reasons, what for, nature of \
    processing, nature and purpose, subject matter",
);
/// Data.
pub(super) const DATA: Phrases = Phrases("data, information, info, pii");
/// A use, unless data is spoken of.
pub(super) const USE: Phrases = Phrases(
    "use, uses, used, used for, usage, function, functions, description, role, task, tasks, what \
    it does, what they do, service provided, services provided, service description, type of \
    service, type of services, nature of service, nature of services, processing, does, scope",
);
/// A provider.
pub(super) const PROVIDER: Phrases = Phrases(
    "provider, providers, vendor, vendors, subprocessor, subprocessors, sub processor, sub \
    processors, processor, processors, company, companies, third party, third parties, partner, \
    partners, supplier, suppliers, organisation, organisations, organization, organizations, \
    entity, entities, recipient, recipients, who, contractor, contractors",
);
/// What a provider offers; the provider itself, if nothing else names it.
pub(super) const SERVICE: Phrases = Phrases(
    "service, services, tool, tools, app, application, platform, product, brand, software, \
    system, systems",
);
