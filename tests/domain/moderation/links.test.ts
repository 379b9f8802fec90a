import { expect, test } from "vitest";
import { linkProblems, linksIn } from "~/domain/moderation/links";

test.each([
  ["https://www.example.cn/产品", []],
  ["example.cn", []],
  ["https://例子.中国", []],
  ["http://example.cn", ["not_https"]],
  ["https://192.168.1.1/login", ["is_ip"]],
  ["https://0x7f.1/", ["is_ip"]],
  ["https://2130706433", ["is_ip"]],
  ["https://[::1]/", ["is_ip"]],
  ["http://8.8.8.8", ["not_https", "is_ip"]],
  ["https://localhost:3000", ["not_public"]],
  ["https://mes.corp", ["not_public"]],
  ["https://intranet", ["not_public"]],
  ["https://bit.ly/abc", ["shortener"]],
  ["http://t.cn/A6x", ["not_https", "shortener"]],
  ["https://me:secret@example.cn", ["login_in_address"]],
  ["https://exa mple.cn", ["malformed"]],
  ["ftp://example.cn/a", ["not_https"]],
  ["https://notbit.ly/abc", []],
])("%s: %j", (address, problems) => {
  expect(linkProblems(address)).toEqual(problems);
});

test("addresses are found in running Chinese text, without its punctuation, each once", () => {
  const text = "详见https://a.example.cn/x，或 www.b.cn。再看：https://a.example.cn/x！（http://1.2.3.4）";
  expect(linksIn(text)).toEqual(["https://a.example.cn/x", "www.b.cn", "http://1.2.3.4"]);
});

test("ten thousand characters and emoji are no obstacle", () => {
  expect(linksIn("😀".repeat(5000))).toEqual([]);
  expect(linksIn(`https://${"a".repeat(10_000)}.cn`)).toHaveLength(1);
});
