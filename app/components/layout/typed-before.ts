/**
 * What is typed before the page's script has woken up; on a slow line that is seconds. React 18 sets the long texts and lists it
 * hydrates back to what the server drew (`initTextarea` and `updateOptions` of react-dom), and a key pressed while the root still
 * waits for its data ends the hydration for good ("Root did not complete": the event asks for the whole root at once). So until all
 * parts of the page listen, events are the browser's alone, and what was typed is put back.
 */
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export type TypedBefore = {
  /** Puts everything typed so far back into its field, as soon as the page is hydrated. */
  putBack: () => void;
  /**
   * Tells whoever listens to the fields by now that they were typed in; what is typed later they notice themselves. It wins over
   * older text that a part of the page put there.
   */
  tell: () => void;
};

/** What people do for which React hydrates at once (`discreteReplayableEvents` of react-dom). */
const DEEDS = (
  "input beforeinput change keydown keypress keyup compositionstart compositionend textInput " +
  "click auxclick dblclick contextmenu mousedown mouseup pointerdown pointerup pointercancel " +
  "touchstart touchend touchcancel dragstart dragend drop copy cut paste " +
  "reset submit"
).split(" ");

/** Remembers what `page` holds that the server did not draw, and what is typed until all parts of the page listen. */
export function typedBefore(page: Window): TypedBefore {
  const typed = new Map<Field, string>();
  for (const field of page.document.querySelectorAll("input, textarea, select"))
    if (isField(field) && field.value !== drawnIn(field)) typed.set(field, field.value);
  const restore = (field: Field) => {
    const value = typed.get(field);
    if (value !== undefined && field.value !== value) field.value = value;
  };
  const onDeed = (event: Event) => {
    event.stopPropagation();
    const { target, type } = event;
    if (!isField(target)) return;
    // Set back between two keystrokes: the next one must not be added to the wrong text.
    if (type === "beforeinput") restore(target);
    else if (type === "input" || type === "change") typed.set(target, target.value);
  };
  for (const deed of DEEDS) page.addEventListener(deed, onDeed, true);
  return {
    putBack() {
      for (const field of typed.keys()) restore(field);
    },
    tell() {
      for (const deed of DEEDS) page.removeEventListener(deed, onDeed, true);
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
