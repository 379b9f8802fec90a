import type { Segment } from "~/domain/search/snippets";

/** Text with the words that were searched for. */
export function Marked({ segments }: { segments: readonly Segment[] }) {
  return segments.map(({ text, isHit }, place) => (isHit ? <mark key={place}>{text}</mark> : text));
}
