"use strict";
// Search and filters. All choices stand in the address behind `#?`, so that a link leads to them and the
// back button works, also for a file on disk. Without this script the page shows everything.
(() => {
  const form = document.getElementById("_filters");
  if (!form) return;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const rowOf = (element) => document.getElementById("_row-" + element.id);
  const cards = [...document.querySelectorAll("article")].map((element) => ({
    element,
    row: rowOf(element),
    marks: [element, rowOf(element)].map((part) => part.querySelector(".maybe")),
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
  }));
  const sections = [...document.querySelectorAll("section.part")];
  const fields = [...form.elements].filter((field) => field.name);
  const { whose = { value: "" }, data = { value: "" } } = Object.fromEntries(fields.map((one) => [one.name, one]));
  const result = form.querySelector("output");
  const nothing = document.getElementById("_nothing");

  // In the summary, those that answer yes stand before those that do so possibly.
  let order = cards;
  const sort = () => {
    const sorted = [...cards].sort((one, other) => (other.answer === 2) - (one.answer === 2));
    if (sorted.every((card, at) => card === order[at])) return;
    order = sorted;
    order[0].row.closest("tbody").append(...order.map((card) => card.row));
  };

  const apply = () => {
    const words = plain(form.elements.q.value).split(/\s+/).filter(Boolean);
    const chosen = fields.filter((field) => field.name !== "q" && field.value);
    let shown = 0;
    let possible = 0;
    for (const card of cards) {
      const found = words.every((word) => card.text.includes(word));
      let answer = Math.min(found ? 2 : 0, ...chosen.map((field) => card.answers(field.name, field.value)));
      if (answer === 2 && whose.value && data.value && !card.pair(whose.value, data.value)) answer = 1;
      card.element.hidden = card.row.hidden = answer === 0;
      for (const mark of card.marks) mark.hidden = answer !== 1;
      card.answer = answer;
      shown += answer > 0;
      possible += answer === 1;
    }
    sort();
    for (const section of sections) section.hidden = !section.querySelector("article:not([hidden])");
    nothing.hidden = shown > 0;
    const { shown: is, of, possibly } = result.dataset;
    result.value = `${is} ${shown} ${of} ${cards.length}.` + (possible ? ` ${possibly} ${possible}.` : "");
  };

  const write = (field) => {
    const choices = new URLSearchParams(fields.filter((one) => one.value).map((one) => [one.name, one.value]));
    const hash = "#?" + choices;
    if (hash === location.hash) return;
    // Typing on replaces the address; everything else is a step back.
    const goesOn = field && field.name === "q" && new URLSearchParams(location.hash.slice(2)).get("q");
    if (goesOn) location.replace(hash);
    else location.hash = hash;
  };

  const read = () => {
    const isChoice = location.hash.startsWith("#?") || location.hash === "";
    if (isChoice) {
      const choices = new URLSearchParams(location.hash.slice(2));
      for (const field of fields) {
        const wanted = choices.get(field.name) || "";
        if (field.value !== wanted) field.value = wanted;
        // A choice that this page does not have shows everything.
        if (field.selectedIndex === -1) field.value = "";
      }
      apply();
      return;
    }
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      for (const field of fields) field.value = "";
      apply();
      target.scrollIntoView();
    }
  };

  for (const kind of ["input", "change"]) form.addEventListener(kind, (event) => { apply(); write(event.target); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { apply(); write(); }));
  window.addEventListener("hashchange", read);
  form.hidden = false;
  apply();
  read();
})();
