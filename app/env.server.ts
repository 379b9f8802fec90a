/** The environment, read and checked once. Every setting has a safe default; .env.example lists them. */
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";

const Environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default("./data"),
  /** What an empty database is filled with. */
  DEMO: z.enum(["programme", "small", "none"]).default("programme"),
  WORKERS: z.coerce.number().int().min(1).max(64).default(availableParallelism()),
  BASE_URL: z.url().optional(),
  SESSION_SECRET: z.string().min(32).optional(),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default("数诊 <no-reply@shuzhen.example>"),
  SMS_WEBHOOK_URL: z.url().optional(),
  SMS_WEBHOOK_SECRET: z.string().min(16).optional(),
  /** clamd of ClamAV: a socket, or host:port. */
  CLAMAV_SOCKET: z.string().min(1).optional(),
  CLAMAV_HOST: z
    .string()
    .regex(/^(\[[0-9a-fA-F:]+\]|[\w.-]+)(:\d{1,5})?$/, "host or host:port")
    .optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Env = ReturnType<typeof readEnvironment>;

/** Throws one sentence naming each wrong setting. Writes the session secret into DATA_DIR when none is given. */
export function readEnvironment(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Settings are wrong (see .env.example): ${wrong.join("; ")}`);
  }
  const e = parsed.data;
  const dataDir = resolve(e.DATA_DIR);
  return {
    mode: e.NODE_ENV,
    port: e.PORT,
    host: e.HOST,
    dataDir,
    databaseFile: join(dataDir, "shuzhen.db"),
    demo: e.DEMO,
    workers: e.WORKERS,
    baseUrl: e.BASE_URL ?? `http://${e.HOST}:${e.PORT}`,
    sessionSecret: e.SESSION_SECRET ?? keptSecret(dataDir),
    smtpUrl: e.SMTP_URL ?? null,
    mailFrom: e.MAIL_FROM,
    smsWebhookUrl: e.SMS_WEBHOOK_URL ?? null,
    smsWebhookSecret: e.SMS_WEBHOOK_SECRET ?? null,
    clamavSocket: e.CLAMAV_SOCKET ?? null,
    clamavHost: e.CLAMAV_HOST ?? null,
    logLevel: e.LOG_LEVEL,
  };
}

/** The secret of this data directory, made on first use and readable by its owner only. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, "session-secret");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    try {
      writeFileSync(file, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 });
      chmodSync(file, 0o600);
    } catch (error) {
      // Another process of the same start made it first.
      if (!existsSync(file)) throw error;
    }
  }
  return readFileSync(file, "utf8").trim();
}

export const env = readEnvironment(process.env);
