/** The demonstration world: fills an empty, migrated database with reference data loaded, the same way every time. */
import { into } from "#db/seed/rows.server";
import type { Connections } from "#db/engines/sqlite.server";
import { setting } from "#db/schema/scenarios.server";
import { DEMO_SETTING, demoPassword } from "#db/vocabulary/demo-logins";
import { hashPassword } from "~/domain/identity/passwords.server";
import { composeAnswers } from "./answers";
import { composeAuthorities } from "./authorities";
import { composeHistory } from "./case-history";
import { composeEnterprises } from "./enterprises";
import { composeEvents } from "./events";
import { composeExperts } from "./experts";
import { idMaker } from "./made-ids";
import { composeOpenCases } from "./open-cases";
import { peopleOf } from "./people";
import { readPlaces } from "./places";
import { plans, type Size } from "./plan";
import { composeProviders } from "./providers";
import { randomFor } from "./random";
import { realNames } from "./real-names";
import { composeSolutions, writeSolutions } from "./solutions";
import { workingCalendar } from "./working-calendar";
import type { World } from "./world";

const FIRST_YEAR = 2022;
/** Negative: KiB. With the usual 2 MB every page of a growing index is written to the log many times: 36 s instead of 10. */
const [LOADING_CACHE, USUAL_CACHE] = [-262_144, -2_000];

/**
 * Composes and writes everything in one transaction. Desks lie around `now`; history has fixed dates. `progress` is told
 * each finished step. Throws when the database holds organisations already (their names and codes would clash).
 */
export async function loadDemonstration(connections: Connections, size: Size, progress: (line: string) => void, now = Date.now()): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  const { writer } = connections;
  const world = emptyWorld(connections, size, passwordHash, now);
  writer.pragma(`cache_size = ${LOADING_CACHE}`);
  writer.exec("BEGIN IMMEDIATE");
  try {
    // Solutions are written after the projects that name them; the check at COMMIT still holds.
    writer.pragma("defer_foreign_keys = ON");
    compose(world, progress);
    into(writer, setting)({ key: DEMO_SETTING, value: size });
    writer.exec("COMMIT");
  } catch (error) {
    writer.exec("ROLLBACK");
    throw error;
  } finally {
    writer.pragma(`cache_size = ${USUAL_CACHE}`);
  }
}

function compose(world: World, progress: (line: string) => void): void {
  const people = peopleOf(world);
  const inUse = realNames();
  progress(composeAuthorities(world, people));
  progress(composeProviders(world, people, inUse));
  progress(composeExperts(world, people));
  progress(composeEnterprises(world, people, inUse));
  const drafts = composeSolutions(world);
  const answering = composeAnswers(world.writer, world.plan.answerPairs, world.random("answers"));
  const { line, settled } = composeHistory(world, answering);
  progress(line);
  progress(writeSolutions(world, drafts));
  progress(composeOpenCases(world, answering, settled));
  progress(composeEvents(world));
}

function emptyWorld(connections: Connections, size: Size, passwordHash: string, now: number): World {
  const plan = plans[size];
  return {
    plan,
    now,
    writer: connections.writer,
    places: readPlaces(connections, plan),
    calendar: workingCalendar(FIRST_YEAR, now),
    random: randomFor,
    id: idMaker(randomFor("ids")),
    passwordHash,
    logins: new Map(),
    staffOf: new Map(),
    committeeOf: new Map(),
    centres: [],
    experts: [],
    providers: [],
    solutions: [],
    enterprises: [],
    cases: [],
    recommendations: [],
  };
}
