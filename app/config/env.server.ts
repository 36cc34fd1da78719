import { z } from "zod";

const base64Key = z.base64().transform((text) => Buffer.from(text, "base64")).refine((key) => key.length === 32, "must be 32 bytes in base64 (openssl rand -base64 32)");
const list = z.string().default("").transform((text) => text.split(",").map((one) => one.trim()).filter(Boolean));

const schema = z.object({
  NODE_ENV: z.string().default("development"),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  LOG_LEVEL: z.enum(["info", "warn", "error", "silent"]).default("info"),
  SHOPIFY_API_KEY: z.string().min(1),
  SHOPIFY_API_SECRET: z.string().min(1),
  SHOPIFY_API_SECRET_PREVIOUS: z.string().min(1).optional(),
  SHOPIFY_APP_URL: z.url().transform((text) => text.replace(/\/$/, "")),
  DATABASE_URL: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).default(".data/hither"),
  HITHER_ENCRYPTION_KEY: base64Key,
  HITHER_ENCRYPTION_KEYS_PREVIOUS: list.pipe(z.array(base64Key)),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.email().optional(),
  /** Where merchants report statuses we cannot read: an https page of new issues, or a mail address. */
  REPORT_URL: z.union([z.url({ protocol: /^https$/ }), z.email()]).optional(),
});

/** The environment, checked and converted. */
export type Env = z.infer<typeof schema>;

/** `shopify app dev` passes the tunnel's address as HOST: it is the app's address, and we listen where the tunnel ends. */
const withTunnel = ({ HOST, ...rest }: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> =>
  HOST?.includes("://") ? { SHOPIFY_APP_URL: HOST, ...rest } : { ...rest, ...(HOST ? { HOST } : {}) };

/** Reads the environment once, at boot; the error names every missing or malformed variable in plain words. */
export const readEnv = (source: Readonly<Record<string, string | undefined>> = process.env): Env => {
  const set = withTunnel(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== "")));
  const read = schema.safeParse(set);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `  ${issue.path.join(".")}: ${set[String(issue.path[0])] === undefined ? "is not set" : issue.message}`);
  throw new Error(`Hither cannot start; the environment is incomplete:\n${faults.join("\n")}\nSee .env.example.`);
};
