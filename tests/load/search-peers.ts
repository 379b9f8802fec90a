/**
 * Engines people would install instead, fed with the same folded tokens (pairs of characters, latin words), each asked for
 * all words first and for any of them where that finds too little. They come from a folder of their own, named by
 * BENCH_PEERS (`npm install minisearch flexsearch pg` there); none is a dependency of the project. PostgreSQL is reached at
 * BENCH_POSTGRES.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { foldText } from "~/domain/search/fold.server";
import { tokensOf } from "~/domain/search/tokens";

export type PeerDocument = { no: number; title: string; tags: string; summary: string };
export type Peer = {
  name: string;
  build(documents: readonly PeerDocument[]): Promise<void>;
  /** Numbers of all that was found, best first. */
  search(q: string): Promise<number[]>;
  close?(): Promise<void>;
};

const ENOUGH = 20;
export const streamOf = (text: string): string => tokensOf(foldText(text)).join(" ");

/** Those of the three that are installed. */
export async function peers(): Promise<Peer[]> {
  const folder = process.env.BENCH_PEERS;
  if (!folder) return [];
  const load = async (name: string) => {
    try {
      const file = createRequire(join(folder, "package.json")).resolve(name);
      return await import(pathToFileURL(file).href);
    } catch {
      return null;
    }
  };
  const [mini, flex, pg] = [await load("minisearch"), await load("flexsearch"), await load("pg")];
  return [
    ...(mini ? [miniSearch(mini.default ?? mini)] : []),
    ...(flex ? [flexSearch((flex.default ?? flex).Document)] : []),
    ...(pg && process.env.BENCH_POSTGRES ? [postgres((pg.default ?? pg).Client, process.env.BENCH_POSTGRES)] : []),
  ];
}

type MiniSearch = {
  addAll(documents: readonly object[]): void;
  search(q: string, options: object): { id: number }[];
};

function miniSearch(Engine: new (options: object) => MiniSearch): Peer {
  const words = (text: string) => text.split(" ").filter(Boolean);
  const boost = { title: 6, tags: 4, summary: 1 };
  let engine: MiniSearch;
  return {
    name: "MiniSearch 7",
    async build(documents) {
      engine = new Engine({ idField: "no", fields: Object.keys(boost), tokenize: words, searchOptions: { boost } });
      engine.addAll(documents);
    },
    async search(q) {
      const asked = streamOf(q);
      const all = engine.search(asked, { combineWith: "AND" }).map(({ id }) => id);
      if (all.length >= ENOUGH) return all;
      return union(
        all,
        engine.search(asked, { combineWith: "OR" }).map(({ id }) => id),
      );
    },
  };
}

type FlexSearch = {
  add(document: object): void;
  search(q: string, options: object): { result: number[] }[];
};

function flexSearch(Engine: new (options: object) => FlexSearch): Peer {
  const most = 100_000;
  const fields = ["title", "tags", "summary"];
  let engine: FlexSearch;
  return {
    name: "FlexSearch 0.8",
    async build(documents) {
      const encode = (text: string) => text.split(" ").filter(Boolean);
      engine = new Engine({ tokenize: "strict", encode, document: { id: "no", index: fields } });
      for (const document of documents) engine.add(document);
    },
    async search(q) {
      const asked = streamOf(q);
      const all = engine.search(asked, { limit: most }).flatMap(({ result }) => result);
      if (all.length >= ENOUGH) return union(all, []);
      return union(
        all,
        engine.search(asked, { limit: most, suggest: true }).flatMap(({ result }) => result),
      );
    },
  };
}

type Client = {
  connect(): Promise<void>;
  query(text: string, values?: unknown[]): Promise<{ rows: { no: number }[] }>;
  end(): Promise<void>;
};

function postgres(Engine: new (url: string) => Client, url: string): Peer {
  const client = new Engine(url);
  const batch = 1000;
  const ask = async (q: string, operator: string) => {
    const words = [...new Set(streamOf(q).split(" ").filter(Boolean))].map((word) => `'${word.replaceAll("'", "''")}'`);
    if (words.length === 0) return [];
    const { rows } = await client.query(
      "SELECT no FROM peer_document, to_tsquery('simple', $1) q WHERE body @@ q ORDER BY ts_rank('{0.1,0.2,0.7,1}', body, q) DESC",
      [words.join(operator)],
    );
    return rows.map(({ no }) => no);
  };
  return {
    name: "PostgreSQL full text",
    async build(documents) {
      await client.connect();
      await client.query("CREATE TEMP TABLE peer_document (no int PRIMARY KEY, body tsvector)");
      for (let at = 0; at < documents.length; at += batch) {
        const some = documents.slice(at, at + batch);
        await client.query(
          `INSERT INTO peer_document SELECT no, setweight(to_tsvector('simple', title), 'A') ||
             setweight(to_tsvector('simple', tags), 'B') || setweight(to_tsvector('simple', summary), 'D')
           FROM unnest($1::int[], $2::text[], $3::text[], $4::text[]) AS t(no, title, tags, summary)`,
          [
            some.map(({ no }) => no),
            some.map(({ title }) => title),
            some.map(({ tags }) => tags),
            some.map(({ summary }) => summary),
          ],
        );
      }
      await client.query("CREATE INDEX ON peer_document USING gin (body)");
      await client.query("ANALYZE peer_document");
    },
    async search(q) {
      const all = await ask(q, " & ");
      return all.length >= ENOUGH ? all : union(all, await ask(q, " | "));
    },
    close: () => client.end(),
  };
}

function union(first: readonly number[], then: readonly number[]): number[] {
  return [...new Set([...first, ...then])];
}
