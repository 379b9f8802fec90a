/** A report of forty findings as a file: CPU and wall time for each kind, the first in a process and later ones; sizes. */
import { docxOf } from "~/http/papers/docx.server";
import { pdfOf } from "~/http/papers/pdf.server";
import { reportPaper } from "~/http/papers/report-paper";
import { translator } from "~/i18n/translator.server";
import { aLongReport, issued, pageFor } from "../world/long-report";
import { median, type Say } from "./measure";

const RUNS = process.env.BENCH_QUICK ? 2 : 10;

export async function benchDocuments(say: Say): Promise<void> {
  const long = await aLongReport();
  await issued(long);
  const page = await pageFor(long, long.clinic.owner);
  const words = { locale: "zh-CN", t: translator("zh-CN") } as const;
  const paper = () => reportPaper(page, words, { photos: new Map(), isDemo: false });
  say("| file | size | first, CPU | later, CPU (median) | later, wall (median) | event loop held (longest) |");
  say("| ---- | ---- | ---------- | ------------------ | -------------------- | ------------------------- |");
  for (const [name, draw] of [
    ["PDF", pdfOf],
    ["DOCX", docxOf],
  ] as const) {
    const runs: Run[] = [];
    let bytes = 0;
    for (let at = 0; at <= RUNS; at++)
      runs.push(await measured(async () => (bytes = (await draw(paper(), new Map())).length)));
    const [first, ...later] = runs;
    const middle = (of: (run: Run) => number) => median(later.map(of)).toFixed(0);
    const held = Math.max(...later.map(({ heldMs }) => heldMs)).toFixed(0);
    say(
      `| ${name} | ${(bytes / 1024).toFixed(0)} kB | ${first?.cpuMs.toFixed(0)} ms | ${middle(({ cpuMs }) => cpuMs)} ms | ${middle(({ wallMs }) => wallMs)} ms | ${held} ms |`,
    );
  }
}

type Run = { cpuMs: number; wallMs: number; heldMs: number };

const TICK_MS = 5;

/** `heldMs`: the longest time in which nothing else could run. */
async function measured(work: () => Promise<unknown>): Promise<Run> {
  let [heldMs, last] = [0, performance.now()];
  const tick = () => {
    heldMs = Math.max(heldMs, performance.now() - last - TICK_MS);
    last = performance.now();
  };
  const clock = setInterval(tick, TICK_MS);
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const wallMs = performance.now() - from;
  const used = process.cpuUsage(cpu);
  tick();
  clearInterval(clock);
  return { cpuMs: (used.user + used.system) / 1000, wallMs, heldMs };
}
