import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { repositoryPages, siteActions, sitePages } from "../../src/dashboard/pages/index.ts";
import { DashboardWorld, people, publicUrl } from "./dashboard-world.ts";

let world: DashboardWorld;
beforeAll(async () => {
  world = await DashboardWorld.open({ limits: { perAddress: 1e9, perSession: 1e9, signInsPerAddress: 1e9 } });
});
afterAll(() => world.close());

const nasty = fc.constantFrom(
  "..",
  "%00",
  "%",
  "%E0%A4%A",
  "%2e%2e%2f",
  "<script>",
  "' OR 1=1 --",
  "__proto__",
  "constructor",
  "-1",
  "1e309",
  "NaN",
  "9007199254740993",
  "\u202E",
  "🧑‍🚒",
  "a".repeat(1_500),
  "2026-13-45",
  "null",
  "[object Object]",
);
const text = fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 40 }), fc.string({ maxLength: 40 }));

/** Parameters that pages have, and some that none has. */
const names = fc.oneof(
  fc.constantFrom(
    "from",
    "to",
    "q",
    "page",
    "show",
    "by",
    "value",
    "part",
    "measure",
    "return_to",
    "state",
    "code",
    "iss",
  ),
  text,
);
const query = fc
  .array(fc.tuple(names, text), { maxLength: 6 })
  .map((all) => all.map(([name, value]) => `${safely(name)}=${safely(value)}`).join("&"));

/** As it may come in an address; half of it is not even encoded as it should be. */
function safely(value: string): string {
  return value.startsWith("%") ? value : encodeURIComponent(value.toWellFormed());
}

const paths = [
  ...sitePages.map((it) => it.path),
  ...siteActions.map((it) => it.path),
  ...repositoryPages.map((it) => `/:owner/:name${it.path}`),
  "/sign-in",
  "/sign-in/callback",
  "/sign-out",
  "/:owner/:name/:more",
];

const part = (name: string) =>
  name === "owner" || name === "name"
    ? fc.oneof({ weight: 2, arbitrary: fc.constantFrom("acme", "open", "secret") }, text.map(safely))
    : text.map(safely);

const address = fc.constantFrom(...paths).chain((path) => {
  const parts = path.split("/").map((it) => (it.startsWith(":") ? part(it.slice(1)) : fc.constant(it)));
  return fc.tuple(...parts).map((all) => all.join("/"));
});

/** What `Headers` takes; Node refuses the rest before we see it. */
const headerText = text.map((it) => it.replaceAll(/[^\x20-\x7e]/gu, "x"));
const cookie = fc.oneof(
  headerText.map((it) => `__Host-frontdesk=${it}`),
  headerText.map((it) => `__Host-frontdesk-sign-in=${it}`),
  headerText,
  fc.constantFrom(...Object.keys(people)).map((login) => `of ${login}`),
);

const asked = fc.record({
  method: fc.constantFrom("GET", "GET", "GET", "HEAD", "POST", "PUT"),
  address,
  query,
  cookie,
  other: fc.dictionary(fc.constantFrom("x-forwarded-for", "if-none-match", "accept-language", "origin"), headerText),
});

it("whatever comes, on whatever path, from whomever, is answered clearly", async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ method, address, query, cookie, other }) => {
      const url = URL.parse(`${publicUrl}${address.startsWith("/") ? address : `/${address}`}?${query}`);
      fc.pre(url !== null);
      const known = /^of (.+)$/u.exec(cookie)?.[1];
      const headers = { ...other, cookie: known === undefined ? cookie : world.cookieOf(known) };
      const response = await world.app.request(url.href, { method, headers });
      const told = await response.text();
      expect(response.status).toBeLessThan(500);
      expect(told).not.toMatch(/\bat \S+ \(|\.ts:\d+|node_modules|SqliteError|SQLITE/u);
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
      const location = response.headers.get("location");
      if (location !== null) expect(location).toMatch(/^(?:\/(?![/\\])|https:\/\/github\.example\.com\/)/u);
    }),
    { numRuns: 400 },
  );
  expect(world.logged.join("\n")).not.toContain("a page failed");
});
