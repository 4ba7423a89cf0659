import assert from "node:assert/strict";
import fc from "fast-check";
import { endpoints } from "../../../src/dashboard/api/index.ts";
import { repositoryPages, siteActions, sitePages } from "../../../src/dashboard/pages/index.ts";
import { DashboardWorld, people, publicUrl } from "../../dashboard/dashboard-world.ts";
import { readHtml } from "../../dashboard/read-html.ts";
import type { FuzzTarget } from "../target.ts";

const paths = [
  ...[...sitePages, ...siteActions].map(({ path }) => path),
  ...repositoryPages.map(({ path }) => `/acme/secret${path}`),
  ...endpoints.map(({ path }) => `/api/v1/repositories/acme/secret${path}`),
  "/sign-in",
  "/sign-in/callback",
  "/sign-out",
  "/api/openapi.json",
].map((it) => it.replace(":number", "12").replace(":measure", "time-to-first-response").replaceAll(/:\w+/gu, "1"));

const names =
  "period|from|to|by|week|category|label|priority|tier|part|counts|page|per_page|status|before|title|asker|state|sort|body|q|return_to|code|iss|value|measure|show|limit|cursor".split(
    "|",
  );
const values =
  '<script>alert(1)</script>|" onmouseover="alert(1)|javascript:alert(1)|\'; drop table deliveries; --|%00|%ff%fe|99999999999999999999|+275760-09-14|2026-02-30|2026-11-01|__proto__|-1|1e309|NaN|//evil.example|/\\evil.example|https://evil.example|..%2f..|%0d%0aset-cookie:x=y|P1D|week|month|[]|{}'.split(
    "|",
  );

const query = fc
  .array(fc.tuple(fc.constantFrom(...names), fc.oneof(fc.constantFrom(...values), fc.string({ maxLength: 20 }))), {
    maxLength: 5,
  })
  .map((all) => all.map((it) => it.join("=")).join("&"));
const who = fc.constantFrom("nobody", ...Object.keys(people));
const inputs = fc
  .tuple(fc.constantFrom("GET", "GET", "HEAD", "POST"), who, fc.constantFrom(...paths), query)
  .map(([method, login, path, asked]) => `${method} ${login} ${path}?${asked}`);

async function checkAt(world: DashboardWorld, input: string): Promise<void> {
  const [, method = "GET", login = "", rest = ""] = /^(GET|HEAD|POST) (\w*) (.*)$/su.exec(input) ?? [];
  const url = URL.parse(publicUrl + (rest.startsWith("/") ? rest : `/${rest}`));
  if (url === null || url.origin !== publicUrl) return;
  const response = await world.app.request(url.href, {
    method,
    headers: { cookie: world.cookieOf(login), origin: publicUrl, "sec-fetch-site": "same-origin" },
  });
  const told = await response.text();
  assert.ok(response.status < 500, `${response.status}`);
  assert.ok(!/\bat \S+ \(|\.ts:\d+|node_modules|SqliteError|SQLITE/u.test(told), "nothing of the inside is told");
  assert.ok(response.headers.get("content-security-policy")?.includes("default-src 'none'"), "the policy is there");
  const location = response.headers.get("location");
  if (location !== null)
    assert.match(location, /^(?:\/(?![/\\])|https:\/\/github\.example\.com\/)/u, "leads elsewhere");
  if (told.includes("<html") && /alert|evil/u.test(told)) {
    const bad = readHtml(told).querySelectorAll(
      "script, [onmouseover], a[href^='javascript'], a[href^='//evil'], a[href^='https://evil']",
    );
    assert.equal([...bad].length, 0, "markup of somebody else");
  }
  assert.ok(!world.logged.some((it) => it.includes('"level":50')), `an error in the log: ${world.logged.at(-1)}`);
}

export const dashboard: FuzzTarget = {
  name: "dashboard",
  oracle: "whatever is asked by whomever is answered below 500, with the policy, no markup of theirs, and no way out",
  inputs,
  words: [...names.map((it) => `&${it}=`), ...values, ...paths, "%", "\\", "#", "?", ";", "\u0000"],
  maxLength: 4_000,
  boundMs: 500,
  async open() {
    const world = await DashboardWorld.open({ limits: { perAddress: 1e9, perSession: 1e9, signInsPerAddress: 1e9 } });
    return { check: (input) => checkAt(world, input), close: () => world.close() };
  },
};
