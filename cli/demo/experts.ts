/** Promotion centres, and the diagnosis experts of centres and providers. */
import { into } from "#db/seed/rows.server";
import { expert, membership } from "#db/schema/identity.server";
import { madeCreditCode } from "./credit-codes";
import { madePerson, nameMaker, placeWord } from "./names";
import type { People } from "./people";
import { itemAt } from "./random";
import type { World } from "./world";

const FOUNDED = Date.UTC(2023, 1, 6, 1);
const TITLES = [
  "高级工程师",
  "数字化转型顾问",
  "智能制造工程师",
  "信息化工程师",
  "工艺专家",
  "注册咨询工程师",
  "精益管理顾问",
];
const CENTRE_SERIALS = 900_000;

export function composeExperts(world: World, people: People): string {
  const random = world.random("experts");
  const name = nameMaker(random, []);
  for (let index = 0; index < world.plan.promotionCentres; index += 1) {
    const prefecture = itemAt(world.places.prefectures, index % world.places.prefectures.length);
    const place = index < world.places.prefectures.length ? placeWord(prefecture.nameZh) : "江西";
    const made = name([place], ["数字化转型促进中心"]).name.replace(/(股份)?有限公司$/, "");
    const { id } = people.organisation(
      {
        kind: "promotion_centre",
        name: made,
        creditCode: madeCreditCode(CENTRE_SERIALS + index),
        regionCode: prefecture.code,
        createdAt: FOUNDED,
      },
      { name: madePerson(random) },
    );
    world.centres.push({ id, prefectureCode: prefecture.code });
  }
  composePersons(world, people);
  return `${world.centres.length} promotion centres, ${world.experts.length} experts`;
}

function composePersons(world: World, people: People): void {
  const random = world.random("expert-persons");
  const addExpert = into(world.writer, expert);
  const addMembership = into(world.writer, membership);
  const open = world.providers.filter(({ status }) => status === "open");
  for (let index = 0; index < world.plan.experts; index += 1) {
    const login = index === 0 ? "expert" : index === 1 ? "expert2" : null;
    const isOfCentre = index < 2 || random.chance(0.35);
    const centre = itemAt(world.centres, index % world.centres.length);
    const employer = itemAt(open, (index * 7 + 3) % open.length);
    const organisationId = isOfCentre ? centre.id : employer.id;
    const prefectureCode = isOfCentre ? centre.prefectureCode : employer.prefectureCode;
    const at = FOUNDED + random.whole(0, 60) * 86_400_000;
    const userId = people.person(madePerson(random), at, login);
    addMembership({ userId, organisationId, role: "member", createdAt: at });
    const near = world.places.active.filter((park) => park.prefectureCode === prefectureCode).map(({ slug }) => slug);
    const parks = login || near.length === 0 || random.chance(0.5) ? [] : near;
    // The ready expert has a tie, so that the desk of the park has one to judge.
    const ties = login === "expert" ? [itemAt(open, 1).id] : random.chance(0.12) ? [random.pick(open).id] : [];
    const industries = random.some(random.pick(world.places.active).leadingIndustries, 3);
    addExpert({ userId, organisationId, title: random.pick(TITLES), industries, parks, ties });
    world.experts.push({ userId, organisationId, parks, ties: isOfCentre ? ties : [...ties, organisationId] });
  }
}
