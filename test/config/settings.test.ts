import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { loadSettings } from "../../src/config/settings.ts";

const pem = generateKeyPairSync("rsa", { modulusLength: 2048 })
  .privateKey.export({ type: "pkcs1", format: "pem" })
  .toString();
const good = { APP_ID: "12", PRIVATE_KEY: pem, WEBHOOK_SECRET: "s3cret-enough" };
const signIn = { ...good, CLIENT_ID: "Iv23liabc", CLIENT_SECRET: "s3cret-client", PUBLIC_URL: "https://desk.example" };
const noFile = (path: string): string => {
  throw new Error(`ENOENT: ${path}`);
};
const problemsOf = (variables: Record<string, string | undefined>) => {
  const loaded = loadSettings(variables, noFile);
  return "problems" in loaded ? loaded.problems : [];
};

describe("settings", () => {
  it("are complete with three variables", () => {
    expect(loadSettings(good, noFile)).toEqual({
      settings: {
        appId: 12,
        isOnboarding: true,
        privateKey: pem.trim(),
        webhookSecret: "s3cret-enough",
        apiUrl: "https://api.github.com",
        webUrl: "https://github.com",
        host: "0.0.0.0",
        port: 3000,
        dataFolder: ".frontdesk",
        logLevel: "info",
        stopMs: 8_000,
      },
    });
  });

  it.each([
    ["PEM", pem],
    ["PEM with escaped line ends", pem.replaceAll("\n", String.raw`\n`)],
    ["PEM with blanks for line ends", pem.replaceAll("\n", " ")],
    ["PEM with line ends of Windows", pem.replaceAll("\n", "\r\n")],
    ["PEM in quotes", `"${pem.replaceAll("\n", String.raw`\n`)}"`],
    ["base64", Buffer.from(pem).toString("base64")],
    ["base64 in lines", Buffer.from(pem).toString("base64").replaceAll(/.{76}/gu, "$&\n")],
  ])("take the key as %s", (_, key) => {
    expect(loadSettings({ ...good, PRIVATE_KEY: key }, noFile)).toMatchObject({ settings: { privateKey: pem.trim() } });
  });

  it("take a key in PKCS#8", () => {
    const pkcs8 = createPrivateKey(pem).export({ type: "pkcs8", format: "pem" }).toString();
    expect(loadSettings({ ...good, PRIVATE_KEY: pkcs8 }, noFile)).toMatchObject({
      settings: { privateKey: pkcs8.trim() },
    });
  });

  it("take the addresses of chats", () => {
    const url = "https://hooks.slack.com/services/T0/B0/x";
    expect(loadSettings({ ...good, CHAT_WEBHOOK_URL: `acme/*=${url}` }, noFile)).toMatchObject({
      settings: { chat: [{ repositories: "acme/*", url }] },
    });
    expect(problemsOf({ ...good, CHAT_WEBHOOK_URL: "http://hooks.slack.com/secret" })).toEqual([
      "CHAT_WEBHOOK_URL has no https address in part 1",
    ]);
  });

  it("take how long what is kept", () => {
    const given = { KEEP_DELIVERIES_DAYS: "7", KEEP_CLOSED_THREADS_DAYS: "400", KEEP_WORDS_DAYS: "90" };
    expect(loadSettings({ ...good, ...given }, noFile)).toMatchObject({
      settings: { retention: { deliveries: 7, threads: 400, words: 90 } },
    });
    expect(loadSettings({ ...good, KEEP_WORDS_DAYS: "90" }, noFile)).toMatchObject({
      settings: { retention: { deliveries: 14, words: 90 } },
    });
    expect(problemsOf({ ...good, KEEP_WORDS_DAYS: "0", KEEP_DELIVERIES_DAYS: "soon" })).toEqual([
      "KEEP_DELIVERIES_DAYS must be a number of days",
      "KEEP_WORDS_DAYS must be a day or more",
    ]);
  });

  it("have GitHub limit us, unless it is told not to", () => {
    expect(loadSettings({ ...good, GITHUB_RATE_LIMITS: "on" }, noFile)).toEqual(loadSettings(good, noFile));
    expect(loadSettings({ ...good, GITHUB_RATE_LIMITS: "off" }, noFile)).toMatchObject({
      settings: { hasRateLimits: false },
    });
    expect(problemsOf({ ...good, GITHUB_RATE_LIMITS: "none" })).toEqual(["GITHUB_RATE_LIMITS must be on or off"]);
  });

  it("keep metrics to this machine unless stated", () => {
    expect(loadSettings({ ...good, METRICS_PORT: "9464" }, noFile)).toMatchObject({
      settings: { metrics: { host: "127.0.0.1", port: 9464 } },
    });
    expect(loadSettings({ ...good, METRICS_PORT: "9464", METRICS_HOST: "0.0.0.0" }, noFile)).toMatchObject({
      settings: { metrics: { host: "0.0.0.0", port: 9464 } },
    });
  });

  it("take the key from a file", () => {
    const loaded = loadSettings({ ...good, PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: "/key.pem" }, () => pem);
    expect(loaded).toMatchObject({ settings: { privateKey: pem.trim() } });
  });

  it.each<[string, Record<string, string | undefined>, RegExp]>([
    [
      "a role that there is not",
      { ...good, ROLE: "boss", DATABASE_URL: "postgres://db/frontdesk" },
      /^ROLE must be all, web or worker$/,
    ],
    ["a role without a server of databases", { ...good, ROLE: "worker" }, /^ROLE is worker, which takes DATABASE_URL/],
    ["a port of metrics that is none", { ...good, METRICS_PORT: "metrics" }, /^METRICS_PORT must be a port/],
    ["no time to stop", { ...good, SHUTDOWN_SECONDS: "0" }, /^SHUTDOWN_SECONDS must be 1 or more$/],
    ["no app id", { ...good, APP_ID: undefined }, /^APP_ID is missing/],
    ["an app id that is none", { ...good, APP_ID: "Iv1.abc" }, /^APP_ID must be/],
    ["no secret", { ...good, WEBHOOK_SECRET: undefined }, /^WEBHOOK_SECRET is missing/],
    ["an empty secret", { ...good, WEBHOOK_SECRET: "" }, /^WEBHOOK_SECRET is missing/],
    ["Probot's default secret", { ...good, WEBHOOK_SECRET: "development" }, /^WEBHOOK_SECRET must not/],
    ["a short secret", { ...good, WEBHOOK_SECRET: "abc" }, /^WEBHOOK_SECRET must have/],
    ["no key", { ...good, PRIVATE_KEY: undefined }, /^PRIVATE_KEY is missing/],
    ["a key that is none", { ...good, PRIVATE_KEY: "hello" }, /^PRIVATE_KEY is not/],
    ["a key that is cut", { ...good, PRIVATE_KEY: pem.slice(0, 900) }, /^PRIVATE_KEY is not/],
    ["a key that is damaged", { ...good, PRIVATE_KEY: pem.replace("MII", "M!!") }, /^PRIVATE_KEY is damaged/],
    ["a public key", { ...good, PRIVATE_KEY: pem.replaceAll("PRIVATE", "PUBLIC") }, /^PRIVATE_KEY is a public key/],
    [
      "a key with a passphrase",
      { ...good, PRIVATE_KEY: pem.replaceAll("RSA PRIVATE", "ENCRYPTED PRIVATE") },
      /^PRIVATE_KEY is locked by a passphrase/,
    ],
    ["a key of a server", { ...good, PRIVATE_KEY: pem.replaceAll("RSA", "EC") }, /^PRIVATE_KEY is a "EC PRIVATE KEY"/],
    [
      "a key file that is not there",
      { ...good, PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: "/x" },
      /^PRIVATE_KEY_PATH cannot be read/,
    ],
    ["a port that is none", { ...good, PORT: "http" }, /^PORT must be/],
    ["a port out of range", { ...good, PORT: "70000" }, /^PORT must be/],
    ["an API address that is none", { ...good, GITHUB_API_URL: "github" }, /^GITHUB_API_URL must be/],
    [
      "a model's address that is none",
      { ...good, EMBEDDINGS_URL: "ollama", EMBEDDINGS_MODEL: "m" },
      /^EMBEDDINGS_URL must/,
    ],
    ["an address of ours without a scheme", { ...good, PUBLIC_URL: "desk.example" }, /^PUBLIC_URL must be a URL/],
    ["an address of ours that no calendar reads", { ...good, PUBLIC_URL: "ftp://desk.example" }, /^PUBLIC_URL must/],
    [
      "a name of a model and no server",
      { ...good, EMBEDDINGS_MODEL: "intfloat/e5-small" },
      /^EMBEDDINGS_MODEL must be the path of a folder, such as \/models\/e5-small, where no EMBEDDINGS_URL/,
    ],
    ["an address of no model", { ...good, EMBEDDINGS_URL: "http://localhost:1/v1" }, /^EMBEDDINGS_MODEL is missing/],
    ["a secret of no client", { ...signIn, CLIENT_ID: undefined }, /^CLIENT_ID is missing/],
    ["a client without its secret", { ...signIn, CLIENT_SECRET: undefined }, /^CLIENT_SECRET is missing/],
    ["a client id that is none", { ...signIn, CLIENT_ID: "my app" }, /^CLIENT_ID must be/],
    ["a client and no address to come back to", { ...signIn, PUBLIC_URL: undefined }, /^PUBLIC_URL is missing/],
    [
      "a client and an address that is open to all",
      { ...signIn, PUBLIC_URL: "http://desk.example" },
      /^PUBLIC_URL must begin/,
    ],
    [
      "a client and an address under another's",
      { ...signIn, PUBLIC_URL: "https://desk.example/a" },
      /^PUBLIC_URL must have no path/,
    ],
    ["an operator who has no login", { ...good, OPERATORS: "mia, @max" }, /^OPERATORS must be logins/],
    ["proxies without end", { ...good, TRUSTED_PROXIES: "99" }, /^TRUSTED_PROXIES must be/],
    ["an unknown log level", { ...good, LOG_LEVEL: "loud" }, /^LOG_LEVEL /],
  ])("with %s are refused with one line", (_, variables, message) => {
    expect(problemsOf(variables)).toEqual([expect.stringMatching(message)]);
  });

  it("know where people reach the app, where the operator tells", () => {
    expect(loadSettings({ ...good, PUBLIC_URL: "https://desk.example/frontdesk//" }, noFile)).toMatchObject({
      settings: { publicUrl: "https://desk.example/frontdesk" },
    });
    expect(loadSettings(good, noFile)).not.toHaveProperty("settings.publicUrl");
  });

  it.each(["https://desk.example", "http://localhost:3000", "http://127.0.0.1:3000/"])(
    "sign people in at %s",
    (url) => {
      const variables = { ...signIn, PUBLIC_URL: url, OPERATORS: "mia, Max  lea", TRUSTED_PROXIES: "1" };
      expect(loadSettings(variables, noFile)).toMatchObject({
        settings: {
          signIn: { clientId: "Iv23liabc", clientSecret: "s3cret-client" },
          operators: ["mia", "Max", "lea"],
          trustedProxies: 1,
        },
      });
    },
  );

  it("know the server of a language model where there is one", () => {
    const variables = { ...good, EMBEDDINGS_URL: "http://localhost:11434/v1", EMBEDDINGS_MODEL: "small" };
    expect(loadSettings(variables, noFile)).toMatchObject({
      settings: { embeddings: { url: "http://localhost:11434/v1", model: "small", key: undefined } },
    });
  });

  it.each([
    "/models/small",
    "./small",
    "../small",
    ".",
    "..",
    String.raw`C:\models\small`,
    "d:/small",
    String.raw`.\small`,
  ])("take the folder of a model: %s", (folder) => {
    expect(loadSettings({ ...good, EMBEDDINGS_MODEL: folder }, noFile)).toMatchObject({
      settings: { embeddings: { folder } },
    });
  });

  it("leave the model to the server where there is one, whatever it is called", () => {
    const variables = { ...good, EMBEDDINGS_URL: "http://localhost:11434/v1", EMBEDDINGS_MODEL: "/models/small" };
    expect(loadSettings(variables, noFile)).toMatchObject({
      settings: { embeddings: { url: "http://localhost:11434/v1", model: "/models/small" } },
    });
  });

  it("name every problem at once and repeat no secret", () => {
    const problems = problemsOf({ PRIVATE_KEY: "hush", WEBHOOK_SECRET: "abc" });
    expect(problems).toHaveLength(3);
    expect(problems.join()).not.toMatch(/hush|abc/);
    expect(problemsOf({ ...signIn, CLIENT_SECRET: "geheim" }).join()).not.toContain("geheim");
  });
});
