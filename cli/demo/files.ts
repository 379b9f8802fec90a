/** Logos, screenshots, papers and evidence of the ready logins and of those who wait: drawn, so that nobody's pictures are used. */
import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import sharp from "sharp";
import { into, queries } from "#db/seed/rows.server";
import { provider, qualification, solution, versionFile } from "#db/schema/catalogue.server";
import { storedFile } from "#db/schema/support.server";
import { keepFile, keepSmall } from "~/domain/files/uploads.server";
import { idMaker } from "./made-ids";
import { drawnLogo, drawnScreen, paperOf } from "./pictures";
import { randomFor } from "./random";
import type { DemoProvider, World } from "./world";

const READY = 2;
const SOLUTIONS_EACH = 4;
/** Those who wait for approval: as many as a moderator will open. */
const WAITING = 12;

const captions = [
  "排产甘特图：插单后重新排程的结果",
  "车间看板：各工位的计划与完成",
  "设备状态：一周的开机、待机与停机",
];

export async function composeFiles(world: World): Promise<string> {
  const keep = keeper(world);
  for (const one of world.providers.slice(0, READY)) {
    const logo = await keep.picture(one, "标识.webp", drawnLogo(keep.random));
    queries(world.writer).update(provider).set({ logoFileId: logo }).where(eq(provider.organisationId, one.id)).run();
    await illustrate(world, one, keep);
  }
  const waiting = world.providers.filter(
    ({ status }) => status === "pending_approval" || status === "changes_requested",
  );
  for (const one of [...world.providers.slice(0, READY), ...waiting.slice(0, WAITING)]) {
    const fileId = await keep.paper(one, "营业执照（演示）.pdf", "Business licence (demonstration)");
    const isIt = and(eq(qualification.providerId, one.id), eq(qualification.criterion, "registration"));
    queries(world.writer).update(qualification).set({ fileId }).where(isIt).run();
  }
  return `${keep.count()} files`;
}

async function illustrate(world: World, one: DemoProvider, keep: Keeper): Promise<void> {
  const add = into(world.writer, versionFile);
  const ids = world.solutions.filter(({ providerId }) => providerId === one.id).map(({ id }) => id);
  const rows = queries(world.writer)
    .select({ versionId: solution.currentVersionId })
    .from(solution)
    .where(and(inArray(solution.id, ids), eq(solution.status, "published")))
    .orderBy(solution.no)
    .limit(SOLUTIONS_EACH)
    .all();
  for (const { versionId } of rows) {
    if (versionId === null) continue;
    for (const [index, caption] of captions.slice(0, keep.random.whole(2, 3)).entries()) {
      const fileId = await keep.picture(one, `${caption.split("：")[0]}.webp`, drawnScreen(keep.random, index));
      add({ versionId, fileId, kind: "screenshot", caption, position: index + 1 });
    }
    const fileId = await keep.paper(one, "产品手册（演示）.pdf", "Brochure (demonstration)");
    add({ versionId, fileId, kind: "brochure", caption: "功能清单、部署要求和服务承诺", position: 9 });
  }
}

type Keeper = ReturnType<typeof keeper>;

function keeper(world: World) {
  const random = randomFor("demo/files");
  const id = idMaker(randomFor("demo/files/ids"));
  const add = into(world.writer, storedFile);
  let count = 0;
  async function keep(one: DemoProvider, name: string, file: Kept): Promise<string> {
    const fileId = id("fil", world.now);
    await keepFile(fileId, file.bytes);
    if (file.small) await keepSmall(fileId, file.small);
    add({
      ...{ id: fileId, ownerOrganisationId: one.id, name, createdByUserId: one.ownerId, createdAt: world.now },
      ...{ mediaType: file.mediaType, bytes: file.bytes.byteLength, width: file.width, height: file.height },
      ...{ hasSmall: file.small !== undefined, sha256: createHash("sha256").update(file.bytes).digest("hex") },
    });
    count += 1;
    return fileId;
  }
  return {
    random,
    count: () => count,
    picture: async (one: DemoProvider, name: string, svg: string) => keep(one, name, await pictureOf(svg)),
    paper: (one: DemoProvider, name: string, title: string) =>
      keep(one, name, { bytes: paperOf(title), mediaType: "application/pdf" }),
  };
}

type Kept = { bytes: Buffer; mediaType: string; small?: Buffer; width?: number; height?: number };

async function pictureOf(svg: string): Promise<Kept> {
  const large = await sharp(Buffer.from(svg)).webp({ quality: 82 }).toBuffer({ resolveWithObject: true });
  const small = await sharp(Buffer.from(svg)).resize(400, 400, { fit: "inside" }).webp({ quality: 82 }).toBuffer();
  const { width, height } = large.info;
  return { bytes: large.data, mediaType: "image/webp", small, width, height };
}
