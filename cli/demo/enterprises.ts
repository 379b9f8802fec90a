/** Small and medium manufacturers, spread over the parks by their weight and trades. */
import { into } from "#db/seed/rows.server";
import { enterprise } from "#db/schema/identity.server";
import { madeCreditCode } from "./credit-codes";
import { madePerson, madePhone, nameMaker, shared } from "./names";
import type { People } from "./people";
import { familyOf, type IndustryClass, type Park } from "./places";
import { totalOf } from "./plan";
import { itemAt, type Random } from "./random";
import { dayText } from "./working-calendar";
import type { DemoEnterprise, World } from "./world";

const FEN_PER_WAN = 1_000_000;
const REGISTRATION_BEGAN = Date.UTC(2023, 0, 16, 1);

/** Those to be diagnosed, then those with an open case, then those without one. */
export function composeEnterprises(world: World, people: People, realNames: readonly string[]): string {
  const random = world.random("enterprises");
  const nextName = nameMaker(world.random("enterprise-names"), realNames);
  const add = into(world.writer, enterprise);
  const { diagnosed, openCases, undiagnosed } = world.plan;
  const secondVisits = (openCases.report_draft ?? 0) + (openCases.report_review ?? 0);
  const total = totalOf(diagnosed) + totalOf(openCases) - secondVisits + undiagnosed;
  const parks = parksInTurn(world, total, random);
  parks.forEach((park, index) => {
    // The first has its report on the desk; the last stands elsewhere and has not asked yet.
    const login = index === 0 ? "enterprise" : index === total - 1 ? "enterprise2" : null;
    const home = homeOf(world, index - totalOf(diagnosed), total - undiagnosed - totalOf(diagnosed), login) ?? park;
    const county = random.pick(world.places.countiesOf(home));
    const industry = login ? fixedClass(world, login) : industryAt(world, home, random);
    const family = familyOf(industry.code);
    const { name } = nextName(world.places.wordsOf(home, county), tradesFor(family.trades, industry, random));
    const createdAt = REGISTRATION_BEGAN + index * 180_000;
    const contactName = madePerson(random);
    const made = people.organisation(
      {
        kind: "enterprise",
        name,
        creditCode: madeCreditCode(200_000 + index),
        regionCode: county,
        parkSlug: home.slug,
        createdAt,
      },
      { name: contactName, login },
    );
    const one: DemoEnterprise = {
      id: made.id,
      ownerId: made.ownerId,
      name,
      contactName,
      contactPhone: madePhone(home.prefectureCode, random),
      parkSlug: home.slug,
      prefectureCode: home.prefectureCode,
      countyCode: county,
      industryCode: industry.code,
      family,
      employees: employeesOf(random),
      budgetFen: login || random.chance(0.7) ? random.whole(4, 40) * FEN_PER_WAN : null,
      login,
    };
    world.enterprises.push(one);
    add({ ...factsOf(one, random), organisationId: one.id });
  });
  return `${total} enterprises`;
}

/** The ready logins stand at the first two parks, and so do many of those with an open case: their desks have work. */
function homeOf(
  world: World,
  openIndex: number,
  openTotal: number,
  login: "enterprise" | "enterprise2" | null,
): Park | null {
  const [first, second] = [itemAt(world.places.active, 0), itemAt(world.places.active, 1)];
  if (login) return login === "enterprise" ? first : second;
  if (openIndex < 0 || openIndex >= openTotal) return null;
  return openIndex % 5 === 0 ? first : openIndex % 11 === 3 ? second : null;
}

function factsOf(one: DemoEnterprise, random: Random) {
  const revenueWan = Math.round(one.employees * random.whole(35, 130));
  return {
    industryCode: one.industryCode,
    employees: one.employees,
    revenueWan,
    foundedOn: dayText(Date.UTC(random.whole(1994, 2021), random.whole(0, 11), random.whole(1, 28))),
    tags: tagsOf(revenueWan, random),
    budgetFen: one.budgetFen,
  };
}

function tagsOf(revenueWan: number, random: Random): string[] {
  const tags: string[] = [];
  if (revenueWan >= 2000) tags.push("规上工业企业");
  if (random.chance(0.16)) tags.push("专精特新");
  if (tags.includes("专精特新") && random.chance(0.09)) tags.push("专精特新小巨人");
  if (random.chance(0.2)) tags.push("创新型中小企业");
  if (random.chance(0.22)) tags.push("高新技术企业");
  if (random.chance(0.12)) tags.push("科技型中小企业");
  return tags;
}

/** Most have 20 to 150 people; few have more than 500. */
function employeesOf(random: Random): number {
  const spread = random.next() + random.next() + random.next() - 1.5;
  return Math.max(8, Math.min(980, Math.round(70 * Math.exp(spread * 1.6))));
}

function parksInTurn(world: World, total: number, random: Random): Park[] {
  const { active } = world.places;
  const weights = active.map((park) => (park.level === "national" ? 2.4 : 1) * (0.6 + random.next()));
  const counts = shared(total, weights);
  return random.some(
    active.flatMap((park, index) => Array.from({ length: counts[index] ?? 0 }, () => park)),
    total,
  );
}

function fixedClass(world: World, login: "enterprise" | "enterprise2"): IndustryClass {
  return itemAt(world.places.classesUnder(login === "enterprise" ? "C3670" : "C2110"), 0);
}

/** Mostly the park's leading trades; the rest is what any county has. */
function industryAt(world: World, park: Park, random: Random): IndustryClass {
  const leading = park.leadingIndustries.filter((code) => world.places.classesUnder(code).length > 0);
  const everywhere = ["C13", "C14", "C17", "C18", "C21", "C22", "C26", "C29", "C30", "C33", "C34", "C35", "C38", "C39"];
  const code = leading.length > 0 && random.chance(0.72) ? random.pick(leading) : random.pick(everywhere);
  return random.pick(world.places.classesUnder(code));
}

/** The trade's words, and the class itself where its name is short enough to stand in a company's name. */
function tradesFor(trades: readonly string[], industry: IndustryClass, random: Random): readonly string[] {
  const plain = industry.nameZh.replace(/(制造|加工|生产|制作)$/, "");
  const isPlain =
    plain !== industry.nameZh && plain.length >= 2 && plain.length <= 5 && !/[、及和其他未的()（）]/.test(plain);
  return isPlain && random.chance(0.35) ? [plain] : trades;
}
