/** Users and organisations: everyone of the world who is not an object. */
import { into } from "#db/seed/rows.server";
import { membership, organisation, user } from "#db/schema/identity.server";
import { demoLogins, type DemoLoginKey } from "#db/vocabulary/demo-logins";
import type { World } from "./world";

type NewOrganisation = Omit<typeof organisation.$inferInsert, "id" | "isDemo"> & { prefix?: string };

export type People = {
  /** A user, with an address only when it is a ready login. */
  person(name: string, at: number, login?: DemoLoginKey | null): string;
  /** An organisation and its owner. */
  organisation(
    row: NewOrganisation,
    owner: { name: string; login?: DemoLoginKey | null },
  ): { id: string; ownerId: string };
};

export function peopleOf(world: World): People {
  const addUser = into(world.writer, user);
  const addOrganisation = into(world.writer, organisation);
  const addMembership = into(world.writer, membership);
  function person(name: string, at: number, login: DemoLoginKey | null = null): string {
    const id = world.id("usr", at);
    const email = demoLogins.find(({ key }) => key === login)?.email ?? null;
    const isAdministrator = login === "administrator";
    addUser({ id, name, email, mobile: null, passwordHash: world.passwordHash, isAdministrator, createdAt: at });
    if (login) world.logins.set(login, id);
    return id;
  }
  return {
    person,
    organisation({ prefix = "org", ...row }, owner) {
      const id = world.id(prefix, row.createdAt);
      addOrganisation({ ...row, id, isDemo: true });
      const ownerId = person(owner.name, row.createdAt, owner.login ?? null);
      addMembership({ userId: ownerId, organisationId: id, role: "owner", createdAt: row.createdAt });
      return { id, ownerId };
    },
  };
}
