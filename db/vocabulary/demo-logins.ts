/** The ready logins of a demonstration world, one per role and a second of each kind whose data is not the first one's. Client-safe. */
export const demoPassword = "Shuzhen-2025";

export const demoLogins = [
  { key: "enterprise", email: "enterprise@demo.shuzhen.example" },
  { key: "provider", email: "provider@demo.shuzhen.example" },
  { key: "expert", email: "expert@demo.shuzhen.example" },
  { key: "park", email: "park@demo.shuzhen.example" },
  { key: "city", email: "city@demo.shuzhen.example" },
  { key: "province", email: "province@demo.shuzhen.example" },
  { key: "administrator", email: "admin@demo.shuzhen.example" },
  { key: "enterprise2", email: "enterprise2@demo.shuzhen.example" },
  { key: "provider2", email: "provider2@demo.shuzhen.example" },
  { key: "expert2", email: "expert2@demo.shuzhen.example" },
  { key: "park2", email: "park2@demo.shuzhen.example" },
] as const;

export type DemoLogin = (typeof demoLogins)[number];
export type DemoLoginKey = DemoLogin["key"];
