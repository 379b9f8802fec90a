/** A process that finds alerts and sends digests on one database, and is killed in a write when told to (for a test). */
import { openSqlite } from "#db/engines/sqlite.server";
import { openStore, type Store } from "#db/store.server";
import { sendDigests } from "~/domain/alerts/digest.server";
import { findAlerts } from "~/domain/alerts/find-alerts.server";
import { letterOf } from "~/jobs/digest-letter.server";

const [file = "", at = "0", moment = "before"] = process.argv.slice(2);
const now = Number(process.env.NOW);
const store = openStore(openSqlite(file));
let writes = 0;

/** The same store, whose write number `at` is the last thing this process does: before its commit, or just after. */
const dying: Pick<Store, "db" | "write"> = {
  db: store.db,
  async write(work) {
    writes += 1;
    const isLast = writes === Number(at);
    const result = await store.write(async (tx) => {
      const done = await work(tx);
      if (isLast && moment === "before") process.kill(process.pid, "SIGKILL");
      return done;
    });
    if (isLast) process.kill(process.pid, "SIGKILL");
    return result;
  },
};

await findAlerts(dying, now);
await sendDigests(dying, now, letterOf);
store.close();
