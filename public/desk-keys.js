/**
 * Single keys of a moderator's review: next, previous, approve, return. They do what links and buttons of the page do; without
 * this file those remain. Never while typing, and the tick box switches them off for good on this machine (WCAG 2.1.4).
 */
const STORE = "desk-keys";

for (const box of document.querySelectorAll("[data-desk-keys]")) attach(box);

function attach(box) {
  const words = JSON.parse(box.dataset.deskKeys);
  const status = box.querySelector("[data-said]");
  const help = box.querySelector("details");
  const use = box.querySelector("[data-use-keys]");
  box.hidden = false;
  use.checked = localStorage.getItem(STORE) !== "off";
  use.addEventListener("change", () => localStorage.setItem(STORE, use.checked ? "on" : "off"));

  const say = (text) => (status.textContent = text);
  const go = (rel, otherwise) => {
    const link = document.querySelector(`a[data-neighbour="${rel}"]`);
    if (link) link.click();
    else say(otherwise);
  };
  const choose = (decision, focused) => {
    const option = document.querySelector(`form#decide input[name="decision"][value="${decision}"]`);
    if (!option) return say(words.notHere);
    option.checked = true;
    focused(option.form)?.focus();
    say(words[decision]);
  };
  const confirm = (form) => [...form.querySelectorAll("button[type=submit]:not([name])")].at(-1);
  const actions = {
    j: () => go("next", words.noNext),
    k: () => go("prev", words.noPrevious),
    a: () => choose("approved", confirm),
    "?": () => (help.open = !help.open),
    r: () => choose("changes_requested", (form) => form.querySelector("select[name=reason]")),
  };

  document.addEventListener("keydown", (event) => {
    const action = actions[event.key.toLowerCase()];
    if (!action || !use.checked || isTyping(event)) return;
    event.preventDefault();
    action();
  });
}

/** Letters belong to the field they are typed into, to the browser's own keys, and to an input method. */
function isTyping(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return true;
  const field = event.target.closest("input, textarea, select, [contenteditable]");
  return field !== null && !["checkbox", "radio"].includes(field.type);
}
