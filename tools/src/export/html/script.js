"use strict";
// Search and filters. All choices stand in the address behind `#?`, so that a link leads to them and the
// back button works, also for a file on disk. While something is chosen, the summary shows who fits, and
// everything below it is hidden. Without this script the page shows everything.
(() => {
  const form = document.getElementById("_filters");
  if (!form) return;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const cards = [...document.querySelectorAll("article")].map((element) => {
    const row = document.getElementById("_row-" + element.id);
    return {
      row,
      mark: row.querySelector(".maybe"),
      provider: element.dataset.provider,
      answers: (name, wanted) => {
        const has = (list) => (list || "").split(" ").includes(wanted);
        return has(element.dataset[name]) ? 2 : has(element.dataset[name + "Possible"]) ? 1 : 0;
      },
      // Whether some data is said to be both of these people and of this kind.
      pair: (whose, data) => (element.dataset.pairs || "").split(";").some((part) => {
        const [groups, kinds] = part.split("|").map((list) => list.split(" "));
        return groups.includes(whose) && kinds.includes(data);
      }),
      text: plain([...element.querySelectorAll("h3, .text, li, dd:not(.unknown)")].map((part) => part.textContent).join("\n")),
    };
  });
  const rest = document.querySelectorAll(".rest");
  const fields = [...form.elements].filter((field) => field.name);
  const filters = fields.filter((field) => field.tagName === "SELECT");
  const { q, open, whose = { value: "" }, data = { value: "" } } = Object.fromEntries(fields.map((one) => [one.name, one]));
  const [result, chosenLine, openLine, nothing, choices, reset] =
    ["output", "#_chosen", "#_open", "#_nothing", "#_choices", "[type=reset]"].map((one) => form.querySelector(one));
  const valueOf = (field) => (field !== open || field.checked ? field.value : "");
  const providers = (answer) => new Set(cards.filter((card) => card.answer === answer).map((card) => card.provider));

  // In the summary, those that answer yes stand before the others.
  let order = cards;
  const sort = () => {
    const sorted = [...cards].sort((one, other) => (other.answer === 2) - (one.answer === 2));
    if (sorted.every((card, at) => card === order[at])) return;
    order = sorted;
    order[0].row.closest("tbody").append(...order.map((card) => card.row));
  };

  const count = (isChosen) => {
    const sure = providers(2);
    const unsure = [...providers(1)].filter((provider) => !sure.has(provider)).length;
    const { all, found, of, entries } = result.dataset;
    const everybody = new Set(cards.map((card) => card.provider)).size;
    const several = cards.length > everybody ? ` ${entries} ${cards.length}.` : "";
    result.value = isChosen ? `${found} ${sure.size} ${of} ${everybody}.` : `${all} ${everybody}.${several}`;
    openLine.hidden = unsure === 0;
    openLine.querySelector("span").textContent = unsure;
    nothing.hidden = cards.some((card) => !card.row.hidden);
  };

  const apply = () => {
    const words = plain(q.value).split(/\s+/).filter(Boolean);
    const chosen = filters.filter((field) => field.value);
    const isChosen = words.length + chosen.length > 0;
    for (const card of cards) {
      const found = words.every((word) => card.text.includes(word));
      card.answer = Math.min(found ? 2 : 0, ...chosen.map((field) => card.answers(field.name, field.value)));
      if (card.answer === 2 && whose.value && data.value && !card.pair(whose.value, data.value)) card.answer = 1;
      card.row.hidden = card.answer < (open.checked ? 1 : 2);
      card.mark.hidden = card.answer !== 1;
    }
    sort();
    for (const part of rest) part.hidden = isChosen;
    const said = chosen.map((field) => `${field.labels[0].textContent}: ${field.selectedOptions[0].textContent}`);
    chosenLine.hidden = said.length === 0;
    chosenLine.textContent = `${chosenLine.dataset.label} ${said.join("; ")}`;
    reset.hidden = !isChosen;
    count(isChosen);
  };

  const write = (field) => {
    const set = new URLSearchParams(fields.filter(valueOf).map((one) => [one.name, valueOf(one)]));
    const hash = "#?" + set;
    if (hash === location.hash) return;
    // Typing on replaces the address; everything else is a step back.
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

  const read = () => {
    if (location.hash.startsWith("#?") || location.hash === "") {
      set(new URLSearchParams(location.hash.slice(2)));
      return;
    }
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      set(new URLSearchParams());
      target.scrollIntoView();
    }
  };

  for (const kind of ["input", "change"]) form.addEventListener(kind, (event) => { apply(); write(event.target); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { apply(); write(); }));
  window.addEventListener("hashchange", read);
  if (choices) choices.open = matchMedia("(min-width: 46rem)").matches;
  form.hidden = false;
  apply();
  read();
})();
