/**
 * Completions under the search field. Without this file the field is a plain one; nothing else depends on it.
 * Keyboard: down and up choose, Enter goes there, Escape closes. The pattern is the ARIA combobox with a list.
 */
const WAIT_MS = 120;

for (const input of document.querySelectorAll("input[data-suggest]")) attach(input);

function attach(input) {
  const kinds = JSON.parse(input.dataset.suggest);
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.role = "listbox";
  list.hidden = true;
  list.className = "suggestions";
  list.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
  input.parentElement.append(list);
  input.role = "combobox";
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  close();

  let timer = 0;
  let asked = "";
  let chosen = -1;

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? chosen + 1 : chosen - 1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.href);
    }
  });

  async function ask() {
    const q = (asked = input.value.trim());
    if (q === "") return close();
    const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(q)}`).catch(() => null);
    // A slower answer to an older question must not replace a newer one.
    if (!answer?.ok || asked !== q) return undefined;
    const { items } = await answer.json();
    return asked === q ? show(items) : undefined;
  }

  function show(items) {
    if (items.length === 0 || document.activeElement !== input) return close();
    list.replaceChildren(...items.map(row));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    return choose(-1);
  }

  function row({ text, kind, href }, index) {
    const item = document.createElement("li");
    item.id = `${list.id}-${index}`;
    item.role = "option";
    item.dataset.href = href;
    const label = document.createElement("span");
    label.textContent = text;
    const note = document.createElement("span");
    note.className = "muted";
    note.textContent = kinds[kind] ?? "";
    item.append(label, note);
    item.addEventListener("mousedown", (event) => event.preventDefault());
    item.addEventListener("click", () => location.assign(href));
    return item;
  }

  function choose(index) {
    chosen = Math.max(-1, Math.min(index, list.children.length - 1));
    for (const [place, item] of [...list.children].entries())
      item.setAttribute("aria-selected", String(place === chosen));
    if (chosen < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[chosen].id);
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
}
