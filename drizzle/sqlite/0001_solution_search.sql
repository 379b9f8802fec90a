CREATE VIRTUAL TABLE solution_fts USING fts5(
  title, tags, summary, ind, who, fac,
  content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'
);
--> statement-breakpoint
CREATE VIRTUAL TABLE solution_vocab USING fts5vocab(solution_fts, 'row');
--> statement-breakpoint
CREATE TABLE search_meta (k TEXT PRIMARY KEY NOT NULL, v TEXT NOT NULL) WITHOUT ROWID;
