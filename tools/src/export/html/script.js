"use strict";
// Search and filters. All choices stand in the address behind `#?`, so that a link leads to them and the
// back button works, also for a file on disk. While something is chosen, the summary shows who fits, and
// everything below it is hidden. Without this script the page shows everything.
(() => {
  const form = document.getElementById("_filters");
  if (!form) return;
  // Without accents, hyphens and apostrophes, and in small letters.
  const plain = (text) => text.normalize("NFD").replace(/[\p{M}\p{Pd}'’‘ʼ]/gu, "").toLowerCase();
  const wordsOf = (text) => plain(text).split(/\s+/).filter(Boolean);
  // An address that somebody typed may be no valid encoding.
  const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
  const has = (list, wanted) => (list || "").split(" ").includes(wanted);
  // `group:kind`, behind `!` if it never passes, before `?` if it is only possible.
  const flow = (text) => {
    const [, never, group, kind, open] = text.match(/^(!?)([^:]+):([^?]+)(\??)$/);
    return { never: never !== "", group, kind, open: open !== "" };
  };
  const cards = [...document.querySelectorAll("article")].map((element) => {
    const row = document.getElementById("_row-" + element.id);
    return {
      row,
      mark: row.querySelector(".maybe"),
      provider: element.dataset.provider,
      flows: (element.dataset.passing || "").split(" ").filter(Boolean).map(flow),
      // 2 for yes, 1 for possibly, 0 for no.
      answers: (name, wanted) =>
        has(element.dataset[name], wanted) ? 2 : has(element.dataset[name + "Possible"], wanted) ? 1 : 0,
      text: plain([...element.querySelectorAll("h3, .text, li, dd:not(.unknown)")].map((part) => part.textContent).join("\n")),
    };
  });
  const rest = document.querySelectorAll(".rest");
  const links = [...document.querySelectorAll("header ~ nav a")];
  const fields = [...form.elements].filter((field) => field.name);
  const filters = fields.filter((field) => field.tagName === "SELECT");
  const { q, open, whose, data } = Object.fromEntries(fields.map((one) => [one.name, one]));
  const [result, chosenLine, openLine, nothing, choices, offers, reset] =
    ["output", "#_chosen", "#_open", "#_nothing", "#_choices", "#_offers", "[type=reset]"].map((one) => form.querySelector(one));
  const partLine = document.getElementById("_part");
  const valueOf = (field) => (field !== open || field.checked ? field.value : "");
  const everybody = new Set(cards.map((card) => card.provider)).size;

  // How many providers answer surely, and how many more possibly.
  const tally = (answer) => {
    const of = (wanted) => new Set(cards.filter((card) => answer(card) === wanted).map((card) => card.provider));
    const sure = of(2);
    return [sure.size, [...of(1)].filter((provider) => !sure.has(provider)).length];
  };

  // Whether the same data is of these people and of this kind. What never passes is not possible either.
  const both = (card, group, kind) => {
    const level = (near, key) => (key === "*" ? 1 : has(near.certain, key) ? 2 : has(near.possible, key) ? 1 : 0);
    const covers = (near, key) => key === "*" || has(near.wider, key);
    const answers = card.flows.filter((one) => !one.never)
      .map((one) => Math.min(level(group, one.group), level(kind, one.kind), one.open ? 1 : 2));
    const best = Math.max(0, ...answers);
    const denied = card.flows.some((one) => one.never && covers(group, one.group) && covers(kind, one.kind));
    return best === 1 && denied ? 0 : best;
  };

  // In the summary, those that answer yes stand before the others.
  let order = cards;
  const sort = () => {
    const sorted = [...cards].sort((one, other) => (other.answer === 2) - (one.answer === 2));
    if (sorted.every((card, at) => card === order[at])) return;
    order = sorted;
    order[0].row.closest("tbody").append(...order.map((card) => card.row));
  };

  // What the words may be meant for: kinds of data that begin with them, and parts of the page.
  const offer = (words) => {
    const begins = (text) => words.length > 0 && words.every((word) => wordsOf(text).some((one) => one.startsWith(word)));
    const item = (text, href, behind) => {
      const [line, link] = ["li", "a"].map((tag) => document.createElement(tag));
      [link.textContent, link.href] = [text, href];
      line.append(link, behind);
      return line;
    };
    const kinds = data ? [...data.options].filter((option) => option.value && begins(option.text)) : [];
    const found = kinds.map((option) => {
      const [sure, unsure] = tally((card) => card.answers("data", option.value));
      const counts = `: ${sure} ${offers.dataset.sure}, ${unsure} ${offers.dataset.unsure}`;
      return item(`${data.labels[0].textContent}: ${option.text}`, "#?data=" + option.value, counts);
    });
    found.push(...links.filter((link) => begins(link.textContent)).map((link) => item(link.textContent, link.hash, "")));
    offers.hidden = found.length === 0;
    offers.lastElementChild.replaceChildren(...found);
  };

  // The line about what is chosen, and what stands above the list, also in print.
  const tell = (words, chosen, isSome) => {
    const [isChosen, shown] = [words.length + chosen.length > 0, cards.filter((card) => card.answer === 2).length];
    const [sure, unsure] = tally((card) => card.answer);
    const { all, found, some, sure: surely, of, entries } = result.dataset;
    const several = cards.length > everybody ? ` ${entries} ${cards.length}.` : "";
    const isNothing = sure + unsure === 0;
    if (!isChosen) result.value = `${all} ${everybody}.${several}`;
    else if (chosen.length > 0) result.value = `${surely} ${sure} ${of} ${everybody}.`;
    else result.value = isNothing ? "" : `${isSome ? some : found} ${shown} ${of} ${cards.length}.`;
    openLine.hidden = unsure === 0;
    openLine.querySelector("span").textContent = unsure;
    nothing.hidden = !isNothing;
    nothing.textContent = cards.some((card) => card.found) ? nothing.dataset.none : nothing.dataset.noWords;
    const said = chosen.map((field) => `${field.labels[0].textContent}: ${field.selectedOptions[0].textContent}`);
    chosenLine.hidden = said.length === 0;
    chosenLine.textContent = `${chosenLine.dataset.label} ${said.join("; ")}`;
    if (words.length > 0) said.unshift(`${chosenLine.dataset.words}: “${q.value.trim()}”`);
    const { label, shown: shownToo, hidden } = partLine.dataset;
    const more = unsure > 0 ? `${openLine.firstChild.textContent}${unsure} (${open.checked ? shownToo : hidden}).` : "";
    partLine.hidden = !isChosen;
    partLine.textContent = [`${label} ${said.join("; ")}.`, isNothing ? nothing.textContent : result.value, more].join(" ");
    reset.hidden = !isChosen;
  };

  const apply = () => {
    const words = wordsOf(q.value);
    const chosen = filters.filter((field) => field.value);
    const isChosen = words.length + chosen.length > 0;
    const finds = (card) => words.every((word) => card.text.includes(word));
    // If no entry has all words, entries with one of the longer words count.
    const isSome = words.length > 1 && !cards.some(finds);
    const findsSome = (card) => words.some((word) => word.length > 3 && card.text.includes(word));
    const isPair = whose && data && whose.value && data.value;
    const near = (field) => field.selectedOptions[0].dataset;
    for (const card of cards) {
      card.found = (isSome ? findsSome : finds)(card);
      card.answer = Math.min(card.found ? 2 : 0, ...chosen.map((field) => card.answers(field.name, field.value)));
      if (isPair) card.answer = Math.min(card.answer, both(card, near(whose), near(data)));
      card.row.hidden = card.answer < (open.checked ? 1 : 2);
      card.mark.hidden = card.answer !== 1;
    }
    sort();
    cards[0].row.closest("section").hidden = cards.every((card) => card.row.hidden);
    for (const part of rest) part.hidden = isChosen;
    offer(words);
    tell(words, chosen, isSome);
  };

  const write = (field) => {
    const set = new URLSearchParams(fields.filter(valueOf).map((one) => [one.name, valueOf(one)]));
    const hash = "#?" + set;
    if (hash === location.hash) return;
    // Further typing replaces the current history entry; any other change adds one.
    const goesOn = field === q && new URLSearchParams(location.hash.slice(2)).get("q");
    if (goesOn) location.replace(hash);
    else location.hash = hash;
  };

  const set = (wanted) => {
    for (const field of fields) {
      const value = wanted.get(field.name) || "";
      if (field === open) field.checked = value === open.value;
      else if (field.value !== value) field.value = value;
      // A choice that this page does not have shows everything.
      if (field.selectedIndex === -1) field.value = "";
    }
    apply();
  };

  const read = (event) => {
    if (location.hash.startsWith("#?") || location.hash === "") {
      set(new URLSearchParams(location.hash.slice(2)));
      // Back from a card, its row in the summary is in sight.
      const card = event ? decoded(new URL(event.oldURL).hash.slice(1)) : "";
      const row = card && document.getElementById("_row-" + card);
      if (row) row.scrollIntoView({ block: "nearest" });
      return;
    }
    const target = document.getElementById(decoded(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      set(new URLSearchParams());
      const [back, found] = [target.querySelector("a[data-back]"), event ? new URL(event.oldURL).hash : ""];
      if (back && found.startsWith("#?")) [back.textContent, back.href] = [back.dataset.back, found];
      target.scrollIntoView();
    }
  };

  for (const kind of ["input", "change"]) {
    form.addEventListener(kind, (event) => {
      // Pressing a link below the search field also fires its `change` event. Applying it now would move the link
      // away from the pointer.
      if (kind === "change" && event.target === q) return;
      apply();
      write(event.target);
    });
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { apply(); write(); }));
  window.addEventListener("hashchange", read);
  if (choices) choices.open = matchMedia("(min-width: 46rem)").matches;
  form.hidden = false;
  apply();
  read();
})();
