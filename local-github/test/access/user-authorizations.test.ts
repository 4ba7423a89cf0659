import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startAcme, type Acme } from "../acme-world.ts";

const callback = "https://desk.example/sign-in/callback";
const verifier = "a-verifier-of-at-least-forty-three-characters-0123456789";
const challenge = createHash("sha256").update(verifier).digest("base64url");

let acme: Acme;
let now = new Date("2026-11-22T12:00:00Z");
beforeAll(async () => {
  acme = await startAcme({ now: () => now });
});
afterAll(async () => acme.close());
beforeEach(() => acme.github.setCallbacks([callback, "https://desk.example/other"]));

type Fields = Readonly<Record<string, string>>;

const asked = (more: Fields = {}): Fields => ({
  client_id: acme.github.app.clientId,
  redirect_uri: callback,
  state: "a state",
  code_challenge: challenge,
  code_challenge_method: "S256",
  ...more,
});

/** Opens the page that asks, as a browser of somebody. */
const open = (fields: Fields, as?: string) =>
  fetch(`${acme.github.url}/login/oauth/authorize?${new URLSearchParams(fields).toString()}`, {
    headers: { accept: "text/html", cookie: as === undefined ? "" : `act_as=${as}` },
    redirect: "manual",
  });

/** Answers it; to where the browser is sent. */
const answer = async (fields: Fields, reply: "yes" | "no", as = "ada"): Promise<URL> => {
  const response = await fetch(`${acme.github.url}/login/oauth/authorize`, {
    method: "POST",
    body: new URLSearchParams({ ...fields, answer: reply }),
    headers: { origin: acme.github.url, cookie: `act_as=${as}` },
    redirect: "manual",
  });
  return new URL(response.headers.get("location") ?? "", "https://nowhere.example");
};

const exchange = async (more: Fields = {}, accept = "application/json") => {
  const { clientId, clientSecret } = acme.github.app;
  const response = await fetch(`${acme.github.url}/login/oauth/access_token`, {
    method: "POST",
    headers: { accept },
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, redirect_uri: callback, ...more }),
  });
  expect(response.status).toBe(200);
  return response;
};
const codeOf = async (fields = asked()) => (await answer(fields, "yes")).searchParams.get("code") ?? "";
const tokenOf = async (more: Fields) => (await (await exchange(more)).json()) as Record<string, string>;

// https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-user-access-token-for-a-github-app
describe("a person who is asked whether an app may know them", () => {
  it("sees who asks and where they go on to", async () => {
    const response = await open(asked(), "ada");
    expect(response.headers.get("content-security-policy")).toContain("form-action 'self' https://desk.example;");
    expect(await response.text()).toMatch(/my-app[^]*ada[^]*https:\/\/desk\.example/u);
  });

  it("has nothing to say yes to while they act as nobody", async () => {
    expect(await (await open(asked())).text()).not.toContain('value="yes"');
  });

  it("is sent back with a code, the state, and who sends them", async () => {
    const back = await answer(asked(), "yes");
    expect(back.origin + back.pathname).toBe(callback);
    expect(Object.fromEntries(back.searchParams)).toEqual({
      code: expect.stringMatching(/^[0-9a-f]{20}$/u) as string,
      state: "a state",
      iss: `${acme.github.url}/login/oauth`,
    });
  });

  it("is sent back without one when they say no", async () => {
    const { searchParams } = await answer(asked(), "no");
    expect(searchParams.get("error")).toBe("access_denied");
    expect(searchParams.get("error_description")).toBe("The user has denied your application access.");
    expect([searchParams.get("state"), searchParams.has("code")]).toEqual(["a state", false]);
  });

  it("goes to no address that the app has not named", async () => {
    const response = await open(asked({ redirect_uri: `${callback}/more` }), "ada");
    const back = new URL(response.headers.get("location") ?? "");
    expect([back.origin + back.pathname, back.searchParams.get("error")]).toEqual([callback, "redirect_uri_mismatch"]);
  });

  it("is not asked for an app that nobody knows", async () => {
    expect((await open(asked({ client_id: "Iv1.nobody" }), "ada")).status).toBe(404);
  });
});

describe("a code", () => {
  it("is exchanged once, for a token that says who it is", async () => {
    const code = await codeOf();
    const token = await tokenOf({ code, code_verifier: verifier });
    expect(token).toEqual({
      access_token: expect.stringMatching(/^ghu_/u) as string,
      expires_in: 28_800,
      scope: "",
      token_type: "bearer",
    });
    const user = await fetch(`${acme.github.url}/user`, {
      headers: { authorization: `Bearer ${token["access_token"]}`, "user-agent": "test" },
    });
    expect(await user.json()).toMatchObject({ login: "ada", type: "User" });
    expect(await tokenOf({ code, code_verifier: verifier })).toMatchObject({ error: "bad_verification_code" });
  });

  it("is answered as a form where nothing else is asked for", async () => {
    const response = await exchange({ code: await codeOf(), code_verifier: verifier }, "*/*");
    expect(new URLSearchParams(await response.text()).get("access_token")).toMatch(/^ghu_/u);
  });

  // https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors
  it.each<[string, Fields, string, string]>([
    [
      "that is none",
      { code: "x", code_verifier: verifier },
      "bad_verification_code",
      "The code passed is incorrect or expired.",
    ],
    [
      "with another verifier",
      { code_verifier: "b" },
      "bad_verification_code",
      "The code passed is incorrect or expired.",
    ],
    ["without a verifier", {}, "bad_verification_code", "The code passed is incorrect or expired."],
    [
      "with another secret",
      { client_secret: "guessed" },
      "incorrect_client_credentials",
      "The client_id and/or client_secret passed are incorrect.",
    ],
    [
      "for another address",
      { redirect_uri: "https://desk.example/other", code_verifier: verifier },
      "redirect_uri_mismatch",
      "The redirect_uri MUST match the registered callback URL for this application.",
    ],
  ])("%s is refused, with status 200", async (_, more, error, error_description) => {
    expect(await tokenOf({ code: await codeOf(), ...more })).toMatchObject({ error, error_description });
  });

  it("counts for ten minutes", async () => {
    const code = await codeOf();
    now = new Date(now.getTime() + 601_000);
    expect(await tokenOf({ code, code_verifier: verifier })).toMatchObject({ error: "bad_verification_code" });
  });
});

// https://docs.github.com/en/rest/apps/oauth-applications#delete-an-app-token
describe("a user's token", () => {
  it("ends when the app revokes it, by its client's credentials", async () => {
    const { access_token: token = "" } = await tokenOf({ code: await codeOf(), code_verifier: verifier });
    const { clientId, clientSecret } = acme.github.app;
    const revoke = (secret: string) =>
      fetch(`${acme.github.url}/applications/${clientId}/token`, {
        method: "DELETE",
        body: JSON.stringify({ access_token: token }),
        headers: { authorization: `Basic ${btoa(`${clientId}:${secret}`)}`, "user-agent": "test" },
      });
    expect((await revoke("guessed")).status).toBe(401);
    expect([(await revoke(clientSecret)).status, (await revoke(clientSecret)).status]).toEqual([204, 422]);
    const headers = { authorization: `Bearer ${token}`, "user-agent": "test" };
    expect((await fetch(`${acme.github.url}/user`, { headers })).status).toBe(401);
  });
});
