/**
 * What is typed into a section, kept in this browser until the server has it: a session that ends, a lost connection or a closed
 * window loses nothing. Pure but for localStorage, which may be missing or full: then typing goes on as without it.
 */

/** What the form was drawn from: the version, its edit, and a mark of each field. */
export type DrawnFrom = { versionId: string; seenEdit: number; marks: string };
export type Entry = [name: string, value: string];
export type Kept = DrawnFrom & {
  at: number;
  values: Entry[];
  /** Its form was sent and not refused; when the version has moved on since, it arrived. */
  isSent: boolean;
  /** Fields for which a colleague's text was chosen instead: what was typed there is not put back. */
  givenUp: string[];
};

/** Fields that say what the form was drawn from, and which button was pressed. */
const NOT_TYPED = new Set(["versionId", "seenEdit", "marks", "intent"]);
/** Of a field that two people saved: which of both texts is to count. */
const DECISION = "take.";

export function keyOf(userId: string, solutionId: string, section: string): string {
  return `section ${userId} ${solutionId} ${section}`;
}

export function readKept(key: string): Kept | null {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    // Kept by a page of before a field could be given up: none was.
    const kept = isObject(read) ? { givenUp: [], ...read } : null;
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function writeKept(key: string, kept: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Full or forbidden: the form itself still holds everything.
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

export function typedIn(form: HTMLFormElement): Entry[] {
  return [...new FormData(form)].flatMap(([name, value]): Entry[] =>
    typeof value === "string" && isTyped(name) ? [[name, value]] : [],
  );
}

/** The fields in which the form says that the colleague's text counts. */
export function givenUpIn(form: HTMLFormElement): string[] {
  return decisionsIn(form).flatMap(([name, whose]) => (whose === "theirs" ? [name.slice(DECISION.length)] : []));
}

/** Whether the form asks which of two texts counts: saving it is a decision, not to be taken while it is still typed in. */
export function asksToDecide(form: HTMLFormElement): boolean {
  return decisionsIn(form).length > 0;
}

/** Whether a kept text is to be put back: not when it is what the form shows, nor when it was sent and something was saved since. */
export function isToRestore(kept: Kept, shown: readonly Entry[], now: DrawnFrom): boolean {
  const hasMovedOn = kept.versionId !== now.versionId || kept.seenEdit !== now.seenEdit;
  const [typed, drawn] = [kept.values, shown].map((values) => sorted(values.filter(([name]) => isHeld(kept, name))));
  return !(kept.isSent && hasMovedOn) && typed !== drawn;
}

/** Puts what was kept into the form's fields; a field the form no longer has is left out. */
export function fill(form: HTMLFormElement, kept: Kept): void {
  const { values } = kept;
  for (const field of form.elements) {
    if (!isText(field) || !isTyped(field.name) || !isHeld(kept, field.name)) continue;
    if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio"))
      field.checked = values.some(([name, value]) => name === field.name && value === field.value);
    else field.value = values.find(([name]) => name === field.name)?.[1] ?? field.value;
  }
}

function isTyped(name: string): boolean {
  return !NOT_TYPED.has(name) && !name.startsWith(DECISION);
}

/** A field of several values stands in the form as `field[0]`, `field.part` or the like. */
function isHeld({ givenUp }: Kept, name: string): boolean {
  return !givenUp.includes(name.split(/[.[]/, 1)[0] ?? "");
}

function decisionsIn(form: HTMLFormElement): [string, FormDataEntryValue][] {
  return [...new FormData(form)].filter(([name]) => name.startsWith(DECISION));
}

function isText(field: Element): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement
  );
}

/** A browser writes line breaks of a form in its own way. */
function sorted(values: readonly Entry[]): string {
  return values
    .map(([name, value]) => `${name}=${value.replaceAll("\r\n", "\n")}`)
    .sort()
    .join("\u0000");
}

function isKept(value: unknown): value is Kept {
  return (
    isObject(value) &&
    typeof value.versionId === "string" &&
    typeof value.seenEdit === "number" &&
    typeof value.marks === "string" &&
    typeof value.at === "number" &&
    Array.isArray(value.givenUp) &&
    value.givenUp.every((name) => typeof name === "string") &&
    Array.isArray(value.values) &&
    value.values.every((entry) => Array.isArray(entry) && entry.every((part) => typeof part === "string"))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
