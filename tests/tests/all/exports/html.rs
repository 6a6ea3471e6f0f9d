//! The page that people read: what it says, and that nothing in the data can act in it.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use service_providers_codegen::register::{PublishedRow, Vocabulary, VocabularyTerm};
use service_providers_codegen::{Asserted, Key, Party, Register};
use service_providers_tests::exports::{awkward_data, export, own_data, register, text};
use service_providers_tests::fixture::{self, edit_register};
use service_providers_tests::mini::Mini;
use service_providers_tools::export::{AllEditions, Format};
use service_providers_tools::page::plural;
use sha2::{Digest as _, Sha256};

const FILE: &str = "service-providers.html";

fn page(register: &Register, edition: &str) -> String {
    text(register, edition, "html", FILE)
}

/// The miniature register.
fn mini() -> Register {
    fixture::register(&Mini::new().sources)
}

/// The pages of every edition of the real register, of the awkward one and of the miniature one.
fn pages() -> Vec<(Register, String, String)> {
    let mut pages = Vec::new();
    for register in [register(&own_data()), register(&awkward_data()), mini()] {
        for edition in register.editions() {
            pages.push((register.clone(), edition.id.clone(), page(&register, &edition.id)));
        }
    }
    pages
}

/// The part of a text from one mark to the next other one.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let start = text.find(from).unwrap_or_else(|| panic!("no {from}")) + from.len();
    let end = text[start..].find(to).unwrap_or_else(|| panic!("no {to} behind {from}"));
    &text[start..start + end]
}

/// The texts of a part of a page, one a line for each block.
pub(super) fn words(html: &str) -> String {
    let mut words = String::new();
    for part in html.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if !["a", "bdi", "span", "strong", "time"].contains(&name) || tag.contains("class=\"case\"")
        {
            words.push('\n');
        }
        words.push_str(text);
    }
    let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    plain(&lines.collect::<Vec<_>>().join("\n"))
}

/// A text without character references.
fn plain(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2f;", "/"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (reference, mark)| text.replace(reference, mark))
}

fn card(page: &str, anchor: &str) -> String {
    let mark = format!("<article id=\"{anchor}\"");
    let card = between(page, &mark, "</article>");
    words(card.split_once('>').expect("the tag ends").1)
}

#[test]
fn cards_of_the_real_page() {
    let page = page(&register(&own_data()), "2025-11-17");
    let cards = ["algolia", "pdfcrowd", "speechsuper", "google-firebase-crashlytics"];
    let cards: Vec<String> = cards.iter().map(|anchor| card(&page, anchor)).collect();
    insta::assert_snapshot!("cards", cards.join("\n\n"));
}

#[test]
fn summary_of_the_real_page() {
    let page = page(&register(&own_data()), "2025-11-17");
    // Only a filter shows this mark.
    let rows = between(&page, "<tbody>", "</tbody>");
    let rows = rows
        .replace("<span class=\"maybe\" hidden>left open, or denied only in some cases</span>", "");
    let rows = rows.split("</tr>");
    let cells = |row: &str| {
        let cells = row.split("</th>").flat_map(|part| part.split("</td>"));
        let cells: Vec<String> = cells.map(|cell| words(cell).replace('\n', " ")).collect();
        cells.join(" | ").trim_end_matches(" | ").to_owned()
    };
    let rows: Vec<String> = rows.map(cells).filter(|row| !row.is_empty()).collect();
    assert_eq!(rows.len(), 41);
    insta::assert_snapshot!("summary", rows.join("\n"));
}

/// What the card of a row must say.
fn facts_of_row(register: &Register, published: &PublishedRow<'_>) -> Vec<String> {
    let vocabulary = &register.vocabulary;
    let engagement = published.engagement;
    let row = &engagement.row;
    let mut facts = vec![published.listing.published_name.to_string(), row.summary.to_string()];
    facts.extend(names(&vocabulary.purposes, row.purposes.items()));
    facts.extend(names(&vocabulary.safeguards, row.safeguards.items()));
    facts.extend(names(&vocabulary.countries, row.territory.items()));
    facts.extend(names(&vocabulary.countries, row.entity_country.known()));
    facts.extend(names(&register.providers, row.hosted_by.known()));
    let notes = [row.note.known(), published.listing.note.known()];
    facts.extend(notes.into_iter().flatten().map(ToString::to_string));
    facts.extend(published.listing.policy_url.known().map(ToString::to_string));
    for feature in &engagement.features {
        facts.extend(names(&vocabulary.features, [&feature.feature]));
        facts.extend(names(&vocabulary.settings, feature.settings.items()));
    }
    for place in engagement.standing_storage() {
        facts.extend([
            vocabulary.place_name(&place.place).to_owned(),
            place.context_and_condition(),
        ]);
    }
    let conditions = engagement.standing_contract_facts().filter_map(|fact| fact.condition.known());
    facts.extend(conditions.map(|text| text.trim_end_matches('.').to_owned()));
    for disclosure in engagement.standing_disclosures() {
        facts.extend(names(&vocabulary.data_categories, disclosure.data_category.kind()));
        let groups = names(&vocabulary.data_subjects, disclosure.data_subject.known());
        facts.extend(groups.iter().map(|name| plural(name)));
        facts.extend(names(&vocabulary.contexts, disclosure.context.known()));
        facts.extend(disclosure.condition.known().map(ToString::to_string));
    }
    facts
}

/// The names of keys.
fn names<'k, T: VocabularyTerm>(
    terms: &[T],
    keys: impl IntoIterator<Item = &'k Key>,
) -> Vec<String> {
    keys.into_iter().map(|key| Vocabulary::name(terms, key).to_owned()).collect()
}

/// Every fact of a row stands in its card.
#[test]
fn no_fact_is_left_out() {
    for (register, edition, page) in pages() {
        let mut numbers = BTreeMap::new();
        for published in register.published_rows(&edition) {
            let provider = &published.engagement.row.provider;
            let number = numbers.entry(provider).or_insert(0);
            *number += 1;
            let anchor = match number {
                1 => provider.to_string(),
                number => format!("{provider}--{number}"),
            };
            let card = card(&page, &anchor).to_lowercase();
            for fact in facts_of_row(&register, &published) {
                let is_there = card.contains(&fact.to_lowercase());
                assert!(is_there, "{edition}: {anchor} does not say {fact:?}:\n{card}");
            }
        }
    }
}

/// Who gets a kind of data stands in the table, also if the row of another provider says so.
#[test]
fn the_table_of_kinds_names_every_recipient() {
    let mut unlisted = Mini::new();
    unlisted.replace(
        "disclosures.csv",
        "provider:helper,email-address",
        "provider:oldmail,voice-recording",
    );
    let unlisted = fixture::register(&unlisted.sources);
    for register in [register(&own_data()), register(&awkward_data()), mini(), unlisted] {
        for edition in register.editions() {
            let page = page(&register, &edition.id);
            let kinds = page.split_once("id=\"_data\"").map_or("", |(_, kinds)| kinds);
            for published in register.published_rows(&edition.id) {
                for row in published.engagement.standing_disclosures() {
                    let recipient = match &row.recipient {
                        Party::Provider => &published.engagement.row.provider,
                        Party::OtherProvider(key) => key,
                        Party::Publisher | Party::Other(_) => continue,
                    };
                    let Some(kind) = row.data_category.kind() else { continue };
                    if row.asserted == Asserted::No {
                        continue;
                    }
                    let who = between(kinds, &format!("id=\"_data-{kind}\""), "</tr>");
                    let name = Vocabulary::name(&register.providers, recipient);
                    let is_there = who.contains(&format!("\"#{recipient}\""))
                        || plain(who).contains(&format!("<bdi>{name}</bdi>"));
                    assert!(is_there, "{}: {recipient}, {kind}: {who}", edition.id);
                }
            }
        }
    }
}

/// A group of whom nothing passes can be chosen where something is said not to pass of it.
#[test]
fn every_denied_group_is_a_choice() {
    let mut mini = Mini::new();
    mini.add("vocabulary/data-subjects.csv", "visitor,Visitor,none,none,Somebody who looks.\n");
    mini.replace(
        "disclosures.csv",
        "voice-recording,student,plain,stated,no,none,none,no",
        "voice-recording,visitor,plain,stated,no,none,none,no",
    );
    let page = page(&fixture::register(&mini.sources), "2025-03-01");
    let choices = between(&page, "<select id=\"_by-denied\"", "</select>");
    assert!(
        choices.contains("<option value=\"of.visitor\">some data of visitors</option>"),
        "{choices}"
    );
    // The provider that gives this data to nobody is not used for students.
    assert!(choices.contains("\"of.student\""), "{choices}");
}

/// What never passes is said as such, whether or not the source names it as an example.
#[test]
fn nothing_is_denied_as_an_example() {
    let page = page(&register(&own_data()), "2025-11-17");
    let sendgrid = card(&page, "sendgrid");
    let never = sendgrid.split_once("Never gets").expect("it never gets some data").1;
    assert!(never.contains("name of students") && !never.contains("for example name"), "{never}");
}

/// All markup is that of the templates, whatever a name or text holds.
#[test]
fn nothing_in_the_data_is_markup() {
    let known = [
        "!doctype", "a", "article", "bdi", "body", "br", "button", "dd", "details", "div", "dl",
        "dt", "form", "h1", "h2", "h3", "h4", "head", "header", "html", "input", "label", "li",
        "main", "link", "meta", "nav", "optgroup", "option", "output", "p", "script", "section",
        "select", "span", "strong", "style", "summary", "table", "tbody", "td", "th", "thead",
        "time", "title", "tr", "ul",
    ];
    let site = [own_data(), awkward_data()].into_iter().flat_map(|data| {
        let format = Format::find("html").expect("there is such a format");
        let register = register(&data);
        let files = format.files_of_all(&AllEditions::new(&register)).into_iter();
        let editions = register.editions().iter();
        let files = files.chain(editions.flat_map(|edition| format.files(&register, edition)));
        let pages = files.filter(|file| file.path.ends_with(".html"));
        let pages = pages.map(|file| (file.path, String::from_utf8(file.bytes).expect("UTF-8")));
        pages.collect::<Vec<_>>()
    });
    for (edition, page) in pages().into_iter().map(|(_, edition, page)| (edition, page)).chain(site)
    {
        let script = page.split_once("<script>").and_then(|(_, rest)| rest.split_once("</script>"));
        let page = script.map_or_else(|| page.clone(), |(script, _)| page.replace(script, ""));
        assert!(page.matches("<script").count() < 2, "{edition}");
        assert_eq!(page.matches("<style").count(), 1, "{edition}");
        for part in page.split('<').skip(1) {
            let name = part.trim_start_matches('/');
            let name = name.split([' ', '>', '\n']).next().expect("a part");
            assert!(known.contains(&name.to_lowercase().as_str()), "{edition}: <{part}");
            let tag = part.split_once('>').unwrap_or_else(|| panic!("{edition}: <{part}")).0;
            assert_eq!(tag.matches('"').count() % 2, 0, "{edition}: <{tag}>");
            // What stands between quotation marks is a value.
            assert!(!tag.split('"').step_by(2).any(|names| names.contains(" on")), "{tag}");
        }
        for link in page.split(" href=\"").skip(1) {
            let target = link.split('"').next().expect("it ends");
            let is_ours = target.starts_with(['#', '.'])
                || target == "changes.atom"
                || target.split('#').next().is_some_and(|file| {
                    let file = file.strip_suffix(".html").unwrap_or(":");
                    file.bytes().all(|b| b.is_ascii_alphanumeric() || b"-/".contains(&b))
                });
            let is_web =
                plain(target).starts_with("https://") || plain(target).starts_with("http://");
            assert!(is_ours || is_web, "{edition}: {target}");
        }
    }
}

/// A link to a part of the page has a part to lead to, and no two parts have the same anchor.
#[test]
fn anchors_are_whole() {
    for (_, edition, page) in pages() {
        let ids: Vec<&str> =
            page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let distinct: std::collections::BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(distinct.len(), ids.len(), "{edition}: an anchor twice");
        for link in page.split(" href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(ids.contains(&link), "{edition}: #{link} leads nowhere");
        }
    }
}

/// Every link inside the site, and from it to the pages of editions, leads to a file and to an anchor in it.
#[test]
fn every_link_of_the_site_has_a_target() {
    for register in [register(&own_data()), register(&awkward_data()), mini()] {
        let format = Format::find("html").expect("there is such a format");
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        for file in format.files_of_all(&AllEditions::new(&register)) {
            let text = String::from_utf8(file.bytes).expect("every file is UTF-8");
            assert!(text.len() < 300_000, "{}: {} bytes", file.path, text.len());
            files.insert(format!("all-editions/{}", file.path), text);
        }
        for edition in register.editions() {
            for (name, bytes) in export(&register, &edition.id, "html") {
                let text = String::from_utf8(bytes).expect("every file is UTF-8");
                assert!(text.len() < 300_000, "{name}: {} bytes", text.len());
                files.insert(format!("{}/{name}", edition.id), text);
            }
        }
        for (path, text) in &files {
            assert!(!text.contains("<script>") || path.ends_with(FILE), "{path}");
            for link in text.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                let link = plain(link);
                if link.starts_with("http") {
                    continue;
                }
                let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
                let target = if file.is_empty() { path.clone() } else { resolved(path, file) };
                let found = files.get(&target).unwrap_or_else(|| panic!("{path}: {link}"));
                let id = format!(" id=\"{anchor}\"");
                assert!(anchor.is_empty() || found.contains(&id), "{path}: {link}");
            }
        }
        let listed =
            register.providers.iter().filter(|row| !register.editions_listing(&row.key).is_empty());
        for provider in listed {
            let page = &files[&format!("all-editions/site/providers/{}.html", provider.key)];
            assert!(words(page).contains(&*provider.name), "{}", provider.key);
        }
    }
}

/// A relative address, seen from a file.
fn resolved(from: &str, address: &str) -> String {
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    for part in address.split('/') {
        match part {
            ".." => {
                folders.pop();
            }
            part => folders.push(part),
        }
    }
    folders.join("/")
}

/// The pages of the site say who gets a kind of data, and what changed.
#[test]
fn the_site_answers() {
    let register = register(&own_data());
    let files = Format::find("html")
        .expect("there is such a format")
        .files_of_all(&AllEditions::new(&register));
    let text = |path: &str| {
        let file = files.iter().find(|file| file.path == format!("site/{path}.html"));
        let bytes = &file.unwrap_or_else(|| panic!("no {path}")).bytes;
        let page = String::from_utf8(bytes.clone()).expect("UTF-8");
        words(between(&page, "<body>", "</body>"))
    };
    insta::assert_snapshot!("voice", text("data/voice-recording"));
    let changes = text("changes/2025-11-17");
    assert!(changes.contains("19 service providers are new."), "{changes}");
    let index = text("index");
    assert!(index.contains("2018-11-05\nolder\n33"), "{index}");
    assert_eq!(
        files,
        Format::find("html").expect("it is there").files_of_all(&AllEditions::new(&register))
    );
}

/// What a row says surely, and what it leaves open, as the filters ask for it.
#[test]
fn filters_tell_certain_from_open() {
    let page = page(&register(&own_data()), "2025-11-17");
    let answers = |anchor: &str, name: &str| -> Vec<String> {
        let tag = between(&page, &format!("<article id=\"{anchor}\""), ">");
        let value = tag.split(&format!(" data-{name}=\"")).nth(1).and_then(|v| v.split('"').next());
        value.unwrap_or_default().split(' ').map(str::to_owned).collect()
    };
    let has = |anchor: &str, name: &str, key: &str| answers(anchor, name).iter().any(|k| k == key);
    // Algolia never gets students' precise location; Twilio does not in one use and case.
    assert!(has("algolia", "denied", "of.student") && has("algolia", "denied", "precise-location"));
    assert!(
        has("twilio", "denied-possible", "of.student") && has("twilio", "denied-possible", "any")
    );
    assert!(!has("twilio", "denied", "any"));
    assert!(has("blueshift", "denied", "of.child"), "it is not used for children");
    // What is said of children is said of students, whatever else is said of students.
    assert!(has("openai", "whose", "student") && has("speechsuper", "whose", "student"));
    assert!(has("twilio", "whose-possible", "student"));
    // What is said of a group and a kind of data at once.
    let passing = answers("sendgrid", "passing");
    for said in ["teacher:email-address", "!student:email-address", "*:email-content"] {
        assert!(passing.iter().any(|flow| flow == said), "{said}: {passing:?}");
    }
    assert!(!passing.iter().any(|flow| flow == "!student:name"), "a condition is no whole denial");
    assert!(has("stripe", "withheld", "payment-card") && !has("pdfcrowd", "withheld", "any"));
    // One row of Blueshift does not say where the company is; another one does.
    assert!(has("pdfcrowd", "company", "cz") && !has("blueshift", "company-possible", "cz"));
    assert!(has("blueshift", "company-possible", "us") && !has("blueshift", "company", "us"));
    let data = between(&page, "<select id=\"_by-data\"", "</select>");
    let contact = between(data, "<optgroup label=\"Contact details\">", "</optgroup>");
    assert!(contact.contains("\"phone-number\"") && !contact.contains("\"voice-recording\""));
}

/// Who came, who went and who was followed counts as the page of what changed does.
#[test]
fn the_timeline_counts_as_the_changes_do() {
    let files = |register: &Register| {
        let format = Format::find("html").expect("there is such a format");
        let files = format.files_of_all(&AllEditions::new(register)).into_iter();
        let index = files.into_iter().find(|file| file.path == "site/index.html");
        String::from_utf8(index.expect("an index").bytes).expect("UTF-8")
    };
    let own = files(&register(&own_data()));
    let timeline = between(&own, "<table class=\"timeline\">", "</table>");
    let said = words(timeline);
    for said_there in ["New: 19", "No longer listed: 11", "became Google Workspace"] {
        assert!(said.contains(said_there), "{said_there}: {said}");
    }
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        let page = files(&register);
        let timeline = between(&page, "<table class=\"timeline\">", "</table>");
        for provider in &register.providers {
            let listing = register.editions_listing(&provider.key).len();
            let lines = timeline.matches(&format!("<tr id=\"{}\">", provider.key)).count();
            assert_eq!(lines, usize::from(listing > 0), "{}", provider.key);
        }
        for line in timeline.split("<tr id=").skip(1) {
            let line = line.split("</tr>").next().expect("it ends");
            let cells = line.split("<td").skip(1).map(|cell| {
                let editions = cell.strip_prefix(" colspan=\"").and_then(|n| n.split('"').next());
                editions.map_or(1, |editions| editions.parse::<usize>().expect("a number"))
            });
            assert_eq!(cells.sum::<usize>(), register.editions().len(), "{line}");
        }
    }
}

/// Where to ask is a link, and what no document says of objections is said as that.
#[test]
fn questions_have_a_section() {
    let mut sources = fixture::real_sources();
    let section = |sources: &service_providers_codegen::Sources| {
        let register = fixture::register(sources);
        let page = page(&register, "2025-11-17");
        let markdown = text(&register, "2025-11-17", "markdown", "service-providers.md");
        assert!(markdown.contains("## Questions and objections\n"), "{markdown}");
        between(&page, "<h2 id=\"_objections\">", "</section>").to_owned()
    };
    let unknown = section(&sources);
    assert!(unknown.contains("do not say whether, how or until when"), "{unknown}");
    assert!(
        plain(&unknown)
            .contains(">https://classdojo.zendesk.com/hc/en-us/requests/new</a>, as the")
    );
    edit_register(&mut sources, |file| {
        file["publisher"]["objection"] = "Write to us (https://a.example/x?b=1&c=2).".into();
        file["publisher"]["contact"] = "unknown".into();
    });
    let known = section(&sources);
    assert!(plain(&known).contains("href=\"https://a.example/x?b=1&c=2\">"), "{known}");
    assert!(plain(&known).contains("</a>)."), "{known}");
    assert!(!known.contains("do not say") && !known.contains("Questions go to"), "{known}");
}

/// A provider leads to the records that name it, and a record to the provider.
#[test]
fn providers_and_records_lead_to_each_other() {
    let register = register(&own_data());
    let page = page(&register, "2018-11-05");
    let card = between(&page, "<article id=\"aws\"", "</article>");
    assert!(card.contains("<a href=\"data-transparency.html#_record-1\">Name</a>"), "{card}");
    let records = text(&register, "2018-11-05", "html", "data-transparency.html");
    let first = between(&records, "<article id=\"_record-1\"", "</article>");
    assert!(first.contains("<a href=\"service-providers.html#aws\"><bdi>AWS</bdi></a>"), "{first}");
    assert!(first.contains("service-providers.html#_data-name"), "{first}");
    let wider = "Who gets a wider kind: <a href=\"service-providers.html#_data-personal-data\">";
    assert!(first.contains(wider), "{first}");
    let silent = text(&register, "2025-11-17", "html", "data-transparency.html");
    assert!(words(&silent).contains("No document on data transparency is held"), "{silent}");
}

/// The feed has an entry for everything that the pages about changes tell of a provider.
#[test]
fn the_feed_tells_every_change() {
    let register = register(&own_data());
    let format = Format::find("html").expect("there is such a format");
    let files = format.files_of_all(&AllEditions::new(&register));
    let feed = files.iter().find(|file| file.path == "site/changes.atom").expect("a feed");
    let feed = std::str::from_utf8(&feed.bytes).expect("UTF-8");
    let came = register.providers_in("2025-11-17").into_iter();
    let before = register.providers_in("2018-11-05");
    for row in came.filter(|row| before.iter().all(|other| other.key != row.key)) {
        assert!(feed.contains(&format!("term=\"{}\"", row.key)), "{} is not told", row.key);
    }
    let page = "<link rel=\"alternate\" type=\"text/html\" href=\"changes/2025-11-17.html\"/>";
    assert_eq!(feed.matches(page).count(), feed.matches("<entry>").count(), "{feed}");
    let ids: Vec<&str> = feed.split("<id>").skip(1).filter_map(|id| id.split('<').next()).collect();
    let distinct: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(ids.len(), distinct.len(), "{feed}");
}

/// A browser may use the style and the script of the page, and nothing else.
#[test]
fn the_policy_fits_the_page() {
    for (_, edition, page) in pages() {
        let policy =
            plain(between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\">"));
        for (what, start, end) in
            [("style", "<style>", "</style>"), ("script", "<script>", "</script>")]
        {
            let digest = STANDARD.encode(Sha256::digest(between(&page, start, end)));
            let allowed = format!("{what}-src 'sha256-{digest}'");
            assert!(policy.contains(&allowed), "{edition}: {policy} has no {allowed}");
        }
        assert!(policy.starts_with("default-src 'none';"), "{edition}: {policy}");
        assert!(!policy.contains("unsafe"), "{edition}: {policy}");
    }
}

#[test]
fn the_same_register_gives_the_same_bytes_and_few_of_them() {
    let register = register(&own_data());
    for edition in register.editions() {
        let files = export(&register, &edition.id, "html");
        assert_eq!(files, export(&register, &edition.id, "html"));
        assert!(files[FILE].len() < 300_000, "{}: {} bytes", edition.id, files[FILE].len());
    }
}

/// What is announced stands above the list, with its dates and how to object.
#[test]
fn announcements_stand_first() {
    let mut sources = fixture::real_sources();
    edit_register(&mut sources, |file| {
        file["current"] = "2018-11-05".into();
        file["editions"][1]["effective"] = "2026-03-01".into();
        file["publisher"]["objection"] = "Write to us.".into();
    });
    let register = fixture::register(&sources);
    let announced = page(&register, "2025-11-17");
    let before = announced.split("id=\"_summary\"").next().expect("the summary");
    let before = words(between(before, "<section id=\"_announced\"", "</section>"));
    for said in [
        "2026-03-01",
        "Until when customers may object is not stated.",
        "Write to us.",
        "Anthropic",
    ] {
        assert!(before.contains(said), "{said}: {before}");
        let page = text(&register, "2025-11-17", "markdown", "service-providers.md");
        let before = between(&page, "## What is announced", "## At a glance");
        assert!(before.contains(said), "{said}: {before}");
    }
    assert!(words(&announced).contains("It is not in force yet."));
    let current = words(&page(&register, "2018-11-05"));
    assert!(current.contains("This list is in force."));
    assert!(current.contains("A newer list is announced and not in force yet:"));
}

/// A reader sees the words of the register's own vocabulary, and none of a school where there is none.
#[test]
fn the_program_has_no_words_of_one_register() {
    let register = register(&awkward_data());
    for edition in register.editions() {
        let page = words(&page(&register, &edition.id)).to_lowercase();
        let terms = &register.vocabulary.data_subjects;
        for word in ["teacher", "student", "parent"] {
            let own = terms.iter().any(|row| row.name.to_lowercase().contains(word));
            assert!(own || !page.contains(word), "{}: {word}", edition.id);
        }
    }
}
