/**
 * What is typed before the page's script has woken up: on a slow line that is seconds of typing, and React sets the long texts and
 * the lists it hydrates back to what the server drew (react-dom 18, `initTextarea` and `updateOptions` at hydration).
 */
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export type TypedBefore = {
  /** Puts everything typed so far back into its field, once the page is hydrated; what is typed from now on is the page's own. */
  putBack: () => void;
  /** Tells whoever listens to the fields that these were typed in; it wins over older text that a part of the page put there. */
  tell: () => void;
};

/** Remembers what `page` holds that the server did not draw, and what is typed until it is put back. */
export function typedBefore(page: Document): TypedBefore {
  const typed = new Map<Field, string>();
  for (const field of page.querySelectorAll("input, textarea, select"))
    if (isField(field) && field.value !== drawnIn(field)) typed.set(field, field.value);
  const remember = ({ target }: Event) => {
    if (isField(target)) typed.set(target, target.value);
  };
  const restore = (field: Field) => {
    const value = typed.get(field);
    if (value !== undefined && field.value !== value) field.value = value;
  };
  // Set back between two keystrokes: the next one must not be added to the wrong text.
  const beforeNext = ({ target }: Event) => {
    if (isField(target)) restore(target);
  };
  page.addEventListener("input", remember, true);
  page.addEventListener("beforeinput", beforeNext, true);
  return {
    putBack() {
      page.removeEventListener("input", remember, true);
      page.removeEventListener("beforeinput", beforeNext, true);
      for (const field of typed.keys()) restore(field);
    },
    tell() {
      for (const field of typed.keys()) {
        restore(field);
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }
      typed.clear();
    },
  };
}

const NOT_TYPED = new Set(["hidden", "file", "checkbox", "radio", "submit", "button", "reset", "image"]);

function isField(target: unknown): target is Field {
  if (target instanceof HTMLInputElement) return !NOT_TYPED.has(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLSelectElement && !target.multiple);
}

function drawnIn(field: Field): string | undefined {
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  const options = [...field.options];
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value;
}
