/** What the catalogue teaches about words that no dictionary has, kept from one change of it to the next. */
import { conceptsIn } from "./concepts";
import { differenceOf } from "./difference";
import { foldText } from "./fold.server";
import { Lessons, surest } from "./guess";
import type { Lexicon } from "./lexicon.server";
import type { Example, Words } from "./words.server";

type Learnt = { examples: readonly Example[]; lessons: Lessons };

/** By dictionary, which says what the titles name. */
const kept = new WeakMap<Lexicon, Learnt>();

/** Scenarios and functions a folded text is probably about; none when nothing is sure. */
export function guessed(folded: string, words: Words, lexicon: Lexicon): string[] {
  return surest(lessonsOf(words.examples, lexicon).guess(folded));
}

/** Only listings that came or went are read: all of them, 0.1 s for 1,200. */
function lessonsOf(examples: readonly Example[], lexicon: Lexicon): Lessons {
  const last = kept.get(lexicon);
  if (last?.examples === examples) return last.lessons;
  const { gone, come } = differenceOf(last?.examples ?? [], examples);
  const lessons = last && gone.length < examples.length / 2 ? last.lessons : new Lessons();
  if (lessons === last?.lessons) for (const example of gone) lessons.take(lessonIn(example, lexicon), -1);
  for (const example of lessons === last?.lessons ? come : examples) lessons.take(lessonIn(example, lexicon), 1);
  kept.set(lexicon, { examples, lessons });
  return lessons;
}

function lessonIn({ title, summary, scenarios }: Example, lexicon: Lexicon) {
  const folded = foldText(title);
  const named = conceptsIn(folded, lexicon.find, true);
  return { text: `${folded}。${foldText(summary)}`, keys: [...new Set([...scenarios, ...named])] };
}
