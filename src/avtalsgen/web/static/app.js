// Everything works without this file. It adds keys, focus and counts, the caret of the palette, and
// a question before what is not saved is left.
"use strict";
const first = (selector) => document.querySelector(selector);
const every = (selector) => [...document.querySelectorAll(selector)];
const isTyping = (event) =>
  event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select");

const takeFocus = () => first(".summary")?.focus({ preventScroll: false });

// "/" finds; n and p step between what has data-step; g and a accept or reject there; ? shows keys.
const visibleSteps = () => every("[data-step]").filter((step) => step.offsetParent !== null);
const stepBy = (distance) => {
  const steps = visibleSteps();
  const here = steps.indexOf(document.activeElement?.closest?.("[data-step]"));
  if (!steps.length) return;
  const next = here < 0 && distance < 0 ? steps.length - 1 : here + distance;
  steps[(next + steps.length) % steps.length].focus();
};
const decide = (value) =>
  document.activeElement?.closest?.("[data-step]")?.querySelector(`input[value=${value}]`)?.click();
const showKeys = () => {
  const keys = first("#tangenter");
  if (!keys) return;
  keys.open = true;
  keys.querySelector("summary").focus();
};
const KEYS = {
  n: () => stepBy(1),
  p: () => stepBy(-1),
  g: () => decide("godta"),
  a: () => decide("avvisa"),
  "?": showKeys,
  "/": (event) => {
    first("#q")?.focus();
    event.preventDefault();
  },
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
  KEYS[event.key]?.(event);
});
document.addEventListener("click", (event) => {
  const key = event.target.closest?.("[data-go]")?.dataset.go;
  if (key) KEYS[key]?.(event);
});

// The preview marks the value whose field one is in, and shows it; also after it was made anew.
const showValue = () => {
  const field = document.activeElement?.closest?.("[data-field]")?.dataset.field;
  if (!field) return;
  first(".v.here")?.classList.remove("here");
  const value = every(".page a.v").find((link) => link.getAttribute("href") === `#${field}`);
  if (!value) return;
  value.classList.add("here");
  const side = value.closest(".side");
  if (!side || side.scrollHeight <= side.clientHeight) return;
  const box = value.getBoundingClientRect();
  const frame = side.getBoundingClientRect();
  if (box.top < frame.top || box.bottom > frame.bottom)
    side.scrollTop += box.top - frame.top - side.clientHeight / 3;
};
document.addEventListener("focusin", showValue);
document.addEventListener("htmx:after:swap", showValue);

// The palette puts a fact where the caret is in the field that it names.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-insert]");
  const field = button && first(`#${CSS.escape(button.dataset.into)}`);
  if (!field) return;
  event.preventDefault();
  field.setRangeText(button.dataset.insert, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
});

// The browser asks before one leaves answers or text that nobody has saved.
let isUnsaved = Boolean(first("form[data-asks=now]"));
document.addEventListener("input", (event) => {
  if (event.target.closest?.("form[data-asks]")) isUnsaved = true;
});
document.addEventListener("submit", (event) => {
  if (event.target.matches("form[data-asks]")) isUnsaved = false;
});
window.addEventListener("beforeunload", (event) => {
  if (isUnsaved) event.preventDefault();
});

// No more rows are chosen than a table takes: data-most on it, and where it is told.
const countRows = () => {
  for (const table of every("[data-most]")) {
    const rows = [...table.querySelectorAll("input[type=checkbox]")];
    const chosen = rows.filter((row) => row.checked).length;
    const most = Number(table.dataset.most);
    for (const row of rows) row.disabled = chosen >= most && !row.checked;
    const told = first(`#${table.dataset.told}`);
    if (told) told.textContent = `${chosen} av högst ${most} rader valda`;
  }
};
document.addEventListener("change", countRows);
countRows();
takeFocus();
