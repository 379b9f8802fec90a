import type { SameKeys } from "../messages";
import type { freshness as source } from "../zh-CN/freshness";

export const freshness: SameKeys<typeof source> = {
  title: "Confirm that your solutions are still true",
  lead: "Please confirm every 6 months. 30 days after that an unconfirmed solution is listed lower, 60 days after it is no longer listed; confirming brings it back at once.",
  open: "Confirm",
  waiting: "{{count}} solutions wait for you to confirm that they are still true",
  waiting_one: "{{count}} solution waits for you to confirm that it is still true",
  "state.fresh": "Confirmed",
  "state.due": "To confirm",
  "state.reminded": "To confirm",
  "state.sunk": "Listed lower",
  "state.hidden": "Not listed",
  "next.fresh": "Nothing to do until {{date}}",
  "next.due": "Listed lower from {{date}}",
  "next.reminded": "Listed lower from {{date}}",
  "next.sunk": "No longer listed from {{date}}",
  confirmed_on: "Last confirmed: {{date}}",
  never_confirmed: "Not confirmed yet",
  blocked: "A complaint waits for an answer; until then it cannot be confirmed.",
  choose: "All of this is still true",
  "choose.hint": "Untick what is not, change it, and confirm it then.",
  submit: "Confirm the ticked ones",
  confirm: "Still true",
  "confirm.label": "“{{title}}” is still true",
  "none.due": "No solution needs to be confirmed now.",
  "all.title": "Confirmed",
  none: "You have no published solution yet.",
  done: "{{count}} solutions confirmed.",
  done_one: "{{count}} solution confirmed.",
  done_some: "{{count}} confirmed, {{refused}} cannot be confirmed.",
  "refused.none": "Please tick at least one solution.",
  "refused.all": "None of these can be confirmed: a complaint waits for an answer, or they are not published.",
  "public.hidden":
    "The provider last confirmed this on {{date}} and not since, so it is no longer listed. Please check with the provider first.",
  "public.sunk": "The provider last confirmed this on {{date}} and not since, so it is listed lower.",
  "rank.title": "Whether it is still true",
  "rank.ask":
    "Every {{months}} months providers are asked to confirm that their solutions are still true, and once more two weeks later.",
  "rank.sunk":
    "Unconfirmed {{days}} days after that: quality and relevance in a search count only {{share}}, so it comes later. Orders by price, days and the like stay the same.",
  "rank.hidden":
    "Unconfirmed {{days}} days after that: it is in no list and no match; only its own page remains and says since when it is unconfirmed.",
  "rank.back": "Confirming brings it back at once. While a complaint waits for an answer it cannot be confirmed.",
};
