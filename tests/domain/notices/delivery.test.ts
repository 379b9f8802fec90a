import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createHmac } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { mail } from "#db/schema/support.server";
import { deliverDue, driversFor, type Driver } from "~/domain/notices/delivery.server";
import { post } from "~/domain/notices/post.server";
import { env } from "~/env.server";
import { testStore } from "../../world/store";

const letter = { recipient: "a@x.cn", subject: "题", body: "正文" };
const never: Driver = async () => {
  throw new Error("must not be called");
};

test("a due letter goes out once", async () => {
  const store = testStore();
  await store.write((tx) => post(tx, letter));
  const sent: string[] = [];
  const drivers = { sms: never, email: async ({ body }: { body: string }) => void sent.push(body) };
  expect(await deliverDue(store, drivers)).toBe(1);
  expect(await deliverDue(store, drivers)).toBe(0);
  expect(sent).toEqual(["正文"]);
});

test("letters given up do not hold up the others", async () => {
  const store = testStore();
  await store.write(async (tx) => {
    for (let i = 0; i < 25; i++) await post(tx, { ...letter, recipient: `gone${i}@x.cn` });
    await tx.update(mail).set({ attempts: 8 });
    await post(tx, letter);
  });
  const sent: string[] = [];
  const email: Driver = async ({ recipient }) => void sent.push(recipient);
  expect(await deliverDue(store, { email, sms: never })).toBe(1);
  expect(sent).toEqual(["a@x.cn"]);
});

test("a letter that fails is tried again later and later, eight times", async () => {
  const store = testStore();
  await store.write((tx) => post(tx, letter));
  let now = Date.now();
  let attempts = 0;
  const email: Driver = async () => {
    attempts++;
    throw new Error("mailbox full");
  };
  await deliverDue(store, { email, sms: never }, now);
  await deliverDue(store, { email, sms: never }, now + 59_000);
  expect(attempts).toBe(1);
  for (let i = 0; i < 20; i++) await deliverDue(store, { email, sms: never }, (now += 100_000_000));
  expect(attempts).toBe(8);
  expect((await store.db.select().from(mail))[0]).toMatchObject({ sentAt: null, lastError: "mailbox full" });
});

test("without a mail server letters are readable files", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "outbox-"));
  const store = testStore();
  await store.write((tx) => post(tx, letter));
  await deliverDue(store, driversFor({ ...env, dataDir, smtpUrl: null, smsWebhookUrl: null }));
  const [dayFolder = ""] = readdirSync(join(dataDir, "outbox"));
  const [file = ""] = readdirSync(join(dataDir, "outbox", dayFolder));
  expect(readFileSync(join(dataDir, "outbox", dayFolder, file), "utf8")).toContain("email: a@x.cn\n题\n\n正文");
});

test("text messages go to the webhook, signed", async () => {
  const received: { body: string; signature: unknown }[] = [];
  const server = createServer(async (request, response) => {
    received.push({ body: await text(request), signature: request.headers["x-shuzhen-signature"] });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const secret = "0123456789abcdef";
  const store = testStore();
  await store.write((tx) => post(tx, { ...letter, channel: "sms", recipient: "13800000000" }));
  await deliverDue(store, driversFor({ ...env, smsWebhookUrl: `http://127.0.0.1:${port}/`, smsWebhookSecret: secret }));
  server.close();
  const [message] = received;
  expect(JSON.parse(message?.body ?? "")).toMatchObject({ to: "13800000000", text: "正文" });
  expect(message?.signature).toBe(
    createHmac("sha256", secret)
      .update(message?.body ?? "")
      .digest("hex"),
  );
});
