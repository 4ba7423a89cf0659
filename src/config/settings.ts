import type { z } from "zod";
import { usualRetention, type Retention } from "../core/retention.ts";
import type { Role } from "../core/role.ts";
import { readChatAddresses, type ChatAddress } from "./chat-addresses.ts";
import { Environment } from "./environment.ts";
import { isLoopback } from "./loopback.ts";
import { loadPrivateKey } from "./private-key.ts";

const flag = (name: string, what: string) => `${name} ${what}`;

/** What the process needs to know to start. */
export interface Settings {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** Base address of REST, without a slash at the end. */
  readonly apiUrl: string;
  readonly webUrl: string;
  /** Whether GitHub limits how much is asked of it; it does when missing. */
  readonly hasRateLimits?: boolean;
  /** Whether repositories without a config are asked for one, and silent until then; they are not when missing. */
  readonly isOnboarding?: boolean;
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

/** What turns texts into vectors: a server, or a model in this process, from a folder. */
export type EmbeddingsSettings =
  { readonly url: string; readonly model: string; readonly key: string | undefined } | { readonly folder: string };

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
  problems.push(...embeddingsProblems(given));
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
  return {
    settings: {
      appId: Number(env.APP_ID),
      privateKey: key.pem,
      webhookSecret: env.WEBHOOK_SECRET,
      apiUrl: env.GITHUB_API_URL.replace(/(?<!\/)\/+$/, ""),
      webUrl: env.GITHUB_WEB_URL.replace(/(?<!\/)\/+$/, ""),
      ...(env.ROLE !== "all" && { role: env.ROLE }),
      ...(env.ONBOARDING === "on" && { isOnboarding: true }),
      ...(env.GITHUB_RATE_LIMITS === "off" && { hasRateLimits: false }),
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
      ...embeddingsOf(env),
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

/** A name alone says nothing of where the model is. */
function embeddingsProblems(given: Readonly<Record<string, string | undefined>>): string[] {
  const { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model } = given;
  if (url !== undefined && model === undefined) {
    return ["EMBEDDINGS_MODEL is missing: EMBEDDINGS_URL needs to know which model to ask for"];
  }
  if (url !== undefined || model === undefined || isPath(model)) return [];
  return [
    `EMBEDDINGS_MODEL must be the path of a folder, such as /models/${model.replaceAll(/^.*[/\\]/gu, "")}, where no EMBEDDINGS_URL names the server of the model`,
  ];
}

/** Names of models have slashes, too: `intfloat/multilingual-e5-small`. */
function isPath(model: string): boolean {
  return /^(?:\.{0,2}[/\\]|[a-z]:[/\\]|\.{1,2}$)/iu.test(model);
}

function embeddingsOf({
  EMBEDDINGS_URL: url,
  EMBEDDINGS_MODEL: model,
  EMBEDDINGS_KEY: key,
}: z.infer<typeof Environment>): Pick<Settings, "embeddings"> {
  if (model === undefined) return {};
  return { embeddings: url === undefined ? { folder: model } : { url, model, key } };
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
