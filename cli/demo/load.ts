/** The demonstration world: fills an empty, migrated database with reference data loaded, the same way every time. */
import { asDatabase, type Connections } from "#db/engines/sqlite.server";
import { inOneLoad, into } from "#db/seed/rows.server";
import { setting } from "#db/schema/scenarios.server";
import { DEMO_SETTING, demoPassword } from "#db/vocabulary/demo-logins";
import { takeAsTold } from "~/domain/clinic/broken-promises.server";
import { rebuildIndex } from "~/domain/catalogue/published.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { composeAlerts } from "./alerts";
import { composeAnswers } from "./answers";
import { composeAuthorities } from "./authorities";
import { composeHistory } from "./case-history";
import { composeEffects } from "./effects";
import { composeConfirmations } from "./confirmations";
import { composeConsents } from "./consents";
import { composeEnquiries } from "./enquiries";
import { composeEnterprises } from "./enterprises";
import { composeEvents } from "./events";
import { composeExperts } from "./experts";
import { composeGroups } from "./groups";
import { composeFiles } from "./files";
import { idMaker } from "./made-ids";
import { composeMarket } from "./market";
import { composeModeration, signAll } from "./moderation";
import { composeNews } from "./news";
import { composeOpenCases } from "./open-cases";
import { peopleOf } from "./people";
import { readPlaces } from "./places";
import { plans, type Size } from "./plan";
import { composeProviders } from "./providers";
import { composeQualifications } from "./qualifications";
import { randomFor } from "./random";
import { composeRatings } from "./ratings";
import { composeReach } from "./reach";
import { realNames } from "./real-names";
import { composeSolutions, writeSolutions } from "./solutions";
import { workingCalendar } from "./working-calendar";
import type { World } from "./world";

const FIRST_YEAR = 2022;

/**
 * Composes and writes everything in one transaction. Desks lie around `now`; history has fixed dates. `progress` is told
 * each finished step. Throws when the database holds organisations already (their names and codes would clash).
 */
export async function loadDemonstration(
  connections: Connections,
  size: Size,
  progress: (line: string) => void,
  now = Date.now(),
): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  const world = emptyWorld(connections, size, passwordHash, now);
  await inOneLoad(world.writer, async () => {
    compose(world, progress);
    progress(await composeFiles(world));
    await takeAsTold(asDatabase(world.writer), now);
    await rebuildIndex(asDatabase(world.writer));
    await signAll(world);
    into(world.writer, setting)({ key: DEMO_SETTING, value: size });
    progress("Search index");
  });
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
  progress(composeEnquiries(world));
  progress(composeGroups(world));
  progress(composeConsents(world));
  progress(composeEvents(world));
  progress(composeNews(world));
  progress(composeEffects(world, answering));
  progress(composeQualifications(world));
  progress(composeMarket(world));
  progress(composeModeration(world));
  progress(composeRatings(world));
  progress(composeReach(world));
  progress(composeConfirmations(world));
  progress(composeAlerts(world));
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
    submissions: [],
    enquiries: [],
  };
}
