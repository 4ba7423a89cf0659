import { z } from "zod";
import { usualRetention, type Retention } from "../core/retention.ts";
import { roles, type Role } from "../core/role.ts";
import { readChatAddresses, type ChatAddress } from "./chat-addresses.ts";

const flag = (name: string, what: string) => `${name} ${what}`;

const port = z.coerce
  .number({ error: "must be a port number" })
  .int("must be a port number")
  .min(0, "must be a port number from 0 to 65535")
  .max(65535, "must be a port number from 0 to 65535");

const days = z.coerce
  .number({ error: "must be a number of days" })
  .int("must be a whole number of days")
  .min(1, "must be a day or more")
  .max(36_500, "must be 36500 days or less");

/** What the operator sets by environment variables. Each description is the manual of its variable. */
const Environment = z.object({
  APP_ID: z
    .string({ error: "is missing: it is the number on the app's settings page" })
    .regex(/^\d+$/, "must be the app's number, digits only")
    .describe("The app's number, from its settings page."),
  PRIVATE_KEY: z.string().optional().describe("The app's private key: the PEM text, or the same in base64."),
  PRIVATE_KEY_PATH: z.string().optional().describe("A file that holds the private key, instead of `PRIVATE_KEY`."),
  WEBHOOK_SECRET: z
    .string({ error: "is missing: without it anybody could send us webhooks" })
    .min(8, "must have at least 8 characters")
    .refine((it) => it !== "development", 'must not be "development", which everybody knows')
    .describe("The secret that GitHub signs webhooks with, as set on the app's settings page."),
  GITHUB_API_URL: z
    .url({ protocol: /^https?$/, error: "must be a URL" })
    .default("https://api.github.com")
    .describe("The REST API of your GitHub; GraphQL is found from it."),
  GITHUB_WEB_URL: z
    .url({ protocol: /^https?$/, error: "must be a URL" })
    .default("https://github.com")
    .describe("Where people see your GitHub; links are made from it."),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be a URL" })
    .optional()
    .describe(
      "Where people and their programs reach this server, such as `https://frontdesk.example.com`: addresses of calendars and of the dashboard are made from it. Without it they are told from the path on, and nobody can sign in.",
    ),
  CLIENT_ID: z
    .string()
    .regex(/^[\w.-]{1,100}$/, "must be the app's client ID, as its settings page shows it")
    .optional()
    .describe(
      "The app's client ID, from its settings page. With it, `CLIENT_SECRET` and `PUBLIC_URL`, people sign in to the dashboard with GitHub; without, only public pages are shown.",
    ),
  CLIENT_SECRET: z
    .string()
    .min(8, "must be a client secret, as the app's settings page makes it")
    .optional()
    .describe(
      "A client secret of the app, made on its settings page. Sessions of the dashboard are sealed by it as well.",
    ),
  OPERATORS: z
    .string()
    .optional()
    .describe(
      "Logins on GitHub, with commas between them, of those who may see the dashboard's inbox and try its deliveries again. They see what all deliveries say, those of private repositories as well.",
    ),
  TRUSTED_PROXIES: z.coerce
    .number({ error: "must be a number" })
    .int("must be a whole number")
    .min(0, "must be 0 or more")
    .max(10, "must be 10 or less")
    .default(0)
    .describe(
      "How many proxies of yours stand in front of this server, each of which adds the address it hears from to `X-Forwarded-For`. Requests are limited by address; with 0 that header is not believed.",
    ),
  ROLE: z
    .enum(roles, { error: "must be all, web or worker" })
    .default("all")
    .describe(
      "What this process does; `--role` of `frontdesk start` says the same. `all`; `web`: takes webhooks and serves pages; `worker`: works on what came, and the schedule. Others than `all` take `DATABASE_URL`.",
    ),
  HOST: z.string().min(1).default("0.0.0.0").describe("The address to listen on."),
  PORT: port.default(3000).describe("The port to listen on; 0 picks a free one."),
  DATA_FOLDER: z
    .string()
    .min(1)
    .default(".frontdesk")
    .describe("Where the database is kept, unless `DATABASE_URL` names a server."),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/[^/]+\/./, "must be an address such as `postgres://user:password@host:5432/database`")
    .optional()
    .describe(
      "A PostgreSQL database, `postgres://user:password@host:5432/database`, instead of a file in the data folder: any number of processes can then share the work. It is a secret.",
    ),
  METRICS_PORT: port
    .optional()
    .describe(
      "The port of a second listener, with `/metrics` for Prometheus, `/healthz` and `/readyz`; 0 picks a free one. Without it there are no metrics.",
    ),
  METRICS_HOST: z
    .string()
    .min(1)
    .default("127.0.0.1")
    .describe(
      "The address of that listener. Nobody has to sign in there: give it one that only your own machines reach, such as `0.0.0.0` in a container whose port is not published.",
    ),
  SHUTDOWN_SECONDS: z.coerce
    .number({ error: "must be a number of seconds" })
    .min(1, "must be 1 or more")
    .max(600, "must be 600 or less")
    .default(8)
    .describe(
      "How long a stop (SIGTERM, SIGINT) lets deliveries in progress end. What has not ended by then is given back and taken up by other processes, or after the next start. Keep it two seconds below the time after which your supervisor kills: 10 seconds of Docker's, 90 of systemd's, 30 of Kubernetes'.",
    ),
  EMBEDDINGS_URL: z
    .url({ protocol: /^https?$/, error: "must be a URL" })
    .optional()
    .describe(
      "A server of OpenAI's embeddings API, such as `http://localhost:11434/v1`. Search then also compares by meaning; docs, answered threads and questions are sent to it. Without it nothing leaves the machine.",
    ),
  EMBEDDINGS_MODEL: z.string().min(1).optional().describe("The model to ask that server for."),
  EMBEDDINGS_KEY: z.string().optional().describe("The key to show to that server, if it wants one."),
  CHAT_WEBHOOK_URL: z
    .string()
    .optional()
    .describe(
      "An incoming webhook of Slack, Microsoft Teams (Workflows), Mattermost or another that takes Slack's messages. Escalations with `webhook: true` are posted to it. `owner/name=https://… owner/*=https://… *=https://…` has one for each repository or owner. It is a secret, so it does not stand in a config.",
    ),
  KEEP_DELIVERIES_DAYS: days
    .default(usualRetention.deliveries)
    .describe(
      "For how many days after they are done deliveries are kept: what webhooks said, what was planned, and what came of it.",
    ),
  KEEP_CLOSED_THREADS_DAYS: days
    .optional()
    .describe(
      "For how many days after a discussion was closed its timeline, clocks, bookings, ratings and suggestions are kept. Reports of times before count it no more. Without it: as long as the repository is served.",
    ),
  KEEP_WORDS_DAYS: days
    .optional()
    .describe(
      "For how many days what askers wrote with `/rate`, and what helpers noted with `/interviewed`, is kept. Ratings stay. Without it: as long as the repository is served.",
    ),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"])
    .default("info")
    .describe("How much is logged."),
});

/** The environment variables that are read, for the docs. */
export const environment = Environment.shape;

/** What the process needs to know to start. */
export interface Settings {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** Base address of REST, without a slash at the end. */
  readonly apiUrl: string;
  readonly webUrl: string;
  /** Where people reach this server, without a slash at the end; missing where nobody has told. */
  readonly publicUrl?: string;
  /** The app's own credentials for signing people in; missing: nobody can. They need a `publicUrl`. */
  readonly signIn?: SignInSettings;
  /** Logins of those who may see the inbox. */
  readonly operators?: readonly string[];
  /** How many proxies in front of us are believed; none when missing. */
  readonly trustedProxies?: number;
  /** What this process does; all when missing. */
  readonly role?: Role;
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  /** How long what is kept; as usual when missing. */
  readonly retention?: Retention;
  /** The PostgreSQL database in which all is kept; missing: a file in the data folder. */
  readonly databaseUrl?: string;
  readonly logLevel: string;
  /** Where the operator's listener is; missing: nowhere. */
  readonly metrics?: { readonly host: string; readonly port: number };
  /** How long a stop lets what is in progress end, in milliseconds; eight seconds when missing. */
  readonly stopMs?: number;
  /** Missing: search goes by words alone, and no content leaves the machine. */
  readonly embeddings?: EmbeddingsSettings;
  /** Where escalations are posted; missing: nowhere. */
  readonly chat?: readonly ChatAddress[];
}

/** What GitHub knows the app by when it signs people in. */
export interface SignInSettings {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The server that turns texts into vectors. */
export interface EmbeddingsSettings {
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
}

export type LoadedSettings = { readonly settings: Settings } | { readonly problems: readonly string[] };

/** Settings from environment variables, or one line for each that is missing or malformed. Secrets are never repeated. */
export function loadSettings(
  variables: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): LoadedSettings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map((it) => flag(it.path.join("."), it.message));
  const key = loadPrivateKey(given["PRIVATE_KEY"], given["PRIVATE_KEY_PATH"], readFile);
  if ("problem" in key) problems.push(key.problem);
  if (given["EMBEDDINGS_URL"] !== undefined && given["EMBEDDINGS_MODEL"] === undefined) {
    problems.push("EMBEDDINGS_MODEL is missing: EMBEDDINGS_URL needs to know which model to ask for");
  }
  problems.push(...signInProblems(given));
  const role = given["ROLE"];
  if ((role === "web" || role === "worker") && given["DATABASE_URL"] === undefined) {
    problems.push(
      `ROLE is ${role}, which takes DATABASE_URL: the database in DATA_FOLDER is one process's, which does all. Set DATABASE_URL to a PostgreSQL that all processes reach, or leave out the role`,
    );
  }
  const operators = (given["OPERATORS"] ?? "").split(/[\s,]+/u).filter(Boolean);
  const strange = operators.find((it) => !/^[a-z\d][\w-]*$/iu.test(it));
  if (strange !== undefined) problems.push(flag("OPERATORS", `must be logins with commas between them: ${strange}`));
  const chat = given["CHAT_WEBHOOK_URL"] === undefined ? [] : readChatAddresses(given["CHAT_WEBHOOK_URL"]);
  if ("problem" in chat) problems.push(flag("CHAT_WEBHOOK_URL", chat.problem));
  if (!parsed.success || "problem" in key || "problem" in chat || problems.length > 0) return { problems };

  const env = parsed.data;
  const { CLIENT_ID: clientId, CLIENT_SECRET: clientSecret } = env;
  const { EMBEDDINGS_URL: embeddingsUrl, EMBEDDINGS_MODEL: model = "", EMBEDDINGS_KEY: embeddingsKey } = env;
  return {
    settings: {
      appId: Number(env.APP_ID),
      privateKey: key.pem,
      webhookSecret: env.WEBHOOK_SECRET,
      apiUrl: env.GITHUB_API_URL.replace(/(?<!\/)\/+$/, ""),
      webUrl: env.GITHUB_WEB_URL.replace(/(?<!\/)\/+$/, ""),
      ...(env.ROLE !== "all" && { role: env.ROLE }),
      host: env.HOST,
      port: env.PORT,
      dataFolder: env.DATA_FOLDER,
      logLevel: env.LOG_LEVEL,
      ...(env.DATABASE_URL !== undefined && { databaseUrl: env.DATABASE_URL }),
      stopMs: env.SHUTDOWN_SECONDS * 1000,
      ...(env.METRICS_PORT !== undefined && { metrics: { host: env.METRICS_HOST, port: env.METRICS_PORT } }),
      ...retentionOf(env),
      ...(env.PUBLIC_URL !== undefined && { publicUrl: env.PUBLIC_URL.replace(/(?<!\/)\/+$/, "") }),
      ...(clientId !== undefined && clientSecret !== undefined && { signIn: { clientId, clientSecret } }),
      ...(operators.length > 0 && { operators }),
      ...(env.TRUSTED_PROXIES > 0 && { trustedProxies: env.TRUSTED_PROXIES }),
      ...(embeddingsUrl !== undefined && { embeddings: { url: embeddingsUrl, model, key: embeddingsKey } }),
      ...(chat.length > 0 && { chat }),
    },
  };
}

/** Nothing where all is as usual. */
function retentionOf(env: z.infer<typeof Environment>): Pick<Settings, "retention"> {
  const { KEEP_DELIVERIES_DAYS: deliveries, KEEP_CLOSED_THREADS_DAYS: threads, KEEP_WORDS_DAYS: words } = env;
  if (deliveries === usualRetention.deliveries && threads === undefined && words === undefined) return {};
  return {
    retention: { deliveries, ...(threads !== undefined && { threads }), ...(words !== undefined && { words }) },
  };
}

/** What signing in needs beside: both halves of the credentials, and an address at which browsers keep our cookie. */
function signInProblems(given: Readonly<Record<string, string | undefined>>): string[] {
  const { CLIENT_ID: id, CLIENT_SECRET: secret, PUBLIC_URL: publicUrl } = given;
  if (id === undefined && secret === undefined) return [];
  const problems: string[] = [];
  if (id === undefined) problems.push("CLIENT_ID is missing: CLIENT_SECRET belongs to it");
  if (secret === undefined) problems.push("CLIENT_SECRET is missing: CLIENT_ID needs it to sign people in");
  const url = URL.parse(publicUrl ?? "");
  if (publicUrl === undefined) {
    problems.push("PUBLIC_URL is missing: GitHub sends people back to it after they have signed in with CLIENT_ID");
  } else if (url?.protocol === "http:" && !isLoopback(url.hostname)) {
    problems.push(
      "PUBLIC_URL must begin with https:// where people sign in: browsers keep a session's cookie nowhere else",
    );
  } else if (url && /[^/]/u.test(url.pathname)) {
    problems.push("PUBLIC_URL must have no path where people sign in: the dashboard is at the root of its host");
  }
  return problems;
}

/** Browsers trust this machine without https: https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy */
function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(hostname);
}

function loadPrivateKey(
  text: string | undefined,
  path: string | undefined,
  readFile: (path: string) => string,
): { readonly pem: string } | { readonly problem: string } {
  if (text === undefined && path === undefined) {
    return { problem: "PRIVATE_KEY is missing: set it, or PRIVATE_KEY_PATH to the .pem file you downloaded" };
  }
  let raw = text ?? "";
  if (text === undefined && path !== undefined) {
    try {
      raw = readFile(path);
    } catch (error) {
      return { problem: `PRIVATE_KEY_PATH cannot be read: ${error instanceof Error ? error.message : String(error)}` };
    }
  }
  const isPem = (it: string) =>
    /-----BEGIN (RSA )?PRIVATE KEY-----\s/.test(it) && /\s-----END (RSA )?PRIVATE KEY-----/.test(it);
  const candidates = [raw, raw.replaceAll(String.raw`\n`, "\n"), Buffer.from(raw, "base64").toString("utf8")];
  const pem = candidates.find(isPem);
  return pem === undefined
    ? { problem: `${text === undefined ? "PRIVATE_KEY_PATH" : "PRIVATE_KEY"} is not a PEM private key` }
    : { pem: pem.trim() };
}
