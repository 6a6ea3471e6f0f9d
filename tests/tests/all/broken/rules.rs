//! Registers that break a rule: at least one for each.

use std::collections::BTreeMap;

use super::broken;

broken! {
    almost_word: |r| { r.cell("disclosures.csv", 2, "withdrawn", "None"); } => r#"
data/disclosures.csv:2:107: almost-word: `None` looks like the word `none`; write `none`
"#;
    almost_word_no: |r| { r.cell("engagements.csv", 2, "withdrawn", "no"); } => r#"
data/engagements.csv:2:137: almost-word: `no` is not a text; write the fact, or `none`
"#;
    almost_word_of_a_program: |r| { r.cell("practice-recipients.csv", 2, "reason", "N/A"); } => r#"
data/practice-recipients.csv:2:57: almost-word: `N/A` is not a text; write the fact, or `none`
"#;
    almost_word_alias: |r| { r.cell("providers.csv", 2, "aliases", "NONE"); } => r#"
data/providers.csv:2:15: almost-word: `NONE` looks like the word `none`; write `none`
"#;
    almost_word_among_aliases: |r| { r.cell("providers.csv", 3, "aliases", "Mailer, Inc.;N/A"); } => r#"
data/providers.csv:3:29: almost-word: `N/A` is not a name; take it out of the list
"#;
    almost_word_name: |r| { r.cell("vocabulary/contexts.csv", 2, "name", "n/a"); } => r#"
data/vocabulary/contexts.csv:2:12: almost-word: `n/a` is not a name; this column always needs a fact
"#;
    text_without_letters: |r| { r.cell("successions.csv", 2, "evidence", "?"); } => r#"
data/successions.csv:2:45: almost-word: `?` is not a text; this column always needs a fact
"#;
    contradictory_disclosure: |r| { r.replace("disclosures.csv", "oldmail-2024-01-15,10,publisher,provider,email-address,unknown,unknown,incidental,no,none,none,yes,none\n", "oldmail-2024-01-15,10,publisher,provider,email-address,unknown,unknown,incidental,no,none,none,yes,none\noldmail-2024-01-15,20,publisher,provider,email-address,unknown,unknown,stated,no,none,none,no,none\n"); } => r#"
data/disclosures.csv:7:92: contradictory-disclosure: another row says the opposite; take one out, or write down what tells them apart
"#;
    country_code: |r| {
        r.cell("vocabulary/countries.csv", 3, "key", "uk");
        r.cell("vocabulary/countries.csv", 3, "name", "Britain");
        r.cell("vocabulary/region-members.csv", 3, "country", "uk");
        r.cell("engagements.csv", 2, "territory", "de;us");
    } => r#"
data/vocabulary/countries.csv:3:1: country-code: `uk` is not a code of ISO 3166-1; write the two-letter code in lower case
"#;
    country_code_of_three_letters: |r| { r.add("vocabulary/countries.csv", "usa,America\n"); } => r#"
data/vocabulary/countries.csv:5:1: country-code: `usa` is not a code of ISO 3166-1; write the two-letter code in lower case
"#;
    country_name: |r| { r.cell("vocabulary/countries.csv", 4, "name", "Uruguay"); } => r#"
data/vocabulary/countries.csv:4:4: country-name: `Uruguay` is the name of `uy`; ISO 3166-1 calls `us` United States of America
"#;
    country_name_without_addition: |r| { r.cell("vocabulary/countries.csv", 2, "name", "Iran"); } => r#"
data/vocabulary/countries.csv:2:4: country-name: `Iran` is the name of `ir`; ISO 3166-1 calls `de` Germany
"#;
    country_names_that_slipped: |r| {
        r.set("vocabulary/countries.csv", "key,name\nad,United Arab Emirates\nde,France\nfr,Germany\ngb,United States\nie,Spain\nus,United Kingdom\n");
    } => r#"
data/vocabulary/countries.csv:2:4: country-name: `United Arab Emirates` is the name of `ae`; 6 countries have the name of another country; put the column back as it was; it seems to have slipped by a row
"#;
    region_key: |r| { r.edit("vocabulary/regions.csv", |text| text.replace("worldwide,Any", "us,America,worldwide,none,The Americas.\nworldwide,Any")); } => r#"
data/vocabulary/regions.csv:3:1: region-key: `us` is the key of a country; choose another key for the region
"#;
    region_without_members: |r| { r.empty("vocabulary/region-members.csv"); } => r#"
data/vocabulary/regions.csv:2:28: region-members: the region has no members; list its members in region-members.csv
"#;
    region_that_needs_no_members: |r| { r.cell("vocabulary/regions.csv", 2, "kind", "worldwide"); } => r#"
data/vocabulary/regions.csv:2:28: region-members: a region of this kind has no list of members; write `members`
"#;
    membership_that_ends_first: |r| { r.cell("vocabulary/region-members.csv", 2, "from", "2021-01-01").cell("vocabulary/region-members.csv", 2, "until", "2020-01-31"); } => r#"
data/vocabulary/region-members.csv:2:19: region-members: the membership ends before it begins; write a day that is not before `from`
"#;
    member_twice_at_a_time: |r| { r.edit("vocabulary/region-members.csv", |text| text.replace("eea,fr,", "eea,de,2020-01-01,none,A treaty.\neea,fr,").replace("eea,de,unknown,none", "eea,de,1994-01-01,2020-01-01")); } => r#"
data/vocabulary/region-members.csv:3:8: region-members: `de` is a member in another row already; let one membership end before the next begins, or take one out
"#;
    impossible_day_of_a_membership: |r| { r.cell("vocabulary/region-members.csv", 2, "until", "2020-02-31"); } => r#"
data/vocabulary/region-members.csv:2:16: impossible-date: `2020-02-31` is not a day of the calendar; write the date that was meant
"#;
    storage_without_places: |r| { r.edit("storage.csv", |text| text.replace("oldmail-2024-01-15,worldwide,none,none,none\n", "")); } => r#"
data/engagements.csv:4:72: storage-status: storage.csv names no place for `oldmail-2024-01-15`; add the places, or write the word that fits
"#;
    storage_with_withdrawn_places_alone: |r| { r.cell("storage.csv", 4, "withdrawn", "It was misread."); } => r#"
data/engagements.csv:4:72: storage-status: storage.csv names no place for `oldmail-2024-01-15`; add the places, or write the word that fits
"#;
    places_of_unknown_storage: |r| { r.cell("engagements.csv", 3, "storage", "unknown"); } => r#"
data/engagements.csv:3:99: storage-status: storage.csv names a place for `mailer-2025-03-01`; write `listed`, or take the places out
"#;
    places_of_storage_that_is_left_to_the_provider: |r| { r.edit("storage.csv", |text| text.replace("mailer-2025-03-01,de", "helper-2025-03-01,de,none,none,none\nmailer-2025-03-01,de")); } => r#"
data/engagements.csv:2:85: storage-status: storage.csv names a place for `helper-2025-03-01`; write `listed`, or take the places out
"#;
    place_twice_in_one_context: |r| { r.edit("storage.csv", |text| text.replace("mailer-2025-03-01,us,none,none", "mailer-2025-03-01,de,none,At night.")); } => r#"
data/storage.csv:3:22: duplicate-key: `mailer-2025-03-01, de, none` is in the table already; give one of the two another key, or take it out
"#;
    unknown_place: |r| { r.cell("storage.csv", 2, "place", "asia"); } => r#"
data/storage.csv:2:19: unknown-reference: `asia` is not a key of places; allowed: `de`, `eea`, `fr`, `us`, `worldwide`; or add its row to vocabulary/countries.csv or vocabulary/regions.csv first
"#;
    name_of_a_place: |r| { r.cell("storage.csv", 2, "place", "European Economic Area").cell("storage.csv", 3, "place", "USA"); } => r#"
data/storage.csv:2:19: form: `European Economic Area` is not lower-case letters and digits, words joined by single hyphens; write `eea`, the key of European Economic Area
data/storage.csv:3:19: form: `USA` is not lower-case letters and digits, words joined by single hyphens; write `us`
"#;
    place_of_no_engagement: |r| { r.add("storage.csv", "zebra-2025,us,none,none,none\n"); } => r#"
data/storage.csv:5:1: unknown-reference: `zebra-2025` is not a key of engagements; allowed: `helper-2025-03-01`, `mailer-2025-03-01`, `oldmail-2024-01-15`; or add its row to engagements.csv first
"#;
    damaged_by_a_formula: |r| { r.cell("engagements.csv", 2, "summary", "#REF!"); } => r#"
data/engagements.csv:2:39: damaged-text: `#REF!` is an error of a spreadsheet; write the text that belongs here
"#;
    damaged_by_a_narrow_column: |r| { r.cell("providers.csv", 2, "aliases", "Help;########"); } => r#"
data/providers.csv:2:20: damaged-text: `########` is an error of a spreadsheet; write the text that belongs here
"#;
    damaged_by_the_wrong_encoding: |r| { r.cell("engagements.csv", 2, "summary", "The team\u{e2}\u{20ac}\u{2122}s messenger."); } => r#"
data/engagements.csv:2:39: damaged-text: `â€™` is UTF-8 that was read in another encoding; restore the file and open it as UTF-8; or write `’`, and look at the rest of the file
"#;
    damaged_name: |r| { r.cell("vocabulary/contexts.csv", 2, "name", "Caf\u{c3}\u{a9}"); } => r#"
data/vocabulary/contexts.csv:2:12: damaged-text: `Ã©` is UTF-8 that was read in another encoding; restore the file and open it as UTF-8; or write `é`, and look at the rest of the file
"#;
    duplicate_key: |r| { r.add("vocabulary/contexts.csv", "newsletter,Other,Other.\n"); } => r#"
data/vocabulary/contexts.csv:3:1: duplicate-key: `newsletter` is in the table already; give one of the two another key, or take it out
"#;
    duplicate_key_of_two_columns: |r| { r.cell("practice-subjects.csv", 3, "position", "10"); } => r#"
data/practice-subjects.csv:3:13: duplicate-key: `practice-01, 10` is in the table already; give one of the two another key, or take it out
"#;
    duplicate_row: |r| { r.edit("engagements.csv", |text| { let last = text.lines().last().unwrap_or_default().to_owned(); text + &last + "\n" }); } => r#"
data/engagements.csv:5:1: duplicate-key: the row of `oldmail-2024-01-15` is in the table already; delete one of the two rows; they say the same
"#;
    country_name_twice: |r| { r.cell("vocabulary/countries.csv", 2, "name", "FRANCE"); } => r#"
data/vocabulary/countries.csv:2:4: country-name: `FRANCE` is the name of `fr`; ISO 3166-1 calls `de` Germany
"#;
    duplicate_name: |r| { r.cell("vocabulary/purposes.csv", 3, "name", "SENDING E-MAIL"); } => r#"
data/vocabulary/purposes.csv:3:9: duplicate-name: `SENDING E-MAIL` is in another row already; make the names different, or take one out
"#;
    duplicate_alias: |r| { r.cell("providers.csv", 4, "aliases", "Mailer.io"); } => r#"
data/providers.csv:4:17: duplicate-name: `Mailer.io` is in another row already; make the names different, or take one out
"#;
    duplicate_name_in_look: |r| {
        r.cell("vocabulary/purposes.csv", 2, "name", "\u{405}\u{440}\u{430}\u{441}\u{435}");
        r.cell("vocabulary/purposes.csv", 3, "name", "Space");
    } => r#"
data/vocabulary/purposes.csv:3:9: duplicate-name: `Space` looks like a name in another row; make the names different, or take one out
"#;
    duplicate_name_of_the_row_in_look: |r| { r.cell("providers.csv", 2, "name", "\u{430}\u{441}\u{435}").cell("providers.csv", 2, "aliases", "Helper;ace"); } => r#"
data/providers.csv:2:12: duplicate-name: `ace` looks like another name of the row, in other letters; make the names different, or take one out
"#;
    early_effect_of_an_objection: |r| { r.replace("register.json", "\"objection_until\": \"2025-03-31\"", "\"objection_until\": \"2015-03-31\""); } => r#"
data/register.json:73:26: early-effect: customers could object until 2015-03-31, before it was published on 2025-03-01; mend the date that is wrong
"#;
    early_effect: |r| { r.replace("register.json", "\"effective\": \"2025-04-01\"", "\"effective\": \"2025-03-31\""); } => r#"
data/register.json:72:20: early-effect: takes effect on 2025-03-31, while customers may object until 2025-03-31; move it after the objection period
"#;
    early_effect_without_objection: |r| { r.replace("register.json", "\"effective\": \"2025-04-01\"", "\"effective\": \"2025-02-28\"").replace("register.json", "\"objection_until\": \"2025-03-31\"", "\"objection_until\": \"unknown\""); } => r#"
data/register.json:72:20: early-effect: takes effect on 2025-02-28, before it was published on 2025-03-01; move it after the objection period
"#;
    edition_order: |r| {
        r.edit("register.json", |text| {
            let mut file: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
            file["editions"].as_array_mut().into_iter().for_each(|editions| editions.reverse());
            serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
        });
    } => r#"
data/register.json:70:13: edition-order: `2024-01-15` comes after `2025-03-01`; put the editions in order, oldest first, each once
"#;
    edition_id: |r| { r.replace("register.json", "\"id\": \"2025-03-01\"", "\"id\": \"2052-03-01\""); } => r#"
data/register.json:70:13: edition-order: edition `2052-03-01` was published on 2025-03-01; the id of an edition is the date on which it was published
"#;
    document_twice: |r| { r.replace("register.json", "\"id\": \"practices\"", "\"id\": \"list-2025\""); } => r#"
data/register.json:35:13: edition-order: the document `list-2025` is here a second time; keep one of the two
"#;
    edition_order_of_documents: |r| { r.edit("register.json", |text| text.replace("\"date\": \"2024-01-15\"", "\"date\": \"2025-03-02\"").replace("It names Oldmail, which", "It and the list name Oldmail, which")); } => r#"
data/register.json:75:9: edition-order: `list-2025` of 2025-03-01 is older than `list-2024` of 2025-03-02, which is in the earlier edition 2024-01-15; put the editions in the order of their documents, or mend a date
"#;
    edition_of_another_day: |r| { r.edit("register.json", |text| text.replace("\"id\": \"2025-03-01\"", "\"id\": \"2025-03-02-2\"").replace("\"current\": \"2025-03-01\"", "\"current\": \"2025-03-02-2\"")); } => r#"
data/register.json:70:13: edition-order: edition `2025-03-02-2` was published on 2025-03-01; the id of an edition is the date on which it was published
"#;
    unknown_current_edition: |r| { r.replace("register.json", "\"current\": \"2025-03-01\"", "\"current\": \"2025-03-31\""); } => r#"
data/register.json:81:14: unknown-reference: `2025-03-31` is not a key of editions; allowed: `2024-01-15`, `2025-03-01`; or add it to register.json first
"#;
    country_with_the_name_of_another: |r| { r.cell("vocabulary/countries.csv", 3, "name", "Germany"); } => r#"
data/vocabulary/countries.csv:3:4: country-name: `Germany` is the name of `de`; ISO 3166-1 calls `fr` France
"#;
    excluded_subject: |r| { r.cell("disclosures.csv", 2, "data_subject", "student"); } => r#"
data/disclosures.csv:2:49: excluded-subject: `helper-2025-03-01` is not used for `student`; name the groups that the data is about, without the excluded one
"#;
    excluded_wider_subject: |r| { r.cell("engagements.csv", 2, "excluded_subjects", "user"); } => r#"
data/disclosures.csv:2:49: excluded-subject: `helper-2025-03-01` is not used for `user`; name the groups that the data is about, without the excluded one
"#;
    whole_denial: |r| { r.edit("disclosures.csv", |text| text.replace("mailer-2025-03-01,100,", "mailer-2025-03-01,20,publisher,provider,email-address,student,plain,stated,no,none,none,no,none\nmailer-2025-03-01,30,publisher,provider,email-address,student,plain,optional,no,newsletter,none,yes,none\nmailer-2025-03-01,100,")); } => r#"
data/disclosures.csv:5:84: whole-denial: another row says that this data is disclosed; write the use or the condition of the denial, or take one of the two out
"#;
    hierarchy_ring: |r| { r.cell("vocabulary/data-categories.csv", 2, "parent", "email-address"); } => r#"
data/vocabulary/data-categories.csv:2:27: hierarchy: the parents form a circle: contact-data > email-address > contact-data; give one of them another parent, or `none`
"#;
    hierarchy_own_parent: |r| { r.cell("vocabulary/data-subjects.csv", 4, "parent", "user"); } => r#"
data/vocabulary/data-subjects.csv:4:11: hierarchy: the parents form a circle: user > user; give one of them another parent, or `none`
"#;
    overlap_of_a_wider_group: |r| { r.cell("vocabulary/overlaps.csv", 2, "other", "user"); } => r#"
data/vocabulary/overlaps.csv:2:9: overlap: one of `student` and `user` includes the other already; take the row out
"#;
    overlap_with_itself: |r| { r.cell("vocabulary/overlaps.csv", 2, "other", "student"); } => r#"
data/vocabulary/overlaps.csv:2:9: overlap: one of `student` and `student` includes the other already; take the row out
"#;
    overlap_the_wrong_way_round: |r| { r.cell("vocabulary/overlaps.csv", 2, "group", "teacher").cell("vocabulary/overlaps.csv", 2, "other", "student"); } => r#"
data/vocabulary/overlaps.csv:2:9: overlap: `student` comes before `teacher`; exchange `group` and `other`
"#;
    hierarchy_too_deep: |r| {
        let rows: String = (10..30).map(|n| format!("x-{n},X {n},{},none,X.\n", if n == 10 { "none".to_owned() } else { format!("x-{}", n - 1) })).collect();
        r.add("vocabulary/data-subjects.csv", &rows);
    } => r#"
data/vocabulary/data-subjects.csv:22:11: hierarchy: more than 16 parents above `x-27`; make the hierarchy flatter
"#;
    hierarchy_ring_shown_whole: |r| {
        let rows: String = (10..26).map(|n| format!("x-{n},X {n},x-{},none,X.\n", if n == 10 { 25 } else { n - 1 })).collect();
        r.add("vocabulary/data-subjects.csv", &rows);
    } => r#"
data/vocabulary/data-subjects.csv:5:11: hierarchy: the parents form a circle: x-10 > x-25 > x-24 > x-23 > x-22 > x-21 > x-20 > x-19 > x-18 > x-17 > x-16 > x-15 > x-14 > x-13 > x-12 > x-11 > x-10; give one of them another parent, or `none`
"#;
    impossible_date: |r| { r.cell("successions.csv", 2, "edition", "2025-02-30"); } => r#"
data/successions.csv:2:25: impossible-date: `2025-02-30` is not a day of the calendar; write the date that was meant
"#;
    impossible_date_of_document: |r| { r.replace("register.json", "\"date\": \"2024-01-15\"", "\"date\": \"2024-13-15\""); } => r#"
data/register.json:16:15: impossible-date: `2024-13-15` is not a day of the calendar; write the date that was meant
"#;
    impossible_date_of_edition: |r| { r.replace("register.json", "\"objection_until\": \"2025-03-31\"", "\"objection_until\": \"2025-02-31\""); } => r#"
data/register.json:73:26: impossible-date: `2025-02-31` is not a day of the calendar; write the date that was meant
"#;
    impossible_month_of_document: |r| { r.replace("register.json", "\"date\": \"2025-02\"", "\"date\": \"2025-13\""); } => r#"
data/register.json:49:15: impossible-date: `2025-13` is not a month of the calendar; write the date that was meant
"#;
    name_collision: |r| { r.add("vocabulary/contexts.csv", "news-letter,News letter,Other.\n").edit("vocabulary/contexts.csv", |text| text.replace("newsletter,Newsletter,Mail that everybody gets.\nnews-letter,News letter,Other.\n", "news-letter,News letter,Other.\nnewsletter,Newsletter,Mail that everybody gets.\n")); } => r#"
data/vocabulary/contexts.csv:3:1: name-collision: `newsletter` and `news-letter` become the same Rust name; change one of them so that they differ in more than a hyphen
"#;
    name_collision_of_digits: |r| { r.add("vocabulary/features.csv", "x1-y,X1,X.\nx1y,X2,X.\n"); } => r#"
data/vocabulary/features.csv:4:1: name-collision: `x1y` and `x1-y` become the same Rust name; change one of them so that they differ in more than a hyphen
"#;
    practice_of_nobody: |r| { r.replace("practice-subjects.csv", "practice-02,10,none,none,none\n", ""); } => r#"
data/practices.csv:3:1: nothing-disclosed: practice-subjects.csv has no row for `practice-02`; add its rows to practice-subjects.csv
"#;
    nothing_disclosed: |r| { r.edit("disclosures.csv", |text| text.lines().filter(|line| !line.starts_with("oldmail")).map(|line| format!("{line}\n")).collect::<String>()); } => r#"
data/engagements.csv:4:57: nothing-disclosed: `oldmail-2024-01-15` has no disclosure; add its rows to disclosures.csv, or write `unknown` or `none`
"#;
    nothing_disclosed_but_a_mistake: |r| { r.cell("disclosures.csv", 6, "withdrawn", "It was another row."); } => r#"
data/engagements.csv:4:57: nothing-disclosed: `oldmail-2024-01-15` has no disclosure; add its rows to disclosures.csv, or write `unknown` or `none`
"#;
    data_status_unknown: |r| { r.cell("engagements.csv", 3, "data", "unknown"); } => r#"
data/engagements.csv:3:89: data-status: disclosures.csv lists data of `mailer-2025-03-01`; write `listed`, or take the disclosures out
"#;
    data_status_none: |r| { r.cell("engagements.csv", 2, "data", "none"); } => r#"
data/engagements.csv:2:70: data-status: disclosures.csv lists data of `helper-2025-03-01`; write `listed`, or take the disclosures out
"#;
    outside_version: |r| { r.cell("vocabulary/dpv-terms.csv", 3, "version", "v2.30"); } => r#"
data/vocabulary/dpv-terms.csv:3:38: outside-version: this row says `v2.30`, the others `v2.3`; write one version into all rows
"#;
    outside_version_of_the_first_rows: |r| {
        r.add("vocabulary/dpv-terms.csv", "https://w3id.org/dpv/pd#Voice,2.4\nhttps://w3id.org/dpv/pd#VoiceMail,2.4\nhttps://w3id.org/dpv/pd#VoiceRecording,2.4\n");
        r.cell("vocabulary/data-categories.csv", 2, "dpv", "https://w3id.org/dpv/pd#Voice").cell("vocabulary/data-categories.csv", 4, "dpv", "https://w3id.org/dpv/pd#VoiceMail").cell("vocabulary/data-subjects.csv", 4, "dpv", "https://w3id.org/dpv/pd#VoiceRecording");
    } => r#"
data/vocabulary/dpv-terms.csv:4:31: form: `2.4` is not a version with a `v` in front, such as v2.3; the same in 2 more cells: data/vocabulary/dpv-terms.csv:5:35, data/vocabulary/dpv-terms.csv:6:40; write `v2.4`
"#;
    engagement_key: |r| { r.edit("engagements.csv", |text| text.replace("oldmail-2024-01-15,", "zzz,")).edit("disclosures.csv", |text| text.replace("oldmail-2024-01-15,", "zzz,")).edit("storage.csv", |text| text.replace("oldmail-2024-01-15,", "zzz,")).edit("listings.csv", |text| text.replace("oldmail-2024-01-15,", "zzz,")); } => r#"
data/engagements.csv:4:1: engagement-key: the key of a row about `oldmail` begins with `oldmail-`; write it so in all tables, or mend `provider`
"#;
    engagement_key_of_a_longer_provider: |r| { r.edit("engagements.csv", |text| text.replace("oldmail-2024-01-15,", "oldmailer-2024,")).edit("disclosures.csv", |text| text.replace("oldmail-2024-01-15,", "oldmailer-2024,")).edit("storage.csv", |text| text.replace("oldmail-2024-01-15,", "oldmailer-2024,")).edit("listings.csv", |text| text.replace("oldmail-2024-01-15,", "oldmailer-2024,")); } => r#"
data/engagements.csv:4:1: engagement-key: the key of a row about `oldmail` begins with `oldmail-`; write it so in all tables, or mend `provider`
"#;
    own_recipient: |r| { r.cell("disclosures.csv", 2, "sender", "provider"); } => r#"
data/disclosures.csv:2:31: own-recipient: from `provider` to itself; mend `sender` or `recipient`
"#;
    own_recipient_by_key: |r| { r.cell("disclosures.csv", 5, "recipient", "provider:mailer"); } => r#"
data/disclosures.csv:5:32: own-recipient: this is the provider of the engagement itself; write `provider`
"#;
    listing_of_two: |r| { r.cell("listings.csv", 2, "practice", "practice-01"); } => r#"
data/listings.csv:2:34: listing-citation: the row cites an engagement and a practice; keep the one that the row states, and write `none` for the other
"#;
    listing_of_nothing: |r| { r.cell("listings.csv", 4, "engagement", "none"); } => r#"
data/listings.csv:4:15: listing-citation: the row cites neither an engagement nor a practice; write the key of what the row states
"#;
    listing_without_name: |r| { r.cell("listings.csv", 2, "published_name", "none"); } => r#"
data/listings.csv:2:44: listing-citation: a row about a provider prints its name; write the name as printed
"#;
    listing_of_a_practice_with_a_name: |r| { r.cell("listings.csv", 5, "published_name", "Oldmail"); } => r#"
data/listings.csv:5:37: listing-citation: a record of a practice prints no provider's name here; write `none`; the names that a record prints are in practice-recipients.csv
"#;
    listing_of_a_practice_with_a_section: |r| { r.cell("listings.csv", 5, "section", "website"); } => r#"
data/listings.csv:5:32: listing-citation: a record of a practice is in no section of a list; write `none`
"#;
    listing_of_a_practice_with_a_policy: |r| { r.cell("listings.csv", 7, "policy_url", "https://mailer.example/privacy"); } => r#"
data/listings.csv:7:47: listing-citation: a record of a practice links to no provider's policy; write `unknown`
"#;
    listing_of_a_withdrawn_engagement: |r| { r.cell("engagements.csv", 4, "withdrawn", "It was read twice."); } => r#"
data/listings.csv:2:15: withdrawn-citation: `oldmail-2024-01-15` was withdrawn; cite the row that says what is published
"#;
    listing_of_a_withdrawn_practice: |r| { r.cell("practices.csv", 2, "withdrawn", "It was read twice."); } => r#"
data/listings.csv:5:20: withdrawn-citation: `practice-01` was withdrawn; cite the row that says what is published
"#;
    listing_twice: |r| { r.edit("listings.csv", |text| text.replace("list-2025,2,", "list-2025,1,")); } => r#"
data/listings.csv:4:13: duplicate-key: `list-2025, 1, 1` is in the table already; give one of the two another key, or take it out
"#;
    missing_listing: |r| { r.replace("register.json", "\"published_rows\": 2\n    },\n    {\n      \"id\": \"practices\"", "\"published_rows\": 5\n    },\n    {\n      \"id\": \"practices\""); } => r#"
data/register.json:32:25: missing-listing: 3 rows of `list-2025` are not in listings.csv: 3 to 5; add every row that is missing, or mend the number of rows
"#;
    missing_listing_of_one_row: |r| { r.edit("register.json", |text| text.replacen("\"published_rows\": 1", "\"published_rows\": 2", 1)); } => r#"
data/register.json:21:25: missing-listing: row 2 of `list-2024` is not in listings.csv; add every row that is missing, or mend the number of rows
"#;
    missing_listing_of_every_other_row: |r| { r.edit("register.json", |text| text.replacen("\"published_rows\": 1", "\"published_rows\": 4", 1)).edit("listings.csv", |text| { let second = text.lines().nth(1).unwrap_or_default(); text.replace(second, &format!("{second}\n{}", second.replace("list-2024,1,1", "list-2024,3,1"))) }); } => r#"
data/register.json:21:25: missing-listing: 2 rows of `list-2024` are not in listings.csv: 2, 4; add every row that is missing, or mend the number of rows
"#;
    row_beyond_document: |r| { r.cell("listings.csv", 4, "row", "99"); } => r#"
data/listings.csv:4:11: row-beyond-document: `list-2025` has 2 rows; no row has the number 2; number the rows again from there, in the order of the document
"#;
    row_beyond_document_of_records: |r| { r.cell("listings.csv", 7, "row", "2"); } => r#"
data/listings.csv:7:16: row-beyond-document: `practices-2025` has 1 row; no row has the number 1; number the rows again from there, in the order of the document
"#;
    row_parts: |r| { r.cell("listings.csv", 3, "part", "2"); } => r#"
data/listings.csv:3:13: row-parts: row 1 of `list-2025` has no part 1; write 1
"#;
    row_parts_with_a_gap: |r| { r.replace("listings.csv", "list-2025,2,1,", "list-2025,1,3,").edit("register.json", |text| text.replacen("\"published_rows\": 2", "\"published_rows\": 1", 1)); } => r#"
data/listings.csv:4:13: row-parts: part 3 of row 1 of `list-2025` follows part 1; write 2
"#;
    unlisted_row: |r| { r.edit("listings.csv", |text| text.replace("list-2024,1,1,oldmail-2024-01-15,none,none,Oldmail", "list-2024,1,1,mailer-2025-03-01,none,none,Mailer")); } => r#"
data/engagements.csv:4:1: unlisted-row: no published row cites `oldmail-2024-01-15`; cite it in listings.csv where it is published, or take it out
"#;
    unlisted_practice: |r| { r.edit("listings.csv", |text| text.replace("practices,1,1,none,practice-01", "practices,1,1,none,practice-02")); } => r#"
data/practices.csv:2:1: unlisted-row: no published row cites `practice-01`; cite it in listings.csv where it is published, or take it out
"#;
    missing_section: |r| { r.cell("listings.csv", 4, "section", "none"); } => r#"
data/listings.csv:4:38: missing-section: `list-2025` has sections, and this row is in none; write its section
"#;
    evidence_document_in_an_edition: |r| { r.edit("register.json", |text| text.replace("\"listed\": \"yes\",\n      \"published_rows\": 1\n    }\n  ]", "\"listed\": \"no\",\n      \"published_rows\": 0\n    }\n  ]")).edit("listings.csv", |text| text.replace("practices-2025,1,1,none,practice-02,none,none,unknown,none,unknown,unknown,unknown,unknown\n", "")); } => r#"
data/register.json:76:9: evidence-document: `practices-2025` is only cited as evidence; enter its rows and set `listed` to `yes`, or take it out of the edition
"#;
    evidence_document_with_listings: |r| { r.edit("register.json", |text| text.replace("\"listed\": \"yes\",\n      \"published_rows\": 1\n    }\n  ]", "\"listed\": \"no\",\n      \"published_rows\": 0\n    }\n  ]").replace("\"list-2025\",\n        \"practices-2025\"", "\"list-2025\"")); } => r#"
data/listings.csv:7:1: evidence-document: `practices-2025` is only cited as evidence, and has rows here; set its `listed` in register.json to `yes`, or take its rows out
"#;
    evidence_document_with_rows: |r| { r.edit("register.json", |text| text.replace("\"listed\": \"yes\",\n      \"published_rows\": 1\n    }\n  ]", "\"listed\": \"no\",\n      \"published_rows\": 1\n    }\n  ]").replace("\"list-2025\",\n        \"practices-2025\"", "\"list-2025\"")).edit("listings.csv", |text| text.replace("practices-2025,1,1,none,practice-02,none,none,unknown,none,unknown,unknown,unknown,unknown\n", "")); } => r#"
data/register.json:54:25: evidence-document: `practices-2025` is only cited as evidence, and has 1 row here; write 0, or enter its rows and set `listed` to `yes`
"#;
    unused_document: |r| { r.replace("register.json", "\"list-2025\",\n        \"practices-2025\"", "\"list-2025\""); } => r#"
data/register.json:46:13: unused-document: no edition is made of `practices-2025`; add it to the edition that it belongs to, or make an edition of it
"#;
    same_list: |r| { r.replace("register.json", "\"list\": \"practices\",\n      \"title\": \"What we do\",\n      \"date\": \"unknown\"", "\"list\": \"who\",\n      \"title\": \"What we do\",\n      \"date\": \"unknown\""); } => r#"
data/register.json:65:9: same-list: `practices` and `list-2024` are both of the list `who`; keep the revision that holds in this edition
"#;
    same_document_twice: |r| { r.replace("register.json", "\"list-2025\",\n        \"practices-2025\"", "\"list-2025\",\n        \"practices-2025\",\n        \"list-2025\""); } => r#"
data/register.json:77:9: same-list: `list-2025` is in edition 2025-03-01 twice; keep the revision that holds in this edition
"#;
    undated_document: |r| { r.replace("register.json", "\"It names Oldmail, which this edition alone lists.\"", "\"none\""); } => r#"
data/register.json:67:24: undated-document: `practices` is undated; write what shows that it belongs here
"#;
    undated_document_that_is_later: |r| { r.replace("register.json", "\"date\": \"2025-02\"", "\"date\": \"2025-04\""); } => r#"
data/register.json:78:24: undated-document: `practices-2025` is dated 2025-04, later than the edition; write what shows that it belongs here
"#;
    undated_basis_of_dated_documents: |r| { r.edit("register.json", |text| text.replace("\"date\": \"2025-02\"", "\"date\": \"2025-03\"").replace("\"undated_basis\": \"none\"", "\"undated_basis\": \"It says so.\"")); } => r#"
data/register.json:78:24: undated-document: every document bears the date of the edition; write `none`
"#;
    late_succession: |r| { r.edit("register.json", |text| { let mut file: serde_json::Value = serde_json::from_str(&text).unwrap_or_default(); let mut edition = file["editions"][1].clone(); edition["id"] = "2025-06-01".into(); edition["published"] = "2025-06-01".into(); edition["effective"] = "unknown".into(); edition["objection_until"] = "unknown".into(); edition["undated_basis"] = "Nothing newer is known.".into(); file["editions"].as_array_mut().into_iter().for_each(|editions| editions.push(edition.clone())); file["current"] = "2025-06-01".into(); serde_json::to_string_pretty(&file).unwrap_or_default() + "\n" }).cell("successions.csv", 2, "edition", "2025-06-01"); } => r#"
data/successions.csv:2:25: late-succession: edition 2025-03-01 lists `mailer` already and no longer `oldmail`; write 2025-03-01
"#;
    published_name: |r| { r.cell("listings.csv", 4, "published_name", "Mailer"); } => r#"
data/listings.csv:4:46: published-name: `Mailer` is neither the name nor an alias of `helper`; cite an engagement of the right provider, or add the printed name to its aliases
"#;
    published_name_in_other_letters: |r| { r.cell("providers.csv", 2, "name", "\u{430}\u{441}\u{435}").cell("listings.csv", 4, "published_name", "ace"); } => r#"
data/listings.csv:4:46: published-name: `ace` looks like `асе` and is written in other letters; cite an engagement of the right provider, or add the printed name to its aliases
"#;
    published_name_with_capitals: |r| { r.cell("listings.csv", 4, "published_name", "HELPER"); } => r#"
data/listings.csv:4:46: published-name: `HELPER` is written `Helper` in providers.csv; cite an engagement of the right provider, or add the printed name to its aliases
"#;
    published_name_of_recipient: |r| { r.cell("practice-recipients.csv", 3, "identity", "stated"); } => r#"
data/practice-recipients.csv:3:23: published-name: `Mail` is neither the name nor an alias of `mailer`; choose the right provider, or say in `identity` that it is inferred
"#;
    reserved_key: |r| {
        r.add("vocabulary/contexts.csv", "publisher,Publisher,Whoever publishes.\n");
    } => r#"
data/vocabulary/contexts.csv:3:1: reserved-key: `publisher` has a meaning of its own and cannot be a key; choose another key
"#;
    reserved_key_that_is_a_word: |r| {
        r.add("vocabulary/contexts.csv", "none,Nothing,Nothing.\n");
    } => r#"
data/vocabulary/contexts.csv:3:1: word: `none` is not allowed in `key`; this column always needs a fact
"#;
    reserved_key_of_provider: |r| { r.add("providers.csv", "see-provider,See,none,Never was one.\n"); } => r#"
data/providers.csv:5:1: reserved-key: `see-provider` has a meaning of its own and cannot be a key; choose another key
"#;
    succession_cycle: |r| { r.edit("successions.csv", |text| text.replace("withdrawn\n", "withdrawn\nmailer,oldmail,replaced,2025-03-01,weak,A guess.,list-2025,none\n")); } => r#"
data/successions.csv:3:9: succession-cycle: `mailer` would follow itself; take out the succession that points backwards
"#;
    succession_to_itself: |r| { r.cell("successions.csv", 2, "successor", "oldmail"); } => r#"
data/successions.csv:2:9: succession-cycle: `oldmail` would follow itself; take out the succession that points backwards
"#;
    unknown_reference: |r| { r.cell("engagements.csv", 3, "purposes", "send-emial;support"); } => r#"
data/engagements.csv:3:40: unknown-reference: `send-emial` is not a key of purposes; did you mean `send-email`? allowed: `send-email`, `support`, `unknown`; or add its row to vocabulary/purposes.csv first
"#;
    unknown_provider: |r| { r.cell("practice-recipients.csv", 2, "provider", "olmail"); } => r#"
data/practice-recipients.csv:2:16: unknown-reference: `olmail` is not a key of providers; did you mean `oldmail`? allowed: `helper`, `mailer`, `oldmail`; or add its row to providers.csv first
"#;
    unknown_other_provider: |r| { r.cell("disclosures.csv", 5, "recipient", "provider:helpr"); } => r#"
data/disclosures.csv:5:32: unknown-reference: `helpr` is not a key of providers; did you mean `helper`? allowed: `helper`, `mailer`, `oldmail`; or add its row to providers.csv first
"#;
    unknown_parent: |r| { r.cell("vocabulary/data-subjects.csv", 2, "parent", "usr"); } => r#"
data/vocabulary/data-subjects.csv:2:17: unknown-reference: `usr` is not a key of data-subjects; did you mean `user`? allowed: `none`, `student`, `teacher`, `user`; or add its row to vocabulary/data-subjects.csv first
"#;
    unknown_document: |r| { r.cell("successions.csv", 2, "document", "list-2052"); } => r#"
data/successions.csv:2:88: unknown-reference: `list-2052` is not a key of documents; allowed: `list-2024`, `list-2025`, `practices`, `practices-2025`; or add it to register.json first
"#;
    unknown_document_of_edition: |r| { r.replace("register.json", "\"list-2025\",\n        \"practices-2025\"", "\"list-2026\",\n        \"practices-2025\""); } => r#"
data/register.json:75:9: unknown-reference: `list-2026` is not a key of documents; allowed: `list-2024`, `list-2025`, `practices`, `practices-2025`; or add it to register.json first
"#;
    unknown_edition: |r| { r.cell("successions.csv", 2, "edition", "2025-03-02"); } => r#"
data/successions.csv:2:25: unknown-reference: `2025-03-02` is not a key of editions; allowed: `2024-01-15`, `2025-03-01`; or add it to register.json first
"#;
    unknown_word: |r| { r.cell("engagements.csv", 2, "entity_country", "none"); } => r#"
data/engagements.csv:2:77: word: `none` is not allowed in `entity_country`; write the fact, or `unknown`
"#;
    commas_in_a_list: |r| { r.cell("engagements.csv", 3, "purposes", "send-email,support"); } => r#"
data/engagements.csv:3:41: form: `send-email,support` is not lower-case letters and digits, words joined by single hyphens; separate the items with `;`: `send-email;support`
"#;
    words_in_a_list: |r| { r.cell("engagements.csv", 3, "territory", "Germany and US"); } => r#"
data/engagements.csv:3:113: form: `Germany and US` is not lower-case letters and digits, words joined by single hyphens; separate the items with `;`: `de;us`
"#;
    list_in_a_single_cell: |r| { r.cell("engagements.csv", 3, "entity_country", "us;de"); } => r#"
data/engagements.csv:3:96: form: `us;de` is not lower-case letters and digits, words joined by single hyphens; this cell takes only one key of countries
"#;
    name_of_a_country: |r| { r.cell("engagements.csv", 3, "entity_country", "United States"); } => r#"
data/engagements.csv:3:96: form: `United States` is not lower-case letters and digits, words joined by single hyphens; write `us`, the key of United States
"#;
    code_of_three_letters: |r| { r.cell("engagements.csv", 3, "entity_country", "USA"); } => r#"
data/engagements.csv:3:96: form: `USA` is not lower-case letters and digits, words joined by single hyphens; write `us`
"#;
    country_as_people_call_it: |r| { r.edit("vocabulary/countries.csv", |text| text.replace("us,United", "gb,United Kingdom\nus,United")).cell("engagements.csv", 3, "entity_country", "UK"); } => r#"
data/engagements.csv:3:96: form: `UK` is not lower-case letters and digits, words joined by single hyphens; write `gb`
"#;
    two_countries_where_one_stands: |r| { r.cell("engagements.csv", 3, "entity_country", "Germany and US"); } => r#"
data/engagements.csv:3:96: form: `Germany and US` is not lower-case letters and digits, words joined by single hyphens; this cell takes only one key of countries
"#;
    strange_name_in_two_parts: |r| { r.cell("practice-recipients.csv", 2, "provider", "Smith & Jones"); } => r#"
data/practice-recipients.csv:2:16: form: `Smith & Jones` is not lower-case letters and digits, words joined by single hyphens; allowed: `helper`, `mailer`, `oldmail`; or add its row to providers.csv first
"#;
    part_of_a_country: |r| { r.cell("engagements.csv", 3, "entity_country", "Bavaria"); } => r#"
data/engagements.csv:3:96: form: `Bavaria` is not lower-case letters and digits, words joined by single hyphens; allowed: `de`, `fr`, `unknown`, `us`; or add its row to vocabulary/countries.csv first
"#;
    alias_of_a_provider: |r| { r.cell("engagements.csv", 3, "hosted_by", "mailer.io"); } => r#"
data/engagements.csv:3:106: form: `mailer.io` is not lower-case letters and digits, words joined by single hyphens; write `mailer`, the key of Mailer
"#;
    word_with_capitals: |r| { r.cell("engagements.csv", 3, "territory", "Unknown"); } => r#"
data/engagements.csv:3:113: form: `Unknown` is not lower-case letters and digits, words joined by single hyphens; write `unknown`
"#;
    word_of_a_program: |r| { r.cell("engagements.csv", 3, "hosted_by", "N/A"); } => r#"
data/engagements.csv:3:106: form: `N/A` is not lower-case letters and digits, words joined by single hyphens; write the fact, or `unknown`
"#;
    word_of_no_meaning: |r| { r.cell("engagements.csv", 3, "territory", "worldwide"); } => r#"
data/engagements.csv:3:113: unknown-reference: `worldwide` is not a key of countries; it is a key of regions; allowed: `de`, `fr`, `unknown`, `us`; or add its row to vocabulary/countries.csv first
"#;
    key_of_another_table: |r| { r.cell("disclosures.csv", 2, "data_category", "teacher"); } => r#"
data/disclosures.csv:2:36: unknown-reference: `teacher` is not a key of data-categories; it is a key of data-subjects; allowed: `any`, `contact-data`, `email-address`, `voice-recording`; or add its row to vocabulary/data-categories.csv first
"#;
    provider_as_party: |r| { r.cell("disclosures.csv", 5, "recipient", "helper"); } => r#"
data/disclosures.csv:5:32: unknown-reference: `helper` is not a key of parties; write `provider:helper`
"#;
    misspelt_party: |r| { r.cell("disclosures.csv", 5, "recipient", "User"); } => r#"
data/disclosures.csv:5:32: form: `User` is not `publisher`, `provider`, `provider:KEY` or a key of parties; write `user`
"#;
    unknown_party: |r| { r.cell("disclosures.csv", 5, "recipient", "usr"); } => r#"
data/disclosures.csv:5:32: unknown-reference: `usr` is not a key of parties; did you mean `user`? allowed: `user`; or add its row to vocabulary/parties.csv first
"#;
    contract_value_website: |r| { r.add("contract-facts.csv", "helper-2025-03-01,10,website,www.mailer.example,none,none,none\n"); } => r#"
data/contract-facts.csv:2:30: contract-value: not an absolute web address; write an address that starts with https:// or http://
"#;
    contract_value_sub_processors: |r| { r.add("contract-facts.csv", "helper-2025-03-01,10,sub-processors,See the page.,none,none,none\n"); } => r#"
data/contract-facts.csv:2:37: contract-value: the address holds a character that no address has; copy it again
"#;
    contract_value_data_processing_agreement: |r| { r.add("contract-facts.csv", "helper-2025-03-01,10,data-processing-agreement,ftp://mailer.example,none,none,none\n"); } => r#"
data/contract-facts.csv:2:48: contract-value: not an http or https address; write an address that starts with https:// or http://
"#;
    contract_value_contact: |r| { r.add("contract-facts.csv", "helper-2025-03-01,10,contact,privacy@mailer,none,none,none\n"); } => r#"
data/contract-facts.csv:2:30: contract-value: `privacy@mailer` is not an e-mail address; write only the address, such as privacy@example.com
"#;
    contract_value_role: |r| { r.add("contract-facts.csv", "helper-2025-03-01,10,role,Processor,none,none,none\n"); } => r#"
data/contract-facts.csv:2:27: contract-value: `Processor` is not a role; did you mean `processor`? allowed: `controller`, `joint-controller`, `processor`, `sub-processor`
"#;
    contract_value_legal_basis: |r| { r.add("contract-facts.csv", "helper-2025-03-01,10,legal-basis,consnt,none,none,none\n"); } => r#"
data/contract-facts.csv:2:34: contract-value: `consnt` is not a key of legal-bases; did you mean `consent`? allowed: `consent`
"#;
    contract_value_start: |r| { r.add("contract-facts.csv", "helper-2025-03-01,10,start,2024-13,none,none,none\n"); } => r#"
data/contract-facts.csv:2:28: contract-value: `2024-13` is not a date; write a day, such as 2025-11-17, or a month, such as 2025-11
"#;
    contract_value_start_in_words: |r| { r.add("contract-facts.csv", "helper-2025-03-01,10,start,last year,none,none,none\n"); } => r#"
data/contract-facts.csv:2:28: contract-value: `last year` is not a date; write a day, such as 2025-11-17, or a month, such as 2025-11
"#;
    identifier_of_two_providers: |r| { r.add("identifiers.csv", "gvl,12,helper\ngvl,12,mailer\n"); } => r#"
data/identifiers.csv:3:5: duplicate-key: `gvl, 12` is in the table already; give one of the two another key, or take it out
"#;
    identifier_of_an_unknown_provider: |r| { r.add("identifiers.csv", "gvl,12,helpr\n"); } => r#"
data/identifiers.csv:2:8: unknown-reference: `helpr` is not a key of providers; did you mean `helper`? allowed: `helper`, `mailer`, `oldmail`; or add its row to providers.csv first
"#;
    identifier_scheme: |r| { r.add("identifiers.csv", "IAB GVL,12,helper\n"); } => r#"
data/identifiers.csv:2:1: form: `IAB GVL` is not lower-case letters and digits, words joined by single hyphens; write `iab-gvl`
"#;
    any_data_that_is_disclosed: |r| { r.cell("disclosures.csv", 2, "data_category", "any"); } => r#"
data/disclosures.csv:2:36: any-data: only a denial can be of any data; name the kind of data
"#;
    any_data_denied_in_every_case: |r| { r.cell("disclosures.csv", 3, "data_category", "any"); } => r#"
data/disclosures.csv:3:41: any-data: this denies all data in every case; write the use into `context`, or the case into `condition`
"#;
    unknown_setting: |r| { r.cell("engagement-features.csv", 2, "settings", "at-school"); } => r#"
data/engagement-features.csv:2:28: unknown-reference: `at-school` is not a key of settings; allowed: `in-school`, `none`, `out-of-school`, `unknown`; or add its row to vocabulary/settings.csv first
"#;
    unknown_relation: |r| { r.cell("practice-subjects.csv", 2, "relation", "owner"); } => r#"
data/practice-subjects.csv:2:24: unknown-reference: `owner` is not a key of relations; allowed: `none`, `own`, `via-teacher`; or add its row to vocabulary/relations.csv first
"#;
    party_with_space: |r| { r.cell("disclosures.csv", 5, "recipient", "provider: Helper"); } => r#"
data/disclosures.csv:5:32: form: `provider: Helper` is not `publisher`, `provider`, `provider:KEY` or a key of parties; write `provider:helper`
"#;
    engagement_of_another_edition: |r| { r.cell("disclosures.csv", 4, "engagement", "mailer-2025-03-02"); } => r#"
data/disclosures.csv:4:1: unknown-reference: `mailer-2025-03-02` is not a key of engagements; allowed: `helper-2025-03-01`, `mailer-2025-03-01`, `oldmail-2024-01-15`; or add its row to engagements.csv first
"#;
    unlisted_provider: |r| { r.add("providers.csv", "zebra,Zebra,none,none\n"); } => r#"
data/providers.csv:5:1: unlisted-provider: no engagement is about `zebra`; add what a document says of it to engagements.csv
"#;
    unsorted_list: |r| { r.cell("engagements.csv", 2, "territory", "fr;de"); } => r#"
data/engagements.csv:2:106: unsorted-list: the items of `territory` are not sorted; run `cargo xtask sync`
"#;
    unsorted_rows: |r| { r.add("vocabulary/contexts.csv", "alerts,Alerts,Alerts.\n"); } => r#"
data/vocabulary/contexts.csv:3:1: unsorted-rows: the rows of contexts are not sorted from here on; run `cargo xtask sync`
"#;
    unsorted_positions: |r| { r.cell("practice-subjects.csv", 2, "position", "100"); } => r#"
data/practice-subjects.csv:3:1: unsorted-rows: the rows of practice-subjects are not sorted from here on; run `cargo xtask sync`
"#;
    unused_term: |r| { r.add("vocabulary/dpv-terms.csv", "https://w3id.org/dpv/pd#Name,v2.3\n"); } => r#"
data/vocabulary/dpv-terms.csv:4:1: unused-term: no row maps to this term; take the row out
"#;
    unused_fideslang_term: |r| { r.add("vocabulary/fideslang-terms.csv", "user.name,v3.1.4\n"); } => r#"
data/vocabulary/fideslang-terms.csv:3:1: unused-term: no row maps to this term; take the row out
"#;
    web_address: |r| { r.cell("listings.csv", 2, "policy_url", "oldmail.example/privacy"); } => r#"
data/listings.csv:2:52: web-address: not an absolute web address; write an address that starts with https:// or http://
"#;
    web_address_twice: |r| { r.cell("listings.csv", 2, "policy_url", "https://a.example/a;https://a.example/b"); } => r#"
data/listings.csv:2:52: web-address: two addresses in one; keep the one that the source links to
"#;
    web_address_script: |r| { r.cell("listings.csv", 2, "policy_url", "javascript:alert(1)"); } => r#"
data/listings.csv:2:52: web-address: not an http or https address; write an address that starts with https:// or http://
"#;
    web_address_credentials: |r| { r.cell("listings.csv", 2, "policy_url", "https://google.com@evil.example/"); } => r#"
data/listings.csv:2:52: web-address: the address carries a user name or password; take out what is before the @
"#;
    web_address_without_host: |r| { r.cell("listings.csv", 2, "policy_url", "https:///privacy"); } => r#"
data/listings.csv:2:52: web-address: the address names no host; write an address that starts with https:// or http://
"#;
    web_address_of_other_letters: |r| { r.cell("listings.csv", 2, "policy_url", "https://\u{430}pple.com/"); } => r#"
data/listings.csv:2:60: mixed-script: U+0430 in `аpple` looks like a Latin letter and is not; type the word again on one keyboard layout
"#;
    web_address_with_space: |r| { r.cell("listings.csv", 2, "policy_url", "https://a.example/a b"); } => r#"
data/listings.csv:2:52: web-address: the address holds a character that no address has; copy it again
"#;
    web_address_of_term: |r| { r.cell("vocabulary/data-subjects.csv", 2, "dpv", "ftp://example.org/x"); } => r#"
data/vocabulary/data-subjects.csv:2:22: web-address: not an http or https address; write an address that starts with https:// or http://
"#;
    web_address_of_document: |r| { r.edit("register.json", |text| text.replacen("\"address\": \"unknown\"", "\"address\": \"acme.example/providers\"", 1)); } => r#"
data/register.json:18:18: web-address: not an absolute web address; write an address that starts with https:// or http://
"#;
    withdrawn_provider: |r| { r.cell("providers.csv", 2, "withdrawn", "No longer used."); } => r#"
data/providers.csv:2:20: withdrawn-provider: `helper` is marked as a mistake, but `helper-2025-03-01` is about it; write `none`; a provider is retired when the newest document no longer lists it
"#;
    withdrawn_provider_in_one_row: |r| {
        r.cell("providers.csv", 4, "withdrawn", "It never was one.").cell("engagements.csv", 4, "withdrawn", "So was this.");
        r.cell("listings.csv", 2, "engagement", "mailer-2025-03-01").cell("listings.csv", 2, "published_name", "Mailer");
        r.cell("providers.csv", 3, "withdrawn", "No longer used.");
    } => r#"
data/providers.csv:3:40: withdrawn-provider: `mailer` is marked as a mistake, but `mailer-2025-03-01` is about it; write `none`; a provider is retired when the newest document no longer lists it
"#;
    word_alone: |r| { r.cell("engagements.csv", 3, "territory", "de;unknown"); } => r#"
data/engagements.csv:3:116: word-alone: `unknown` is beside other items; keep `unknown` alone, or the items without it
"#;
}

/// The nearest key is sought for so many misspelt ones, and then no more: it takes time.
#[test]
fn help_is_not_sought_without_end() {
    let letters =
        |n: u8| format!("{0}{0}-{1}{1}", char::from(b'a' + n / 26), char::from(b'a' + n % 26));
    let report = service_providers_tests::mini::broken(|r| {
        let kinds = (0..=249).flat_map(|n| {
            ["zebra", "zephyr", "zinc", "zone"].map(|word| {
                let key = format!("{word}-{}", letters(n));
                (key.clone(), format!("{key},{key},none,none,none,none,A kind.\n"))
            })
        });
        let kinds: BTreeMap<String, String> = kinds.collect();
        r.add("vocabulary/data-categories.csv", &kinds.into_values().collect::<String>());
        let rows = (0..1000_u32).map(|n| {
            let (position, tail) = ((n + 2) * 10, letters((n % 250) as u8));
            let word = ["zeebra", "zephyyr", "zinnc", "zoone"][n as usize / 250];
            format!(
                "oldmail-2024-01-15,{position},publisher,provider,{word}-{tail},unknown,unknown,\
                 stated,no,none,none,yes,none\n"
            )
        });
        r.add("disclosures.csv", &rows.collect::<String>());
    });
    let [problem] = report.problems() else { panic!("rows were lost: {report}") };
    assert!(problem.help.starts_with("did you mean"), "{}", problem.help);
    assert!(problem.message.contains("; 999 more keys are not there, in 999 more cells: "));
    assert_eq!(problem.same.len(), 999);
}
