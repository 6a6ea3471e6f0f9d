//! How many providers changed, in sentences. Each names what it counts, and together they count every
//! provider of both editions.

use service_providers_codegen::Certainty;

use crate::diff::model::{Diff, Event, ListedProvider};
use crate::page::prose;

/// What happened to how many providers; nothing that happened to none.
pub(super) fn summary(diff: &Diff, renamed: &[String]) -> Vec<String> {
    let mut lines = vec![format!(
        "The older list names {}, the newer one {}.",
        providers(diff.from.providers, "", ""),
        diff.to.providers
    )];
    let mut add = |number: usize, one: &str, several: &str| {
        if number > 0 {
            lines.push(format!("{}.", providers(number, one, several)));
        }
    };
    add(diff.added.len(), " is new", " are new");
    add(diff.returned.len(), " is listed again", " are listed again");
    add(diff.retired.len(), " is no longer listed", " are no longer listed");
    let of = |count: fn(&Event) -> usize| diff.succeeded.iter().map(count).sum();
    let is_stated = |event: &Event| event.certainty == Certainty::Stated;
    let stated = diff.succeeded.iter().filter(|event| is_stated(event)).count();
    let sure = match stated {
        _ if stated == diff.succeeded.len() => "",
        0 => ", by inference",
        _ => ", in part by inference",
    };
    let what = format!("renamed, split, merged or replaced{sure}");
    add(of(|event| event.from.len()), &format!(" was {what}"), &format!(" were {what}"));
    add(
        of(|event| new_followers(event).count()),
        " took the place of others and was not listed before",
        " took the place of others and were not listed before",
    );
    add(
        of(|event| old_followers(event).count()),
        " took the place of others and was listed before as well",
        " took the place of others and were listed before as well",
    );
    add(
        of(|event| event.from.iter().filter(|key| lists(&event.after, key)).count()),
        " of those that were split is still listed",
        " of those that were split are still listed",
    );
    let changed = diff.changed.iter().filter(|change| change.is_change()).count();
    let kept = diff.changed.len() + diff.unchanged.len() - changed;
    add(
        changed,
        " stands in both lists, with differences",
        " stand in both lists, with differences",
    );
    let what = "in both lists, no difference where both say something";
    add(kept, &format!(" stands {what}"), &format!(" stand {what}"));
    if !renamed.is_empty() {
        let names = prose(renamed);
        lines.push(format!("Of those in both lists, printed under two names: {names}. The register takes both names for one service. The entries say why."));
    }
    lines
}

fn providers(number: usize, one: &str, several: &str) -> String {
    match number {
        1 => format!("1 service provider{one}"),
        _ => format!("{number} service providers{several}"),
    }
}

fn lists(listed: &[ListedProvider], provider: &str) -> bool {
    listed.iter().any(|of| of.provider == provider)
}

/// Those that the newer edition lists in the place of others.
fn followers(event: &Event) -> impl Iterator<Item = &String> {
    let after = event.after.iter().map(|of| &of.provider);
    after.filter(|key| !event.from.contains(*key))
}

fn new_followers(event: &Event) -> impl Iterator<Item = &String> {
    followers(event).filter(|key| !lists(&event.before, key))
}

fn old_followers(event: &Event) -> impl Iterator<Item = &String> {
    followers(event).filter(|key| lists(&event.before, key))
}
