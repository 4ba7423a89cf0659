import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CommandError } from "../../src/cli/command-error.ts";
import { runReport, type ReportOptions } from "../../src/cli/report/run-report.ts";
import { reportSchema, type Report } from "../../src/report/report.ts";
import { at, discussion, person, said } from "../thread-export/exports.ts";
import { readCsv } from "../report/read-csv.ts";

const root = mkdtempSync(join(tmpdir(), "frontdesk-report-"));
afterAll(() => rmSync(root, { recursive: true }));

function file(name: string, content: string | object | Buffer): string {
  const path = join(root, name);
  const isText = typeof content === "string" || Buffer.isBuffer(content);
  writeFileSync(path, isText ? content : JSON.stringify(content, null, 1));
  return path;
}

/** Eight questions of one day, of which the first six were answered after 1 to 6 hours, by the team after one more. */
const questions = Array.from({ length: 8 }, (_, index) =>
  discussion(index + 1, {
    createdAt: at(9, 17),
    labels: { nodes: index === 0 ? [{ name: "p1" }] : [] },
    comments: {
      nodes:
        index < 6
          ? [
              said(`a${index}`, person("bob"), at(10 + index, 17)),
              said(`b${index}`, person("mia"), at(11 + index, 17), { authorAssociation: "MEMBER" }),
            ]
          : [],
    },
  }),
);
const fromExport = file("threads.json", { exportedAt: at(9, 20), threads: questions });
const week = { from: "2026-11-16", to: "2026-11-23" };

/** What was printed, and which files were told of; rejects with the refusal. */
async function run(options: Partial<ReportOptions>) {
  const told: string[] = [];
  let printed = "";
  await runReport(
    { format: "json", data: join(root, "nothing"), ...options },
    {
      open: async () => undefined,
      clock: () => new Date(at(9, 24)),
      out: (text) => (printed += text),
      tell: (line) => void told.push(line),
    },
  );
  return { printed, told };
}

async function reportOf(options: Partial<ReportOptions>): Promise<Report> {
  return reportSchema.parse(JSON.parse((await run({ format: "json", ...options })).printed));
}

const figure = (report: Report, name: string) => report.figures.find(({ measure }) => measure === name);

describe("frontdesk report --from-export", () => {
  it("measures what a thread's own timeline tells", async () => {
    const report = await reportOf({ fromExport, ...week });
    expect(report).toMatchObject({
      repository: "acme/app",
      source: "export",
      period: { from: "2026-11-16T00:00:00.000Z", to: "2026-11-23T00:00:00.000Z" },
      generatedAt: "2026-11-20T09:00:00.000Z",
    });
    expect(figure(report, "discussions-opened")?.now.n).toBe(8);
    expect(figure(report, "time-to-first-response")?.now).toMatchObject({ n: 6, calendar: { median: 3.5 * 3600 } });
    expect(figure(report, "time-to-first-team-response")?.now).toMatchObject({
      n: 6,
      calendar: { median: 4.5 * 3600 },
    });
    expect(report.unanswered.map(({ number, age }) => `${number} ${age / 3600}`)).toEqual(["7 72", "8 72"]);
  });

  it("tells nothing of what no export holds, instead of that there was none", async () => {
    const solved = file("solved.json", [
      discussion(1, { closed: true, closedAt: at(12, 17), stateReason: "RESOLVED" }),
    ]);
    const report = await reportOf({ fromExport: solved, ...week });
    expect(figure(report, "time-to-first-resolution")?.now.n).toBe(1);
    for (const name of ["reopen-rate", "ended-at-wiki", "ended-at-q-and-a", "ended-at-office-hours"]) {
      expect(figure(report, name)?.now).toMatchObject({ n: 0, of: 0, share: null });
    }
    expect(report.breakdowns.filter(({ by, rows }) => by === "tier" && rows.length > 0)).toEqual([]);
  });

  it("goes by roles instead of what GitHub says of people's part", async () => {
    const roles = file("roles.json", { bob: "triage" });
    const byRoles = await reportOf({ fromExport, roles, ...week });
    expect(figure(byRoles, "time-to-first-team-response")?.now.calendar?.median).toBe(3.5 * 3600);
    expect(byRoles.notes.join()).not.toContain("has no roles");
    const without = await reportOf({ fromExport, ...week });
    expect(without.notes.join()).toContain("The export has no roles: whom GitHub calls owner, member or collaborator");
  });

  it("reckons business hours, days and clocks by a config", async () => {
    const config = file(
      "frontdesk.yml",
      [
        "calendars: { office: { timezone: Europe/Prague, hours: { mon-fri: '09:00-12:00' } } }",
        "watch: { priorities: { p1: { first-response: 1h }, p3: { first-response: 2h } } }",
      ].join("\n"),
    );
    const report = await reportOf({ fromExport, config, ...week });
    expect(report).toMatchObject({
      calendar: "office",
      timeZone: "Europe/Prague",
      period: { from: "2026-11-15T23:00:00.000Z" },
    });
    // Asked at ten in Prague: two hours of that day count.
    expect(figure(report, "time-to-first-response")?.now.business?.median).toBe(2 * 3600);
    expect(figure(report, "sla-first-response")?.now).toMatchObject({ n: 6, of: 8 });
    expect(report.breakdowns.find((it) => it.by === "priority" && it.measure === "discussions-opened")?.rows).toEqual([
      expect.objectContaining({ value: "p1", figure: expect.objectContaining({ n: 1 }) }),
      expect.objectContaining({ value: "p3", figure: expect.objectContaining({ n: 7 }) }),
    ]);
  });

  it("says what the file does not tell", async () => {
    const more = { nodes: [], pageInfo: { hasNextPage: true } };
    const odd = file("odd.json", [...questions, discussion(1), discussion(9, { comments: more })]);
    const { notes } = await reportOf({ fromExport: odd, ...week });
    expect(notes.join("\n")).toMatch(/1 discussion is in the file more than once/u);
    expect(notes.join("\n")).toMatch(/1 discussion is not in the file with all comments/u);
    expect(notes.join("\n")).toMatch(/The export ends at 2026-11-17T16:00:00.000Z/u);
  });

  it("takes what PowerShell writes", async () => {
    const text = JSON.stringify(questions);
    const utf16 = file("utf16.json", Buffer.from(`\uFEFF${text}`, "utf16le"));
    expect(figure(await reportOf({ fromExport: utf16, ...week }), "discussions-opened")?.now.n).toBe(8);
  });

  it("is a quarter until the end of the export unless somebody says otherwise", async () => {
    const { period } = await reportOf({ fromExport });
    expect(period).toEqual({ from: "2026-08-21T09:00:00.000Z", to: "2026-11-20T09:00:00.000Z" });
  });

  it("prints each format", async () => {
    const printed = async (format: string) => (await run({ fromExport, format, ...week })).printed;
    expect(await printed("md")).toMatch(/^# Support of acme\/app, 16 Nov 2026 to 22 Nov 2026\n\nFrom 16 Nov 2026/u);
    expect(await printed("html")).toMatch(/^<!doctype html>/u);
    expect(readCsv(await printed("csv"))[0]).toContain("calendar_median_s");
  });

  it("writes files: tables for CSV, Markdown with its charts", async () => {
    const csv = join(root, "csv");
    const { told } = await run({ fromExport, format: "csv", out: csv, ...week });
    expect(told).toContain(join(csv, "figures.csv"));
    expect(
      readCsv(readFileSync(join(csv, "unanswered.csv"), "utf8"))
        .slice(1)
        .map(([number]) => number),
    ).toEqual(["7", "8"]);

    const earlier = discussion(10, {
      createdAt: at(9, 10),
      comments: { nodes: [said("x", person("bob"), at(10, 10))] },
    });
    const two = file("two-weeks.json", { exportedAt: at(9, 24), threads: [...questions, earlier] });
    const md = join(root, "md");
    await run({ fromExport: two, format: "md", out: md, ...week });
    expect(readdirSync(join(md, "charts"))).toContain("time-to-first-response-dark.svg");
    expect(readFileSync(join(md, "report.md"), "utf8")).toContain('srcset="charts/time-to-first-response-dark.svg"');
  });
});

describe("what cannot be reported is refused in one line", () => {
  it.each([
    ["nothing named", {}, "Name a repository with --repo owner/name, or a file with --from-export."],
    ["no database", { repo: "acme/app" }, "There is no Frontdesk database in"],
    ["roles without an export", { repo: "acme/app", roles: "x" }, "--roles goes with --from-export."],
    ["a config without an export", { repo: "acme/app", config: "x" }, "--config goes with --from-export."],
    ["a format that is none", { fromExport, format: "pdf" }, '--format "pdf" is none of md, json, csv, html.'],
    ["a day that is none", { fromExport, from: "2026-02-30" }, '--from "2026-02-30" is no day such as 2026-03-01'],
    ["a time without a zone", { fromExport, to: "2026-03-01T09:00" }, '--to "2026-03-01T09:00" is no day'],
    ["words for a time", { fromExport, from: "yesterday" }, '--from "yesterday" is no day'],
    ["an end before its beginning", { fromExport, from: "2026-03-02", to: "2026-03-01" }, "--to must be after --from."],
    ["decades", { fromExport, from: "2010-01-01" }, "at most 10 years apart"],
    [
      "the year 0",
      { fromExport, from: "0000-01-01", to: "0001-01-01" },
      '"0001-01-01" is not in the years 2008 to 2100',
    ],
    ["a file that is not there", { fromExport: "/nowhere.json" }, "/nowhere.json cannot be read"],
    ["another repository", { fromExport, repo: "acme/web" }, "holds discussions of acme/app, not of acme/web"],
    ["a config that is not there", { fromExport, config: "/nowhere.yml" }, "/nowhere.yml cannot be read"],
    ["roles that are not there", { fromExport, roles: "/nowhere" }, "/nowhere cannot be read"],
    ["a folder that is a file", { fromExport, out: fromExport }, "is no folder to write to"],
  ])("%s", async (_, options, message) => {
    await expect(run(options)).rejects.toThrow(message);
    await expect(run(options)).rejects.toBeInstanceOf(CommandError);
  });

  it.each([
    ["cut short", readFileSync(fromExport, "utf8").slice(0, 900), /cut\.json:\d+:\d+ the file is cut short here/u],
    [
      "with a field that is wrong",
      [discussion(1, { createdAt: 7 })],
      /json:2:2 discussion 1 of the file \(number 1\)/u,
    ],
    ["that tells no repository", [discussion(1, { url: "x" })], /name it with --repo owner\/name/u],
  ])("a file %s", async (_, content, message) => {
    await expect(run({ fromExport: file("cut.json", content) })).rejects.toThrow(message);
  });

  it("a config with a fault, with its place", async () => {
    const config = file("bad.yml", "reports:\n  every: day\n");
    await expect(run({ fromExport, config })).rejects.toThrow(/bad\.yml:2:\d+ /u);
  });

  it("by exit code 2, and without a stack", () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["bin/frontdesk.js", "report", "--from-export", file("broken.json", '[{"number":')],
      { encoding: "utf8" },
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^[^\n]*broken\.json:1:12 the file is cut short here[^\n]*\n$/u);
  });
});
