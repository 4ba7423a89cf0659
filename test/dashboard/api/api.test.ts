import { gunzipSync } from "node:zlib";
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "../../../src/dashboard/api/index.ts";
import { reportSchema } from "../../../src/report/report.ts";
import { suggested, thought } from "../../contracts/suggestion-records-contract.ts";
import { aBooking } from "../../helpers/bookings.ts";
import { aRequest } from "../../helpers/builders.ts";
import { clinicConfig } from "../../helpers/office-hours-desk.ts";
import { aReading, facts, saidAt } from "../../helpers/thread-facts.ts";
import { DashboardWorld, repositories } from "../dashboard-world.ts";
import { description, problemsOf } from "./api-checks.ts";

let world: DashboardWorld;
const of = "/api/v1/repositories/acme/open";

beforeAll(async () => {
  world = await DashboardWorld.open({ limits: { perAddress: 10_000, perSession: 10_000 } });
  world.now = new Date("2026-03-04T12:00:00Z");
  const { open, secret } = repositories;
  const { records, timelines, requests, bookings } = world.stores;
  await records.keepConfig(open, "acme/open:.github/frontdesk.yml", `${clinicConfig({})}dashboard: { public: true }`);
  for (const it of [open, secret]) {
    // Answered within half an hour to two hours, one after the other.
    const numbers = [11, 12, 13, 14, 15, 16];
    await timelines.takeIn(
      it,
      ...numbers.map((number, at) =>
        facts({ number, reading: aReading(9_000), said: [saidAt(1_800 * (at + 1), { id: `DC_${number}` })] }),
      ),
    );
    await records.recordSuggestion(it, 12, suggested([["docs:a.md#x", 0.8]]), world.now);
    await records.recordFeedback(it, 12, thought("ann", true), world.now);
    await requests.keepRequest(it, aRequest({ state: "complete" }));
    await bookings.keepBooking(it, aBooking({ session: "2026-03-10T13:00Z" }), undefined);
  }
});
afterAll(() => world.close());

const filled = (path: string) => path.replace("{number}", "12").replace("{measure}", "time-to-first-response");
const query = (path: string) => (path === "/search" ? "?title=Why" : "");
const all = endpoints.map(({ path, audience }) => [path, audience] as const);

describe("the description", () => {
  it("is valid OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(description)));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  it("is served, and is what is kept in the docs", async () => {
    const answer = await world.get("/api/v1/openapi.json");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(description)));
  });
});

describe("each answer", () => {
  it.each(all)("of %s is as it is described", async (path) => {
    const answer = await world.get(of + filled(path) + query(path), "olga");
    expect(answer.status).toBe(200);
    expect(await problemsOf(`/api/v1/repositories/{owner}/{name}${path}`, answer)).toEqual([]);
  });

  it("of the list of repositories is as it is described, and names those that one may see", async () => {
    const answer = await world.get("/api/v1/repositories", "sam");
    expect(await answer.clone().json()).toEqual({
      repositories: [
        { owner: "acme", name: "open" },
        { owner: "acme", name: "shop" },
      ],
    });
    expect(await problemsOf("/api/v1/repositories", answer)).toEqual([]);
  });

  it("is the same packed and unpacked, first and again, and nothing for whoever has it already", async () => {
    const path = `${of}/report?period=week`;
    const packed = { "accept-encoding": "gzip" };
    const answers = [await world.get(path), await world.get(path), await world.get(path, undefined, packed)];
    expect(answers.map(({ headers }) => headers.get("content-encoding"))).toEqual([null, null, "gzip"]);
    const [first, again, last] = answers;
    const text = await first?.text();
    expect(await again?.text()).toBe(text);
    expect(gunzipSync(new Uint8Array((await last?.arrayBuffer()) ?? [])).toString()).toBe(text);
    const etag = last?.headers.get("etag") ?? "";
    expect(first?.headers.get("etag")).toBe(etag);
    expect((await world.get(path, undefined, { "if-none-match": etag })).status).toBe(304);
    expect((await world.get(path, undefined, { "accept-encoding": "gzip;q=0" })).headers.has("content-encoding")).toBe(
      false,
    );
  });

  it("of a report is the report, with the numbers that the page shows", async () => {
    const report = reportSchema.parse(await (await world.get(`${of}/report?from=2026-03-01&to=2026-03-04`)).json());
    const figure = report.figures.find(({ measure }) => measure === "time-to-first-response");
    expect(figure?.now).toMatchObject({ n: 6, calendar: { median: 6_300 } });
    const page = await (await world.get("/acme/open?from=2026-03-01&to=2026-03-03")).text();
    expect(page).toContain('<data class="nowrap" value="6300" title="6300 seconds">1 h 45 min</data>');
    const behind = await world.get(`${of}/measures/time-to-first-response/threads?from=2026-03-01&to=2026-03-04`);
    const { total, threads } = (await behind.json()) as { total: number; threads: { number: number }[] };
    expect(total).toBe(figure?.now.n);
    expect(threads.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(figure?.threads);
  });
});

describe("whoever may not see a repository", () => {
  const may: Readonly<Record<string, readonly (string | undefined)[]>> = {
    reader: ["rita", "hana", "olga"],
    helper: ["hana", "olga"],
  };

  it.each(all)("gets the answer of something that is not there from %s", async (path, audience) => {
    for (const visitor of [undefined, "sam", "rita", "hana", "olga"]) {
      const answer = await world.get(`/api/v1/repositories/acme/secret${filled(path)}${query(path)}`, visitor);
      expect([visitor, answer.status]).toEqual([visitor, may[audience]?.includes(visitor) ? 200 : 404]);
    }
    const hidden = await world.get(`/api/v1/repositories/acme/secret${filled(path)}`);
    const absent = await world.get(`/api/v1/repositories/acme/absent${filled(path)}`);
    expect(await hidden.text()).toBe(await absent.text());
  });
});

describe("a request that cannot be answered", () => {
  const problem = "/api/v1/repositories/{owner}/{name}/report";

  it.each([
    ["/report?from=yesterday", 400, "`from` must be a day"],
    ["/report?from=2026-03-02&to=2026-03-01", 400, "`from` must be before `to`"],
    ["/report?from=2026-03-02&to=2026-03-02", 400, "`from` must be before `to`"],
    ["/report?from=2001-01-01", 400, "`from` must be a day"],
    ["/report?from=2010-01-01", 400, "five years"],
    ["/report?period=eon", 400, "`period`"],
    ["/report?form=2026-03-01", 400, '"form"'],
    ["/measures/csat/threads?week=2026-03-02", 400, '"week"'],
    ["/report?from=2026-03-01&from=2026-03-02", 400, "`from`"],
    ["/threads?status=lost", 400, "`status`"],
    ["/requests?sort=luck", 400, "`sort`"],
    ["/search", 400, "`title` is missing"],
    [`/search?title=${"x".repeat(300)}`, 400, "too long"],
    ["/threads/99", 404, undefined],
    ["/threads/x", 404, undefined],
    ["/measures/speed/threads", 404, undefined],
    ["/nothing", 404, undefined],
    [`/report?x=${"x".repeat(3000)}`, 414, undefined],
  ])("gets a problem in words: %s", async (path, status, detail) => {
    const answer = await world.get(of + path, "olga");
    expect(answer.status).toBe(status);
    const body = (await answer.clone().json()) as { status: number; detail?: string };
    expect(body.status).toBe(status);
    if (detail !== undefined) expect(body.detail).toContain(detail);
    expect(await problemsOf(problem, answer)).toEqual([]);
  });

  it("is told to wait where it asks too much", async () => {
    const busy = await DashboardWorld.open({ limits: { perAddress: 15 } });
    const asked = [];
    for (let times = 0; times < 2; times += 1) asked.push(await busy.get(`${of}/search?title=Why`));
    const [first, second] = asked;
    expect(first?.status).toBe(200);
    expect(second?.status).toBe(429);
    expect(Number(second?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(second && (await problemsOf(problem, second))).toEqual([]);
    await busy.close();
  });
});
