import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { closeDiscussion, markAnswer } from "local-github-server/world";
import { expect, it } from "vitest";
import { runExport } from "../../src/cli/export/run-export.ts";
import { runReport, type ReportOptions } from "../../src/cli/report/run-report.ts";
import { composeStores } from "../../src/compose-stores.ts";
import { RateLimitError } from "../../src/core/errors.ts";
import { measures } from "../../src/measures/index.ts";
import { reportSchema, type Report } from "../../src/report/report.ts";
import { readExport } from "../../src/thread-export/read-export.ts";
import { textOf } from "../dashboard/page-world.ts";
import { readHtml } from "../dashboard/read-html.ts";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { visit } from "../helpers/visit.ts";

const hour = 3_600_000;
const startAt = new Date("2026-11-16T09:00:00Z");

const config = `calendars:
  office: { timezone: Europe/Prague, hours: { mon-fri: "09:00-17:00" } }
watch:
  priorities:
    p3: { first-response: 90m, next-response: 2h, resolution: 4h }
related-answers: { mode: off }
survey: { mode: off }
dashboard: { public: true }
`;

/** Two days of a project. What came and went again is left out: no export tells of it. */
async function history(desk: Desk): Promise<void> {
  const { world } = desk.github;
  const [thanked, answered, replied, doubled, old] = ["a", "b", "c", "d", "e"].map((it) => desk.ask(`Question ${it}`));
  desk.ask("Nobody answers this");
  desk.ask("A word of the team", "We release on Friday.", "mia");
  if (!thanked || !answered || !replied || !doubled || !old) throw new Error("nothing was asked");
  await desk.advance(hour);
  const first = desk.comment(thanked, "Like this.", "sam");
  const reply = desk.comment(answered, "Or like that.", "hana");
  const nested = desk.comment(replied, "As I said.", "sam", desk.comment(replied, "Try this.", "hana"));
  await desk.advance(2 * hour);
  desk.comment(thanked, "Thanks!", "ann", first);
  desk.comment(answered, "And what about this?", "ann", reply);
  markAnswer(world, desk.person("ann"), first);
  markAnswer(world, desk.person("ann"), nested);
  await desk.advance(5 * hour);
  desk.comment(answered, "Like this, too.", "mia");
  closeDiscussion(world, desk.person("mia"), doubled, "DUPLICATE");
  closeDiscussion(world, desk.person("mia"), old, "OUTDATED");
  closeDiscussion(world, desk.person("mia"), answered, "RESOLVED");
  await desk.advance(40 * hour);
}

/** The one number that stands for a figure, as a page has it for programs. */
function numberOf({ unit, now }: Report["figures"][number]): string | null {
  const number = unit === "duration" ? now.calendar?.median : unit === "share" ? now.share : now.n;
  return number === null || number === undefined ? null : String(number);
}

/** No export tells whom the watch called for help. */
function withoutCalls({ reasons, ...thread }: Report["thorny"][number]): Report["thorny"][number] {
  return { ...thread, reasons: reasons.filter((it) => !it.startsWith("somebody was called for it")) };
}

/** What reopened and where questions ended, no export tells. */
function isTold({ measure: name, by }: { readonly measure: string; readonly by?: string }): boolean {
  return by !== "tier" && measures.find((it) => it.name === name)?.needsRecords !== true;
}

it("the same history gives the same numbers by our records, by an export, by the API and on the dashboard", async () => {
  const desk = await openDesk({ startAt, files: { ".github/frontdesk.yml": config } });
  try {
    await history(desk);
    const threads = join(desk.dataFolder, "threads.json");
    const api = `${desk.app.url}/api/v1/repositories/acme/widgets/report?from=2026-11-16&to=2026-11-23`;
    const byApi = reportSchema.parse(await (await visit(desk, api)).json());
    // What waits grows older: all of them tell of the same moment.
    const at = new Date(byApi.generatedAt);
    const now = () => at;
    const quiet = new Writable({ write: (_chunk, _encoding, done) => done() });
    const exportThreads = () =>
      runExport(
        { repository: "acme/widgets", out: threads, apiUrl: desk.github.url },
        { env: { GITHUB_TOKEN: desk.github.tokenFor("mia") }, err: quiet, clock: now },
      );
    // By a clock that stands still, what GitHub asks to wait for is never over: called again, it goes on where it was.
    await exportThreads().catch((error: unknown) => {
      if (!(error instanceof RateLimitError)) throw error;
      return exportThreads();
    });
    expect(readExport(readFileSync(threads, "utf8")).threads).toHaveLength(7);

    const report = async (options: Partial<ReportOptions>): Promise<Report> => {
      let printed = "";
      await runReport(
        { format: "json", data: desk.dataFolder, from: "2026-11-16", to: "2026-11-23", ...options },
        {
          open: () => composeStores({ ...desk.place, webUrl: desk.github.url }, now),
          clock: now,
          out: (text) => (printed += text),
          tell: () => undefined,
        },
      );
      return reportSchema.parse(JSON.parse(printed));
    };
    const byRecords = await report({ repo: "acme/widgets" });
    const settings = join(desk.dataFolder, "frontdesk.yml");
    writeFileSync(settings, config);
    const byExport = await report({ fromExport: threads, config: settings });
    for (const part of ["unanswered", "helpers"] as const) {
      expect({ [part]: byExport[part] }).toEqual({ [part]: byRecords[part] });
    }
    for (const part of ["figures", "weeks", "breakdowns"] as const) {
      expect({ [part]: byExport[part].filter(isTold) }).toEqual({ [part]: byRecords[part].filter(isTold) });
    }
    expect(byExport.thorny).toEqual(byRecords.thorny.map(withoutCalls));
    expect(byRecords.figures.filter(({ now: it }) => it.n > 0).length).toBeGreaterThan(10);
    expect(byApi).toEqual(byRecords);

    const page = await (await visit(desk, `${desk.app.url}/acme/widgets?from=2026-11-16&to=2026-11-22`)).text();
    const cards = [...readHtml(page).querySelectorAll(".cards:not(.small) .card")];
    const shown = cards.map((it) => [
      textOf(it.querySelector("h3")),
      it.querySelector(".figure data")?.getAttribute("value") ?? null,
    ]);
    expect(shown).toEqual(byRecords.figures.map((it) => [it.title, numberOf(it)]));
  } finally {
    await desk.close();
  }
});
