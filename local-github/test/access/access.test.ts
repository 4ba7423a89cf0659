import { createSign } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { suspendInstallation, uninstallApp, unsuspendInstallation } from "local-github-server/world";
import { appToken, startAcme } from "../acme-world.ts";
import type { Acme } from "../acme-world.ts";

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function signed(claims: object, key: string, header: object = { alg: "RS256", typ: "JWT" }): string {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(key, "base64url")}`;
}

describe("who may come in", () => {
  let acme: Acme;
  let now = new Date("2026-11-22T12:00:00Z");
  const seconds = (): number => Math.floor(now.getTime() / 1000);
  const get = async (path: string, authorization?: string) => {
    const headers = authorization === undefined ? {} : { authorization };
    const response = await fetch(`${acme.github.url}${path}`, { headers });
    const body: unknown = JSON.parse(await response.text());
    return { status: response.status, body };
  };

  beforeAll(async () => {
    acme = await startAcme({ now: () => now });
  });
  afterAll(async () => acme.close());

  it("knows an app by a token it signed, id as number or text", async () => {
    const { id, privateKey, slug } = acme.github.app;
    for (const iss of [id, String(id)]) {
      const token = signed({ iss, iat: seconds() - 30, exp: seconds() + 540 }, privateKey);
      expect(await get("/app", `Bearer ${token}`)).toMatchObject({ status: 200, body: { id, slug } });
    }
  });

  it.each([
    ["has expired", (t: number) => ({ iat: t - 700, exp: t - 1 }), /'exp'\) must be a numeric value/u],
    ["is good for more than ten minutes", (t: number) => ({ iat: t, exp: t + 700 }), /too far in the future/u],
    ["is issued in the future", (t: number) => ({ iat: t + 300, exp: t + 500 }), /'iat'\) must be an Integer/u],
    ["says no time of issue", (t: number) => ({ exp: t + 500 }), /'iat'\) must be an Integer/u],
  ])("refuses an app's token that %s", async (_what, claims, message) => {
    const { id, privateKey } = acme.github.app;
    const answer = await get("/app", `Bearer ${signed({ iss: id, ...claims(seconds()) }, privateKey)}`);
    expect(answer).toMatchObject({ status: 401, body: { message: expect.stringMatching(message) } });
  });

  it.each([
    ["an unknown installation token", "token ghs_nothing", "Bad credentials"],
    ["an unknown personal token", "token ghp_nothing", "Bad credentials"],
    ["something else", "Basic abc", "Bad credentials"],
    ["a token that is no JSON", "Bearer a.b.c", "A JSON web token could not be decoded"],
  ])("answers 401 to %s", async (_what, authorization, message) => {
    expect(await get("/repos/acme/widgets", authorization)).toMatchObject({ status: 401, body: { message } });
  });

  it("refuses a changed signature and another algorithm", async () => {
    const { id, privateKey } = acme.github.app;
    const claims = { iss: id, iat: seconds(), exp: seconds() + 300 };
    const [head, body] = signed(claims, privateKey).split(".");
    const [, , other] = signed({ ...claims, exp: seconds() + 301 }, privateKey).split(".");
    const none = signed(claims, privateKey, { alg: "none" });
    for (const token of [`${head}.${body}.${other}`, none]) {
      expect(await get("/app", `Bearer ${token}`)).toMatchObject({ status: 401 });
    }
  });

  it("goes by the machine's time however far the world's clock was moved", async () => {
    const { github, installation } = acme;
    const token = appToken(github, installation);
    await github.clock.advance(30 * 24 * 3_600_000);
    expect(await get("/repos/acme/widgets", `token ${token}`)).toMatchObject({ status: 200 });
    const claims = { iss: github.app.id, iat: seconds() - 30, exp: seconds() + 540 };
    const signedNow = await get("/app", `Bearer ${signed(claims, github.app.privateKey)}`);
    expect(signedNow).toMatchObject({ status: 200 });
  });

  it("ends installation tokens after an hour, when revoked, when suspended and when uninstalled", async () => {
    const { github, installation, people, world } = acme;
    const ask = async (token: string) => (await get("/repos/acme/widgets", `token ${token}`)).status;
    const hour = appToken(github, installation);
    expect(hour.length).toBeGreaterThan(40);
    expect(await ask(hour)).toBe(200);
    now = new Date(now.getTime() + 3_600_000);
    expect(await ask(hour)).toBe(401);

    const revoked = appToken(github, installation);
    github.access.revoke({ installation: installation.databaseId });
    expect(await ask(revoked)).toBe(401);

    const suspended = appToken(github, installation);
    suspendInstallation(world, people.olga, installation);
    expect(await ask(suspended)).toBe(403);
    expect(() => appToken(github, installation)).toThrow("This installation has been suspended");
    unsuspendInstallation(world, people.olga, installation);
    expect(await ask(suspended)).toBe(200);

    uninstallApp(world, people.olga, installation);
    expect(await ask(suspended)).toBe(401);
  });

  it("ends a person's token when revoked and gives out a new one", async () => {
    const old = acme.github.tokenFor("ada");
    expect((await get("/repos/acme/widgets", `token ${old}`)).status).toBe(200);
    acme.github.access.revoke({ login: "ada" });
    expect((await get("/repos/acme/widgets", `token ${old}`)).status).toBe(401);
    expect((await get("/repos/acme/widgets", `token ${acme.github.tokenFor("ada")}`)).status).toBe(200);
  });
});
