// Steps between the sections that are shown, from the keyboard and by buttons. Nothing is
// read or filtered by script: the form controls do that with the style sheet alone.
"use strict";

// The map of sections is wider than a telephone: it waits there until somebody unfolds it.
if (matchMedia("(max-width: 25rem)").matches) {
  document.querySelector(".outline")?.removeAttribute("open");
}

const shown = () =>
  [...document.querySelectorAll("article:not(.unchanged), article.moved")].filter(
    (article) => article.getClientRects().length > 0,
  );

function step(by) {
  const articles = shown();
  if (articles.length === 0) return;
  const line = document.querySelector(".tools").getBoundingClientRect().bottom + 2;
  const held = articles.indexOf(document.activeElement.closest("article"));
  let next;
  if (held >= 0) {
    next = held + by;
  } else {
    const below = articles.findIndex((article) => article.getBoundingClientRect().top > line);
    next = by > 0 ? below : (below < 0 ? articles.length : below) - 1;
  }
  const target = articles[Math.min(Math.max(next, 0), articles.length - 1)];
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "start" });
}

function toggle(id) {
  document.getElementById(id)?.click();
}

const dialog = document.querySelector("dialog");
const filters = [...document.querySelectorAll(".tools input[type=checkbox]")];
const actions = {
  j: () => step(1),
  k: () => step(-1),
  s: () => {
    const beside = document.getElementById("v-sbs");
    toggle(beside.checked ? "v-inl" : "v-sbs");
  },
  "?": () => dialog.showModal(),
};
filters.forEach((filter, place) => {
  actions[String(place + 1)] = () => filter.click();
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input[type=text], textarea, select, dialog");
  if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
  const action = actions[event.key];
  if (action && document.querySelector(".tools")) {
    event.preventDefault();
    action();
  }
});

const steps = document.querySelector(".tools .row");
if (steps) {
  steps.hidden = false;
  steps.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button && "go" in button.dataset) step(Number(button.dataset.go));
    else if (button) dialog.showModal();
  });
}

// A link to a section that a filter hides, or whose text is folded, still leads to it.
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.getClientRects().length === 0) {
    const groups = (target.dataset.groups ?? "").split(" ");
    const filter = document.getElementById(`show-${groups[0]}`);
    if (filter && !filter.checked) filter.click();
    target.scrollIntoView({ block: "start" });
  }
  target.querySelector("details")?.setAttribute("open", "");
}

window.addEventListener("hashchange", reveal);
reveal();
