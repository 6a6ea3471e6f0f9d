//! Every word of the pages that people read, apart from the register's own names and texts.

use serde::Serialize;
use service_providers_codegen::{Certainty, ContractFactKind, Form, Likelihood, SuccessionKind};

macro_rules! words {
    ($($name:ident: $text:literal;)*) => {
        /// The words of the pages, by the place where they stand.
        #[derive(Debug, Serialize)]
        pub struct Words {
            $(#[doc = $text] pub $name: &'static str,)*
        }

        /// The words of the pages.
        pub const WORDS: Words = Words { $($name: $text,)* };
    };
}

words! {
    language: "en";
    title: "Service providers of";
    skip: "Skip to the providers";
    contents: "On this page";
    lead: "These companies and services take part in what the publisher does with personal data. Each fact comes from the documents named at the end of the page.";
    edition: "List of";
    no_rows: "This list names no provider.";

    in_force: "This list is in force.";
    is_announced: "This list is announced. It is not in force yet.";
    is_older: "This is an older list. A newer one is in force:";
    announced: "What is announced";
    announced_next: "A newer list is announced and not in force yet:";
    takes_effect: "It takes effect on";
    effect_not_stated: "When it takes effect is not stated.";
    object_until: "Customers may object until";
    objections: "Questions and objections";
    objection_unknown: "The documents do not say whether, how or until when anyone may object.";
    object_not_stated: "Until when customers may object is not stated.";
    how_to_object: "How to object:";
    objection_not_stated: "How to object is not stated.";
    contact: "Questions go to:";
    comes: "New in it:";
    goes: "No longer in it:";
    nobody_comes: "It names no new provider.";
    nobody_goes: "No provider leaves.";

    search: "Search";
    search_hint: "A name, a former name, a kind of data or a country";
    searched: "Words";
    offers: "Ask for it, or go there:";
    sure: "certain";
    unsure: "not certain";
    part_shown: "Part of the list:";
    filter_whose: "Whose data";
    filter_data: "Which data";
    filter_company: "Company in";
    filter_place: "Data kept in";
    filter_denied: "Never gets";
    filter_withheld: "Said not to give";
    denied_of: "some data of";
    filters: "Filters";
    chosen: "Chosen:";
    filter_section: "Part of the list";
    filter_setting: "Where it is used";
    filter_status: "Announced or in force";
    filter_any: "All";
    status_new: "New in this list";
    status_stays: "In force already";
    reset: "Show all";
    count_all: "Providers in this list:";
    count_found: "Entries with these words:";
    count_some: "No entry has all these words. Entries with some of them:";
    count_sure: "Providers for certain:";
    count_of: "of";
    count_entries: "Entries:";
    count_open: "Left open, or denied only in some cases:";
    show_open: "Show them";
    open_shown: "shown here, too";
    open_hidden: "not shown here";
    nothing_found: "Nothing fits. Take a filter away, or search for less.";
    no_words: "No entry has these words.";
    maybe: "left open, or denied only in some cases";

    summary: "At a glance";
    provider: "Provider";
    category: "Kind of service";
    used_for: "What for";
    whose: "Whose data";
    company_in: "Company in";
    elsewhere: "another row says:";
    kept_in: "Data kept in";
    providers: "Providers";

    yes: "yes";
    yes_sometimes: "yes, in some cases";
    yes_within: "yes, as part of";
    yes_sometimes_within: "yes, in some cases, as part of";
    more_kinds: "more kinds of data";
    possibly: "possibly";
    not_said: "not said";
    otherwise_not_said: "otherwise not said";
    not_used_for: "said not to be used for them";
    never_gets_short: "said not to get";
    also: "Also:";
    whose_open: "Of some data it is not said whose it is.";
    about_nobody: "Data about no person.";

    unknown: "Not stated";
    none: "None";
    not_applicable: "Said not to apply";
    see_provider: "See the provider's own page";
    nowhere: "Nowhere: nothing is kept";
    no_data: "No personal data, says the list";
    data_unknown: "Not stated. Any data may pass.";
    no_data_named: "Nothing is named.";
    where_unknown: "where is not stated";
    used_nowhere: "in no setting";

    gets: "Gets";
    gives: "Gives back";
    passes: "Also passes";
    never_gets: "Never gets";
    never_gives: "Never gives back";
    never_passes: "Also said not to pass";
    from: "From";
    to: "To";
    from_to: "to";
    to_word: "to";
    only_for: "for";
    never_for: "only for";
    if_only: "Condition:";
    never_if: "With this limit:";
    and: "and";
    of: "of";
    example: "for example";
    not_of_a_person: "about no person";
    whose_unknown: "whose is not stated";
    any_data: "any data";

    silent: "Not stated";
    silent_safeguards: "safeguards";
    silent_period: "a period for which data is kept";
    silent_contract: "a data processing agreement";
    silent_transfer: "the basis of transfers";
    facts: "More about it";
    purposes: "Purposes";
    features: "Needed when used with";
    feature_all: "every such feature";
    feature_example: "one of several";
    safeguards: "Safeguards";
    hosted_by: "Runs on";
    territory: "Used only in";
    optional: "Choice";
    optional_yes: "Users may do without it.";
    excluded: "Not used for";
    identifiers: "In public registers";
    notes: "Remarks";
    names: "Other names";
    before: "Came after";
    after: "What came after it";
    since: "Listed since (in the lists we hold)";
    same_since: "Described like this since";
    source: "Source";
    source_row: "row";
    policy: "Privacy policy";
    policy_unknown: "No address is known.";
    known_as: "In the register:";
    to_provider: "In all lists";
    back_to_top: "Back to the top";
    back_to_found: "Back to what was found";

    kinds: "Who gets which data";
    kinds_lead: "Every kind of data that a provider is said to get, and whose it is. A provider that gets a wider kind may get the narrower ones too.";
    kind: "Kind of data";
    who_gets: "Who gets it";
    in_some_cases: "in some cases";
    part_of: "part of";

    timeline: "Who came and went";
    timeline_lead: "A bar marks each list that names the provider. Lists from the years between are not held, so the table does not show since when a provider was used. A provider that was renamed, merged, split up or replaced is not shown as gone, and its successor not as new; what shows this, and how certain it is, is on the page of changes.";
    timeline_turned: "Renamed, merged, split up or replaced";
    timeline_came: "New";
    timeline_went: "No longer listed";
    timeline_both: "Listed in between, or with a gap";
    timeline_stays: "In every list";
    timeline_became: "became";
    timeline_after: "came after";

    site_lead: "Every list that is held, who is in it, and what changed from one to the next.";
    lists: "Lists";
    list: "List";
    state: "State";
    state_in_force: "in force";
    state_announced: "announced, not in force yet";
    state_older: "older";
    rows: "Rows";
    changed: "What changed";
    changed_since: "Changes since";
    changes_lead: "What the two lists say, one below the other. If a list does not mention something, it may still be true; and one list may use a wider word for what the other names one by one.";
    first_list: "This is the first list that is held.";
    came: "New";
    came_back: "Listed again";
    left: "No longer listed, and nothing is known to have come after it";
    became: "Renamed, merged, split up or replaced";
    other_facts: "Listed in both";
    no_change: "Nothing of this kind.";
    listed: "listed";
    not_listed: "not listed";
    to_index: "All lists";
    to_page: "The whole list";
    kinds_site_lead: "Each kind of data that some list names. Its page says who gets it.";
    in_list: "In the list of";
    nobody_gets: "The list does not say that anybody gets it.";
    feed: "Feed";
    other_lists: "Other lists:";
    not_in_list: "It is not in this list.";
    narrower: "Narrower kinds:";
    just_this_kind: "This page names providers for which a list gives exactly this kind. A provider that gets a wider kind may get this one too; one that gets a narrower kind gets part of it.";

    how_to_read: "How to read this page";
    read_not_stated: "the documents say nothing about it. That is not a no.";
    read_possibly: "the documents leave it open. They say that the data may be included, name a group that may include these people, or do not say which data or whose.";
    read_within: "the documents name a wider group to which these people belong. Where the provider is used stands in its card.";
    read_never: "the documents say that this data does not pass. Where they say so only for a use or a case, that stands with it.";
    read_filter: "A filter shows the providers for which the documents say so, even if only for one use or under a condition; the card tells. Tick the box to see those as well for which the documents leave it open, and denials that hold only in one use or under a condition. The numbers count providers, each once.";
    read_names: "A provider's name is written as the document prints it.";
    sources: "Documents";
    date_basis: "How its date is known:";
    licence: "On what terms the data may be used:";
    records: "What the publisher says it does with each kind of data stands in";
    records_page: "the page on data transparency";
    records_title: "data transparency";
    records_lead: "What the publisher says it does with each kind of data, in published order.";
    no_records: "No document on data transparency is held for this list.";
    records_elsewhere: "One is held for the list of";
    who_gets_wider: "Who gets a wider kind:";
    records_announced: "It is announced and not in force yet.";
    records_from: "From the document";
    record: "Record";
    record_of_provider: "In data transparency records";
    record_of_kind: "What the publisher says it does with it:";
    record_known: "How the kind of data is known";
    record_whose: "Whose it is";
    record_collected: "How it is collected";
    record_acquired: "Acquired from";
    record_purpose: "What it is collected for";
    record_use: "How it is used";
    record_stored: "Stored with";
    record_backed_up: "Backed up with";
    record_tracked: "Tracked by";
    record_shared: "Shared with";
    record_transfer: "Leaves the European Economic Area";
    record_legal_bases: "Legal bases";
    record_it: "it";
    record_nobody: "None named";
    record_no_person: "Nobody";
    record_from_nobody: "Not collected from any user.";
    record_taken_for: "taken to be";
    record_yes: "Yes";
    record_yes_to: "Yes, to";
    record_no: "No";
}

/// How surely something is, when a document does not say it.
pub(super) fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => "a document says so",
        Certainty::Strong => "very likely; no document says so",
        Certainty::Moderate => "likely; no document says so",
        Certainty::Weak => "perhaps; no document says so",
    }
}

/// What became of a provider, between the name of the earlier one and what is said of the change.
pub(super) fn succession(kind: SuccessionKind) -> &'static str {
    match kind {
        SuccessionKind::Acquired => "its company was bought",
        SuccessionKind::Merged => "merged with others",
        SuccessionKind::Renamed => "renamed",
        SuccessionKind::Replaced => "replaced",
        SuccessionKind::Split => "split up",
    }
}

/// What limits data besides the use and the condition, to stand behind it; empty if nothing does.
pub(super) fn limits(form: Form, likelihood: Likelihood) -> Vec<&'static str> {
    let form = match form {
        Form::Plain => None,
        Form::Aggregated => Some("summed up over many people"),
        Form::Anonymous => Some("without a link to a person"),
        Form::DeIdentified => Some("without what names the person"),
        Form::Hashed => Some("as a one-way code (hash)"),
        Form::Pseudonymous => Some("under a stand-in for the name"),
        Form::Unknown => Some("in a form that is not stated"),
    };
    let likelihood = match likelihood {
        Likelihood::Stated => None,
        Likelihood::Optional => Some("if the user chooses to give it"),
        Likelihood::Incidental => Some("may be included"),
    };
    form.into_iter().chain(likelihood).collect()
}

/// The name of a fact about the relation with a provider.
pub(super) fn contract_fact(kind: ContractFactKind) -> String {
    crate::page::upper(crate::page::contract_fact_words(kind))
}
