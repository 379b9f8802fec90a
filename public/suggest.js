/**
 * Completions under a search field, after the ARIA combobox pattern with a grouped list. Without this file the field is a
 * plain one; nothing else depends on it. Down and up choose, Enter goes there, Escape closes, Tab moves on.
 */
const WAIT_MS = 100;

for (const input of document.querySelectorAll("input[data-suggest]")) attach(input);

function attach(input) {
  const words = JSON.parse(input.dataset.words);
  // A list that scrolls would be a stop of its own for Tab, and gone once the field has lost the focus to it.
  const hidden = { hidden: "", tabindex: "-1" };
  const list = element("div", { id: `${input.id}-suggestions`, role: "listbox", class: "suggestions", ...hidden });
  const status = element("p", { role: "status", class: "sr-only" });
  list.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
  input.after(list, status);
  set(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" });

  let timer = 0;
  let asking = new AbortController();
  let chosen = -1;
  const options = () => [...list.querySelectorAll("[role=option]")];

  input.addEventListener("input", () => {
    stop();
    timer = setTimeout(ask, WAIT_MS);
  });
  input.addEventListener("blur", () => {
    stop();
    close();
  });
  // Pressing the mouse in the list must not take the focus from the field, or the list is gone before the click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => go(event.target.closest("[role=option]")));
  input.addEventListener("keydown", (event) => {
    // Keys of an input method choose among its own words, not ours.
    if (event.isComposing) return;
    if (list.hidden) {
      if (event.key === "ArrowDown" && input.value.trim()) ask();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Escape") {
      event.preventDefault();
      stop();
      close();
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      go(options()[chosen]);
    }
  });

  /** Whatever is under way no longer matters. */
  function stop() {
    clearTimeout(timer);
    asking.abort();
  }

  async function ask() {
    const q = input.value.trim();
    if (q === "") return close();
    stop();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(q)}`, { signal });
      if (answer.ok) show((await answer.json()).items);
    } catch {
      // A newer question has taken its place, or the network is gone: the field works without.
      if (!signal.aborted) close();
    }
  }

  function show(items) {
    status.textContent = items.length ? words.count.replace("{count}", items.length) : words.none;
    if (items.length === 0 || document.activeElement !== input) return close();
    const kinds = Object.keys(words.groups).filter((kind) => items.some((item) => item.kind === kind));
    list.replaceChildren(...kinds.map((kind) => group(kind, items)));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    choose(-1);
  }

  function group(kind, items) {
    const head = element("p", { id: `${list.id}-${kind}`, role: "presentation", class: "muted" }, words.groups[kind]);
    const box = element("div", { role: "group", "aria-labelledby": head.id });
    const rows = items.map((item, place) => ({ item, place })).filter(({ item }) => item.kind === kind);
    box.append(head, ...rows.map(({ item, place }) => option(item, `${list.id}-${place}`)));
    return box;
  }

  function option({ text, href }, id) {
    return element("div", { id, role: "option", "aria-selected": "false", "data-href": href }, text);
  }

  /** Filters of the list stand in the field's own form: a suggestion that leads to the same list joins them. */
  function withFilters(href) {
    const { form } = input;
    const [path] = href.split("?");
    if (!form || path !== new URL(form.action).pathname) return href;
    const ticked = [...form.elements].filter(({ type }) => type === "checkbox").map(({ name }) => name);
    return withChosen(href, [...new FormData(form)], ticked);
  }

  /** Past either end the field itself is chosen again. */
  function choose(index) {
    const all = options();
    chosen = index >= all.length ? -1 : index < -1 ? all.length - 1 : index;
    for (const [place, each] of all.entries()) each.setAttribute("aria-selected", String(place === chosen));
    if (chosen < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", all[chosen].id);
    all[chosen].scrollIntoView({ block: "nearest" });
  }

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function go(option) {
    if (option) location.assign(withFilters(option.dataset.href));
  }
}

/**
 * The address of a suggestion with the filters that are chosen already: a filter that is ticked takes one more value, any other
 * is replaced. The suggestion stands for the text it completes, and whoever chooses a scenario takes back that it is not meant.
 */
export function withChosen(href, filters, ticked) {
  const [path, query] = href.split("?");
  const chosen = [...new URLSearchParams(query)];
  const isGone = ([name, value]) =>
    name === "q" ||
    value === "" ||
    chosen.some(([by, taken]) => {
      if (by === name) return taken === value || !ticked.includes(name);
      return by === "scenario" && name === "without" && taken === value;
    });
  return `${path}?${new URLSearchParams([...filters.filter((filter) => !isGone(filter)), ...chosen])}`;
}

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  set(made, attributes);
  made.textContent = text;
  return made;
}

function set(target, attributes) {
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, value);
}
