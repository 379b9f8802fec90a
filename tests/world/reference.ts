/** A database of its own for every test with the reference data loaded, from one snapshot a process. */
import { openSnapshot, type Connections } from "#db/engines/sqlite.server";
import { loadReference } from "#db/seed/reference.server";
import { openStore, type Store } from "#db/store.server";
import { testStore } from "./store";

let snapshot: Buffer | null = null;

function loaded(): Buffer {
  const { writer } = testStore();
  loadReference(writer);
  return writer.serialize();
}

export function referenceStore(): Store & Connections {
  snapshot ??= loaded();
  const engine = openSnapshot(Buffer.from(snapshot));
  return { ...openStore(engine), reader: engine.reader, writer: engine.writer };
}
