//! `copy-of-changed-row`: a row whose words changed, and about which the register says what it said
//! before.

use service_providers_codegen::register::{Engagement, PublishedRow};

use crate::audit::digests::{DIGESTS, Digest};
use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::Index;
use crate::diff::pairs::Pairs;
use crate::page::prose;

pub(super) static CHECK: Check = Check {
    code: "copy-of-changed-row",
    title: "The words of a row changed, and the register says the same as before",
    explanation: "The digests of a row differ from those of the row before it in the same list, \
        and the register states the same facts for both. The words alone may have changed; or the \
        row was copied, and nobody looked at what the page says now.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for (at, edition) in index.editions.iter().enumerate() {
        for document in index.new_documents(at) {
            let new = edition.rows_of(&document.id);
            let old = index.rows_before(at, document);
            for (old, new) in
                Pairs::of(&old, &new).both.iter().map(|pair| (&old[pair.0], &new[pair.1]))
            {
                let changed = changed(old, new);
                if changed.is_empty() || !say_the_same(old.engagement, new.engagement) {
                    continue;
                }
                let about: Vec<&str> = changed.iter().map(|digest| digest.about).collect();
                let message = format!(
                    "{}: the page changed its words on {}, and the register states the same facts \
                     as before.",
                    index.provider(&new.engagement.row.provider),
                    prose(&about)
                );
                let evidence = changed.iter().flat_map(|digest| {
                    [old, new].map(|row| {
                        Evidence::listing(row.listing, digest.column, (digest.of)(row.listing))
                    })
                });
                let (key, evidence) = (&new.engagement.row.key, evidence.collect());
                findings.push(Finding::new(&CHECK, edition.id, key, message, evidence));
            }
        }
    }
}

/// The columns of which both rows have a digest, and not the same one.
fn changed(old: &PublishedRow<'_>, new: &PublishedRow<'_>) -> Vec<&'static Digest> {
    let differs = |digest: &&Digest| {
        let (old, new) = ((digest.of)(old.listing), (digest.of)(new.listing));
        old.known().is_some() && new.known().is_some() && old != new
    };
    DIGESTS.iter().filter(differs).collect()
}

/// Whether two engagements differ in nothing but their keys.
fn say_the_same(old: &Engagement, new: &Engagement) -> bool {
    let mut copy = new.clone();
    copy.row.key.clone_from(&old.row.key);
    for feature in &mut copy.features {
        feature.engagement.clone_from(&old.row.key);
    }
    for disclosure in &mut copy.disclosures {
        disclosure.engagement.clone_from(&old.row.key);
    }
    for storage in &mut copy.storage {
        storage.engagement.clone_from(&old.row.key);
    }
    copy == *old
}
