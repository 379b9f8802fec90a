/** One spelling for what people type and what listings say: full width, case and traditional characters folded away. */
import { Converter } from "opencc-js/t2cn";

const simplified = Converter({ from: "t", to: "cn" });

/**
 * Words of Taiwan and Hong Kong that no character table turns into the mainland word. opencc's phrase table for Taiwan
 * would also turn 執行 into 运行, so only these are folded. Keys are simplified already.
 */
const REGIONAL = new Map([
  ["伺服器", "服务器"],
  ["软体", "软件"],
  ["硬体", "硬件"],
  ["韧体", "固件"],
  ["数位", "数字"],
  ["资料库", "数据库"],
  ["资料", "数据"],
  ["资讯", "信息"],
  ["网路", "网络"],
  ["品质", "质量"],
  ["云端", "云"],
  ["物联网路", "物联网"],
  ["程式", "程序"],
]);
const REGIONAL_WORDS = new RegExp([...REGIONAL.keys()].sort((a, b) => b.length - a.length).join("|"), "g");

/** NFKC, lower case, simplified characters, mainland words, blanks as one space. Never throws, whatever is typed. */
export function foldText(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{C}]+/gu, " ")
    .trim();
  return simplified(plain).replace(REGIONAL_WORDS, (word) => REGIONAL.get(word) ?? word);
}
