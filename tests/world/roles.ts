/** One signed-in browser for every role of the small demonstration world, a visitor, and a city of another region. */
import { demoLogins, demoPassword } from "#db/vocabulary/demo-logins";
import { openBrowser, signIn, type Browser } from "./browse";
import { runCommand, type TestServer } from "./server";

export const roles = [
  "visitor",
  "enterprise",
  "enterprise2",
  "provider",
  "provider2",
  "expert",
  "expert2",
  "park",
  "park2",
  "city",
  "city2",
  "province",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

/** Neither park nor case of the city login lies in this one. */
const OTHER_CITY = { email: "city2@demo.shuzhen.example", organisation: "赣州市工信部门（演示）" };

/** Those not `wanted` stay visitors. */
export async function signInRoles(server: TestServer, wanted: readonly Role[] = roles): Promise<Record<Role, Browser>> {
  const city2 = wanted.includes("city2") ? await addOtherCity(server.dataDir) : "";
  const names = Object.fromEntries(demoLogins.map(({ key, email }) => [key, email]));
  const entries = await Promise.all(
    roles.map(async (role): Promise<[Role, Browser]> => {
      const browser = openBrowser(server.url);
      if (role === "visitor" || !wanted.includes(role)) return [role, browser];
      const page = await signIn(browser, names[role] ?? OTHER_CITY.email, role === "city2" ? city2 : demoPassword);
      if (page.path === "/login") throw new Error(`${role} cannot sign in: ${page.text("form#login")}`);
      return [role, browser];
    }),
  );
  const browsers: Partial<Record<Role, Browser>> = Object.fromEntries(entries);
  const of = (role: Role): Browser => browsers[role] ?? openBrowser(server.url);
  return {
    ...{ visitor: of("visitor"), enterprise: of("enterprise"), enterprise2: of("enterprise2") },
    ...{ provider: of("provider"), provider2: of("provider2"), expert: of("expert"), expert2: of("expert2") },
    ...{ park: of("park"), park2: of("park2"), city: of("city"), city2: of("city2") },
    ...{ province: of("province"), administrator: of("administrator") },
  };
}

/** Made as an operator makes staff accounts; answers the password that the command prints. */
async function addOtherCity(dataDir: string): Promise<string> {
  const { email, organisation } = OTHER_CITY;
  const account = ["--name", "另一市", "--email", email, "--organisation", organisation];
  const { code, output } = await runCommand(dataDir, "user", "add", ...account);
  const password = /\/ (\S+)\s*$/.exec(output)?.[1];
  if (code !== 0 || password === undefined) throw new Error(`no second city: ${output}`);
  return password;
}
