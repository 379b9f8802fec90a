import { createServer, type AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { driversFor } from "~/domain/notices/delivery.server";
import { unsubscribeHeaders } from "~/domain/notices/unsubscribe-header";
import { env } from "~/env.server";
import { paths } from "~/paths";

const prefix = "https://shuzhen.example/unsubscribe/";

test("a letter with an unsubscribe link offers one click; any other offers nothing", () => {
  expect(unsubscribeHeaders(`新方案\n${prefix}usr_1.abc\n\n请勿回复`, prefix)).toEqual({
    "List-Unsubscribe": `<${prefix}usr_1.abc>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  });
  for (const body of ["", "没有链接", prefix, `见https://elsewhere.example/unsubscribe/usr_1`, `x${prefix}usr_1`]) {
    expect(unsubscribeHeaders(body, prefix)).toEqual({});
  }
});

/** A mail server of a few words, that keeps what it is handed. */
function mailServer() {
  const received: string[] = [];
  const server = createServer((socket) => {
    let isData = false;
    socket.write("220 here\r\n");
    socket.on("data", (chunk) => {
      const text = chunk.toString();
      if (isData) {
        received.push(text);
        if (text.includes("\r\n.\r\n")) {
          isData = false;
          socket.write("250 kept\r\n");
        }
        return;
      }
      for (const line of text.split("\r\n").filter(Boolean)) {
        isData = line === "DATA";
        if (line === "QUIT") socket.end("221 bye\r\n");
        else socket.write(isData ? "354 go on\r\n" : "250 yes\r\n");
      }
    });
  });
  return { server, received };
}

test("the headers are on the mail that leaves", async () => {
  const { server, received } = mailServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const { email } = driversFor({ ...env, smtpUrl: `smtp://127.0.0.1:${port}?ignoreTLS=true` });
  const link = new URL(paths.unsubscribe("usr_1.abc"), env.baseUrl).href;
  const letter = { id: "mai_1", channel: "email" as const, recipient: "a@x.cn", subject: "s", createdAt: 1 };
  await email({ ...letter, body: `hello\n${link}\n` });
  server.close();
  const sent = received.join("").replace(/\r\n /g, "");
  expect(sent).toContain(`List-Unsubscribe: <${link}>`);
  expect(sent).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
});
