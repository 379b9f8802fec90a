/** Quotes with price lines, from a stream of their own. */
import { into } from "#db/seed/rows.server";
import { quote, quoteLine } from "#db/schema/projects.server";
import type { QuoteStatus } from "#db/vocabulary/projects";
import { idMaker } from "./made-ids";
import { warranties } from "./texts/market-texts";
import type { DemoSolution, World } from "./world";

const HUNDRED_YUAN = 10_000;

type Offer = {
  enquiryId: string;
  solution: Pick<DemoSolution, "title">;
  status: QuoteStatus;
  totalFen: number;
  days: number;
  validUntil: string;
  byUserId: string;
  at: number;
  note?: string;
};

/** Answers the id of the quote it writes. */
export function quoteWriter(world: World, stream = "demo/quotes") {
  const random = world.random(stream);
  const id = idMaker(world.random(`${stream}/ids`));
  const addQuote = into(world.writer, quote);
  const addLine = into(world.writer, quoteLine);
  return function write({ solution, totalFen, at, ...row }: Offer): string {
    const quoteId = id("quo", at);
    addQuote({ id: quoteId, number: 1, note: "", warrantyMonths: random.pick(warranties), at, ...row });
    const part = (from: number, to: number) =>
      Math.round((totalFen * (from + random.next() * (to - from))) / HUNDRED_YUAN) * HUNDRED_YUAN;
    const [software, hardware] = [part(0.5, 0.65), part(0.12, 0.25)];
    const lines = [
      { text: `${solution.title}软件许可与部署`, priceFen: software, isEligible: true },
      { text: "采集终端与设备接口", priceFen: hardware, isEligible: true },
      { text: "现场实施、培训与首年服务", priceFen: totalFen - software - hardware, isEligible: false },
    ];
    lines.forEach((line, index) => addLine({ id: id("qln", at), quoteId, position: index + 1, ...line }));
    return quoteId;
  };
}
