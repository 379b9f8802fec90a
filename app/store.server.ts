/** The one store of this process, opened on first use. */
import { mkdirSync } from "node:fs";
import { openSqlite, type Connections } from "#db/engines/sqlite.server";
import { openStore, type Store } from "#db/store.server";
import { env } from "./env.server";

type Opened = { store: Store; connections: Connections };

// The development server evaluates modules again on every change; a second writer connection would wait for the first.
const kept: { opened?: Opened } = Reflect.get(globalThis, "shuzhenStore") ?? {};
Reflect.set(globalThis, "shuzhenStore", kept);

function open(): Opened {
  mkdirSync(env.dataDir, { recursive: true });
  const engine = openSqlite(env.databaseFile);
  return { store: openStore(engine), connections: engine };
}

export function store(): Store {
  kept.opened ??= open();
  return kept.opened.store;
}

/** Raw connections, for search and operators' commands only. */
export function connections(): Connections {
  kept.opened ??= open();
  return kept.opened.connections;
}

export function closeStore(): void {
  kept.opened?.store.close();
  delete kept.opened;
}
