import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { secretsOf } from "../../src/config/secrets-of.ts";
import { createLog } from "../../src/web/create-log.ts";
import { maskSecrets } from "../../src/web/mask-secrets.ts";
import { logLines } from "../helpers/log-lines.ts";

/** Put together here, so that nobody's push protection takes this file for a leak. */
const chance = "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5";
const settings = {
  appId: 1,
  privateKey: `-----BEGIN RSA PRIVATE KEY-----\n${chance.repeat(2)}\n${chance}\n-----END RSA PRIVATE KEY-----`,
  webhookSecret: 'a "quoted" webhook secret',
  apiUrl: "https://api.github.com",
  webUrl: "https://github.com",
  signIn: { clientId: "Iv1.1234", clientSecret: "0123456789abcdef0123456789abcdef01234567" },
  host: "127.0.0.1",
  port: 0,
  dataFolder: ".frontdesk",
  logLevel: "info",
  embeddings: { url: "https://me:embedding-word@ai.example/v1", model: "m", key: "key-of-embeddings" },
  chat: [{ repositories: "*", url: "https://hooks.example/services/T0/B0/chat-secret" }],
  databaseUrl: "postgres://frontdesk:p%40ss-word@db.example/frontdesk",
} as const;

describe("a log", () => {
  it.each([
    ["a line of the private key", chance.repeat(2)],
    ["the webhook secret", settings.webhookSecret],
    ["the client secret", settings.signIn.clientSecret],
    ["the key of the embeddings server", settings.embeddings.key],
    ["a password in its address", "embedding-word"],
    ["the chat's address", settings.chat[0].url],
    ["the chat's path alone", "/services/T0/B0/chat-secret"],
    ["the database's address", settings.databaseUrl],
    ["the database's password, as it is meant", "p@ss-word"],
    ["a token of an installation", `ghs_${chance}`],
    ["a token of a person", `github_pat_${chance}`],
    ["a JSON web token", `eyJ${chance}.eyJ${chance}.${chance}`],
    ["a password in an address of anybody", "of-anybody"],
  ])("masks %s, wherever it stands", (_, secret) => {
    const log = logLines();
    const logger = createLog("trace", log, secretsOf(settings));
    const said = secret === "of-anybody" ? `https://x:${secret}@host.example/y` : secret;
    logger.info({ a: { deep: [said] } }, `said: ${said}`);
    logger.error({ err: new Error(`failed with ${said}!`) }, "failed");
    logger.child({ of: said }).warn(said);
    const text = log.lines.join("");
    expect(text).not.toContain(secret);
    expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
    expect(text.split("[secret]").length).toBeGreaterThan(3);
    for (const line of log.lines) expect(() => void JSON.parse(line)).not.toThrow();
  });

  it("leaves all else as it is", () => {
    const mask = maskSecrets(["", "abc", "a secret"]);
    for (const line of ["abc ghs_ eyJ. https://github.com:443/a@b {}", '{"level":30}', "1:2@3"]) {
      expect(mask(line)).toBe(line);
    }
  });

  it("is a line of JSON after masking, whatever the secret is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 6 }), fc.string(), (secret, around) => {
        const line = JSON.stringify({ message: `${around}${secret}${around}` });
        const read = JSON.parse(maskSecrets([secret])(line)) as { readonly message: string };
        // What a secret shares with the line's own form is not masked whole.
        if (!"message".includes(secret)) expect(read.message).not.toContain(secret);
      }),
    );
  });
});
