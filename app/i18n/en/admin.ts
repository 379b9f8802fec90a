import type { SameKeys } from "../messages";
import type { admin as source } from "../zh-CN/admin";

export const admin: SameKeys<typeof source> = {
  "home.title": "Administration desk",
  "home.users": "Accounts",
  "home.users.text": "Open and close accounts",
  "home.journal": "Journal",
  "home.journal.text": "Who did what, and when",
  "home.figures": "In numbers",
  "home.accounts": "Accounts",
  "home.organisations": "Organisations",
  "home.entries": "Journal entries",
  "home.letters": "Letters waiting",
  "journal.title": "Journal",
  "journal.at": "Time",
  "journal.who": "Who",
  "journal.what": "Action",
  "journal.subject": "Object",
  "journal.change": "Change",
  "journal.system": "System",
  "journal.none": "No entries",
  "journal.only": "Only entries on {{id}}",
  "journal.all": "See all entries",
  "journal.before": "before",
  "journal.after": "after",
};
