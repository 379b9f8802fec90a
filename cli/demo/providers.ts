/** Providers in every state, each with a home park whose staff moderate it. */
import { into } from "#db/seed/rows.server";
import { provider } from "#db/schema/catalogue.server";
import { providerStatuses, type ProviderStatus } from "#db/vocabulary/catalogue";
import { addDecision, reasonFor } from "./decisions";
import { fill, wordsOf } from "./fill";
import { madeCreditCode } from "./credit-codes";
import { madePerson, madePhone, nameMaker, slugMaker } from "./names";
import type { People } from "./people";
import { familyOf, FIRST_PARK, SECOND_PARK, type Park } from "./places";
import { itemAt, type Random } from "./random";
import { families } from "./texts/families";
import { providerTrades } from "./texts/name-parts";
import { certificates, ends, intros, middles } from "./texts/provider-texts";
import { scenarioDemand, scenarioTexts } from "./texts/scenario-texts";
import { dayText } from "./working-calendar";
import type { DemoProvider, World } from "./world";

const DAY_MS = 86_400_000;

/** Open ones first; the first two are the ready logins'. Waiting ones begin at the parks of the ready logins. */
export function composeProviders(world: World, people: People, realNames: readonly string[]): string {
  const random = world.random("providers");
  const nextName = nameMaker(world.random("provider-names"), realNames);
  const nextSlug = slugMaker();
  const add = into(world.writer, provider);
  const decide = addDecision(world);
  let serial = 0;
  const statuses = providerStatuses.toSorted((a, b) => Number(b === "open") - Number(a === "open"));
  for (const status of statuses) {
    for (let index = 0; index < world.plan.providers[status]; index += 1) {
      const login = status === "open" && index < 2 ? (index === 0 ? "provider" : "provider2") : null;
      const home = homePark(world, random, index, status === "open");
      const county = random.pick(world.places.countiesOf(home));
      const { name, brand } = nextName(world.places.wordsOf(home, county), providerTrades);
      const dates = datesOf(world, random, status);
      const contact = madePerson(random);
      serial += 1;
      const made = people.organisation(
        {
          kind: "provider",
          name,
          creditCode: madeCreditCode(100_000 + serial),
          regionCode: county,
          parkSlug: home.slug,
          createdAt: dates.createdAt,
        },
        { name: contact, login },
      );
      const one: DemoProvider = {
        id: made.id,
        ownerId: made.ownerId,
        name,
        brand,
        slug: nextSlug(brand.pinyin),
        parkSlug: home.slug,
        prefectureCode: home.prefectureCode,
        status,
        type: random.weighted([
          ["product", 62],
          ["integrator", 30],
          ["chain_leader", 8],
        ]),
        industries: tradesOf(random, home, login === "provider"),
        scenarios: login === "provider" ? ["planning", "production_control", "equipment"] : mainScenarios(random),
        approvedAt: dates.approvedAt,
      };
      world.providers.push(one);
      add({
        ...profileOf(one, random),
        contactName: contact,
        contactPhone: madePhone(home.prefectureCode, random),
        submittedAt: dates.submittedAt,
      });
      if (status === "pending_approval" || status === "changes_requested")
        world.submissions.push({
          kind: "provider",
          id: one.id,
          title: name,
          owner: one,
          at: dates.submittedAt,
          status,
        });
      decide.provider(one, dates.submittedAt, reasonFor(random));
    }
  }
  return `${world.providers.length} providers`;
}

function profileOf(one: DemoProvider, random: Random) {
  const words = wordsOf(familyOf(one.industries[0] ?? ""), random);
  const say = (lines: readonly string[]) => fill(random.pick(lines), words, random);
  const size = one.type === "integrator" ? [60, 400] : one.type === "chain_leader" ? [120, 600] : [12, 90];
  return {
    organisationId: one.id,
    slug: one.slug,
    status: one.status as ProviderStatus,
    type: one.type,
    summary: `${say(intros)}${say(middles)}${say(ends)}`,
    website: random.chance(0.6) ? `https://www.${one.slug}.example` : null,
    foundedOn: dayText(Date.UTC(random.whole(2006, 2022), random.whole(0, 11), random.whole(1, 28))),
    staff: random.whole(itemAt(size, 0), itemAt(size, 1)),
    industries: one.industries,
    scenarios: one.scenarios,
    certificates: random.some(certificates, random.whole(0, 4)),
    localOffice: random.chance(0.75) ? `本地驻点工程师 ${random.whole(2, 18)} 人` : "南昌服务中心，按项目驻场",
    approvedAt: one.approvedAt,
  };
}

function homePark(world: World, random: Random, index: number, isOpen: boolean): Park {
  const { active } = world.places;
  if (index < (isOpen ? 8 : 4)) return itemAt(active, index % 2);
  const weight = (park: Park) =>
    (park.level === "national" ? 6 : 1) * (park.prefectureCode === "360100" ? 3 : 1) +
    (park.slug === FIRST_PARK ? 6 : 0) +
    (park.slug === SECOND_PARK ? 3 : 0);
  return random.weighted(active.map((park) => [park, weight(park)] as const));
}

function datesOf(world: World, random: Random, status: ProviderStatus) {
  if (status === "pending_approval" || status === "changes_requested") {
    const day = world.calendar.dayAt(world.now) - random.whole(1, status === "pending_approval" ? 9 : 14);
    const submittedAt = world.calendar.timeOn(day, random);
    return { createdAt: submittedAt - 2 * DAY_MS, submittedAt, approvedAt: null };
  }
  const createdAt = Date.UTC(2023, random.whole(0, 20), random.whole(1, 28), 2, random.whole(0, 59));
  const approvedAt = status === "rejected" ? null : createdAt + random.whole(4, 12) * DAY_MS;
  return { createdAt, submittedAt: createdAt + 2 * DAY_MS, approvedAt };
}

/** Divisions, often the leading ones at home; a fifth serves all of manufacturing. */
function tradesOf(random: Random, home: Park, isLogin: boolean): string[] {
  if (isLogin) return ["C36", "C34", "C35", "C38"];
  if (random.chance(0.2)) return [];
  const codes = [...random.some(home.leadingIndustries, 2), random.pick(random.pick(families).codes)];
  return [...new Set(codes.map((code) => code.slice(0, random.chance(0.7) ? 3 : 4)))].slice(0, random.whole(1, 3));
}

function mainScenarios(random: Random): string[] {
  const wanted = random.whole(2, 5);
  const chosen = new Set<string>();
  while (chosen.size < wanted)
    chosen.add(random.weighted(Object.keys(scenarioTexts).map((key) => [key, scenarioDemand[key] ?? 1] as const)));
  return [...chosen];
}
