/** What a browser without JavaScript would send for a form and the button pressed. */
import type { CheerioAPI } from "cheerio";

type Part = ReturnType<CheerioAPI>;
type Value = string | readonly string[] | File;
export type Fields = Record<string, Value>;

type Press = { button: string; fields: Fields; within: string; page: URL };
type Sent = { action: URL; method: "GET" | "POST"; body: URLSearchParams | FormData };

export function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

export function formOf($: CheerioAPI, { button, fields, within, page }: Press): Sent {
  const pressed = buttonOf($, button, within, page);
  const owner = pressed.attr("form");
  const form = owner ? $(`form[id="${owner}"]`) : pressed.closest("form");
  if (form.length === 0) throw new Error(`"${button}" belongs to no form on ${page.pathname}`);
  const controls = controlsOf($, form);
  const entries = [...withTyped($, controls, fields, page), ...nameAndValue(pressed)];
  const action = new URL(pressed.attr("formaction") ?? form.attr("action") ?? "", page);
  const method = (pressed.attr("formmethod") ?? form.attr("method") ?? "get").toUpperCase() === "POST" ? "POST" : "GET";
  if (method === "GET") action.search = queryOf(entries).toString();
  const isMultipart = form.attr("enctype") === "multipart/form-data";
  return { action, method, body: isMultipart ? multipart(entries) : queryOf(entries) };
}

function buttonOf($: CheerioAPI, text: string, within: string, page: URL): Part {
  const buttons = $(within).find("button, input[type=submit]");
  const says = (element: Part) =>
    element.attr("aria-label") ?? (element.is("input") ? element.attr("value") : element.text());
  const found = buttons.filter((_, element) => squeeze(says($(element)) ?? "") === text);
  if (found.length === 1) return found;
  const there = buttons.map((_, element) => squeeze(says($(element)) ?? "")).get();
  throw new Error(`${found.length} buttons say "${text}" on ${page.pathname}; there are: ${there.join(" | ")}`);
}

/** The form's own fields and those that name it by their form attribute; disabled ones are not sent. */
function controlsOf($: CheerioAPI, form: Part): Part {
  const id = form.attr("id");
  const elsewhere = id ? $(`[form="${id}"]`) : $([]);
  const all = form.find("input, select, textarea").add(elsewhere.filter("input, select, textarea"));
  return all.filter((_, element) => {
    const control = $(element);
    const isDisabled = control.is("[disabled]") || control.closest("fieldset[disabled]").length > 0;
    return !isDisabled && control.attr("name") !== undefined && !control.is("[type=submit], [type=button]");
  });
}

type Entry = [name: string, value: string | File];

/** Every field as the page has it, with what was typed instead where the story says so. */
function withTyped($: CheerioAPI, controls: Part, fields: Fields, page: URL): Entry[] {
  const names = new Set(controls.map((_, element) => $(element).attr("name")).get());
  const missing = Object.keys(fields).filter((name) => !names.has(name));
  if (missing.length > 0) {
    throw new Error(`no field ${missing.join(", ")} on ${page.pathname}; there are: ${[...names].join(", ")}`);
  }
  const kept = controls.toArray().flatMap((element) => {
    const control = $(element);
    const name = control.attr("name") ?? "";
    return name in fields ? [] : asItStands($, control).map((value): Entry => [name, value]);
  });
  const typed = Object.entries(fields).flatMap(([name, value]) => {
    const own = controls.filter((_, element) => $(element).attr("name") === name);
    return listOf(value).map((one): Entry => [name, typeof one === "string" ? offered($, own, one, page) : one]);
  });
  return [...kept, ...typed];
}

function listOf(value: Value): readonly (string | File)[] {
  return typeof value === "string" || value instanceof File ? [value] : value;
}

/** A choice can only be one that the page offers. */
function offered($: CheerioAPI, controls: Part, value: string, page: URL): string {
  if (!controls.is("select, [type=radio], [type=checkbox]")) return value;
  const choices = controls
    .toArray()
    .flatMap((element) => ($(element).is("select") ? $(element).find("option").toArray() : [element]))
    .map((element) => $(element).attr("value") ?? ($(element).is("option") ? squeeze($(element).text()) : "on"));
  if (choices.includes(value)) return value;
  const name = controls.attr("name");
  throw new Error(`${name} does not offer "${value}" on ${page.pathname}; it offers: ${choices.join(", ")}`);
}

function asItStands($: CheerioAPI, control: Part): string[] {
  if (control.is("select")) return chosen($, control);
  if (control.is("textarea")) return [control.text().replace(/^\n/, "")];
  if (control.is("[type=radio], [type=checkbox]"))
    return control.is("[checked]") ? [control.attr("value") ?? "on"] : [];
  if (control.is("[type=file]")) return [];
  return [control.attr("value") ?? ""];
}

function chosen($: CheerioAPI, select: Part): string[] {
  const valueOf = (option: Part) => option.attr("value") ?? squeeze(option.text());
  const marked = select.find("option[selected]");
  if (marked.length > 0) return marked.toArray().map((option) => valueOf($(option)));
  const first = select.find("option:not([disabled])").first();
  return select.is("[multiple]") || first.length === 0 ? [] : [valueOf(first)];
}

function nameAndValue(button: Part): Entry[] {
  const name = button.attr("name");
  return name === undefined ? [] : [[name, button.attr("value") ?? ""]];
}

function queryOf(entries: Entry[]): URLSearchParams {
  return new URLSearchParams(entries.map(([name, value]) => [name, typeof value === "string" ? value : value.name]));
}

function multipart(entries: Entry[]): FormData {
  const body = new FormData();
  for (const [name, value] of entries) body.append(name, value);
  return body;
}
