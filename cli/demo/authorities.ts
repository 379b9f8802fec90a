/** Province, cities, park committees and the administrator. Marked as demonstration in their very names: the bodies are real. */
import { madePerson } from "./names";
import type { People } from "./people";
import { FIRST_PARK, SECOND_PARK } from "./places";
import type { World } from "./world";

const FOUNDED = Date.UTC(2023, 0, 9, 1);

export function composeAuthorities(world: World, people: People): string {
  const random = world.random("authorities");
  people.person(madePerson(random), FOUNDED, "administrator");
  people.organisation(
    { kind: "province_authority", name: "江西省工信部门（演示）", regionCode: "360000", createdAt: FOUNDED },
    { name: madePerson(random), login: "province" },
  );
  for (const { code, nameZh } of world.places.prefectures) {
    people.organisation(
      { kind: "city_authority", name: `${nameZh}工信部门（演示）`, regionCode: code, createdAt: FOUNDED },
      { name: madePerson(random), login: code === "360100" ? "city" : null },
    );
  }
  for (const { slug, shortNameZh, regionCode } of world.places.parks) {
    const login = slug === FIRST_PARK ? "park" : slug === SECOND_PARK ? "park2" : null;
    const { id, ownerId } = people.organisation(
      { kind: "park_committee", name: `${shortNameZh}管委会（演示）`, regionCode, parkSlug: slug, createdAt: FOUNDED },
      { name: madePerson(random), login },
    );
    world.staffOf.set(slug, ownerId);
    world.committeeOf.set(slug, id);
  }
  return `${world.places.parks.length} park committees, ${world.places.prefectures.length} cities, the province`;
}
