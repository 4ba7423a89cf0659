import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rota } from "../../src/cli/rota.ts";

const office = `
calendars:
  office:
    timezone: Europe/Berlin
    hours: { mon-fri: 09:00-17:00 }
    holidays: [2026-04-06]
`;
const twoPeople = `
on-call:
  timezone: Europe/Berlin
  layers:
    - { name: main, people: [ann, bob], start: 2026-03-02, calendar: office }
  covers:
    - { who: cy, from: 2026-04-07 12:00, to: 2026-04-07, for: bob }
`;

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rota-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(text: string, options: { readonly from: string; readonly to?: string; json?: true; strict?: true }) {
  const config = join(folder, ".github", "frontdesk.yml");
  await mkdir(join(folder, ".github"));
  await writeFile(config, text);
  const out: string[] = [];
  const err: string[] = [];
  const { from, to, ...flags } = options;
  const code = await rota(
    { config, from: new Date(from), ...(to !== undefined && { to: new Date(to) }), ...flags },
    (line) => out.push(line),
    (line) => err.push(line),
  );
  return { code, out: out.join("\n"), err: err.join("\n").replaceAll(folder, "") };
}

describe("frontdesk rota", () => {
  it("lists shifts in the rota's zone, with covers and without holidays", async () => {
    const { code, out } = await run(office + twoPeople, { from: "2026-04-03", to: "2026-04-08" });
    expect(code).toBe(0);
    expect(out.split("\n")).toEqual([
      "Times are in Europe/Berlin.",
      "FROM                         TO                           ON CALL  LAYER  COVER",
      "Fri 2026-04-03 09:00 +02:00  Fri 2026-04-03 17:00 +02:00  ann      main   –",
      "Tue 2026-04-07 09:00 +02:00  Tue 2026-04-07 12:00 +02:00  bob      main   –",
      "Tue 2026-04-07 12:00 +02:00  Tue 2026-04-07 17:00 +02:00  cy       main   yes",
    ]);
  });

  it("prints the same as JSON, in UTC", async () => {
    const { code, out } = await run(office + twoPeople, { from: "2026-04-07", to: "2026-04-08", json: true });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      timeZone: "Europe/Berlin",
      shifts: [
        {
          from: "2026-04-07T07:00:00.000Z",
          to: "2026-04-07T10:00:00.000Z",
          who: ["bob"],
          layer: "main",
          isCover: false,
        },
        { from: "2026-04-07T10:00:00.000Z", to: "2026-04-07T15:00:00.000Z", who: ["cy"], layer: "main", isCover: true },
      ],
      gaps: [
        { from: "2026-04-07T00:00:00.000Z", to: "2026-04-07T07:00:00.000Z" },
        { from: "2026-04-07T15:00:00.000Z", to: "2026-04-08T00:00:00.000Z" },
      ],
    });
  });

  it("warns of gaps and goes on, or exits 1 when asked to", async () => {
    const { code, err } = await run(office + twoPeople, { from: "2026-04-07", to: "2026-04-08" });
    expect(code).toBe(0);
    expect(err).toContain("warning: nobody is on call from Tue 2026-04-07 02:00 +02:00 to Tue 2026-04-07 09:00 +02:00");
    await rm(folder, { recursive: true });
    await mkdir(folder);
    expect((await run(office + twoPeople, { from: "2026-04-07", to: "2026-04-08", strict: true })).code).toBe(1);
  });

  it("knows no gaps outside of the hours that are promised", async () => {
    const promised = twoPeople.replace("on-call:", "on-call:\n  calendar: office");
    const { code, err } = await run(office + promised, { from: "2026-03-02", to: "2026-05-01", strict: true });
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  it("does not warn of each of many gaps", async () => {
    const { err } = await run(office + twoPeople, { from: "2026-03-02", to: "2026-05-01" });
    expect(err.split("\n")).toHaveLength(21);
    expect(err).toMatch(/warning: and \d+ more gaps$/u);
  });

  it("has one gap and no shift where there is no rota", async () => {
    const { code, out, err } = await run("", { from: "2026-03-02" });
    expect({ code, out }).toEqual({ code: 0, out: "Times are in UTC.\nNobody is on call in this time." });
    expect(err).toContain("nobody is on call from Mon 2026-03-02 00:00 +00:00 to Mon 2026-03-30 00:00 +00:00");
  });

  it("refuses a broken config with its place", async () => {
    const { code, err } = await run("on-call:\n  layers:\n    - { name: a, people: [x, x], start: 2026-01-05 }\n", {
      from: "2026-03-02",
    });
    expect(code).toBe(2);
    expect(err).toBe(
      "/.github/frontdesk.yml:3:30 on-call.layers.0.people.1: x is listed twice: everybody has one turn in a round",
    );
  });

  it.each([
    [
      "a config that is not there",
      { config: "nowhere.yml", from: new Date(0), to: new Date(1) },
      "nowhere.yml cannot be read",
    ],
    ["a time that runs backwards", { config: "x", from: new Date(1), to: new Date(0) }, "--to must be after --from"],
    ["a time of centuries", { config: "x", from: new Date(0), to: new Date("2200-01-01") }, "at most 10 years apart"],
  ])("refuses %s", async (_, options, message) => {
    const told: string[] = [];
    expect(
      await rota(
        options,
        () => undefined,
        (line) => told.push(line),
      ),
    ).toBe(2);
    expect(told.join()).toContain(message);
  });
});
