import { buildReport } from "../../src/report/build-report.ts";
import type { Report } from "../../src/report/report.ts";
import { head, measuredWorld, responses } from "./measured-world.ts";

/** A report with something in each of its parts. `words` stand wherever people can write. */
export function richReport(words = "How do I cache?"): Report {
  const at = new Date("2026-11-17T00:00:00Z");
  const heads = Array.from({ length: 30 }, (_, index) =>
    head(index + 1, { title: words, labels: ["bug", words], priority: "p1", openedAt: at }),
  );
  const measured = measuredWorld(
    heads,
    {
      "time-to-first-response": [
        ...responses("2026-11-10T08:00:00Z", [10, 20, 30, 40, 50]),
        ...responses("2026-11-17T08:00:00Z", [1, 2, 3, 4, 5, 6], 6).map((it) => ({ ...it, part: words })),
      ],
      unanswered: responses("2026-11-17T08:00:00Z", [1, 2], 20),
    },
    {
      helpers: [
        { login: words, answers: [{ thread: 1, at }] },
        { login: "ada", answers: [{ thread: 1, at }] },
      ],
      thorny: [{ thread: 2, at, reasons: ["it was reopened", "five people wrote in it"] }],
      gaps: [
        { words: ["proxy", words], threads: [3, 4], nearest: { title: words, url: "https://docs.acme.dev/proxy" } },
      ],
      faq: [
        { id: "a", title: words, url: "https://github.com/acme/app/blob/main/FAQ.md#a", hits: [{ thread: 1, at }] },
      ],
    },
  );
  return buildReport(measured, {
    repository: "acme/app",
    source: "records",
    period: { from: new Date("2026-11-16T00:00:00Z"), to: new Date("2026-11-23T00:00:00Z") },
    calendar: { name: words, timeZone: "UTC" },
    notes: [words],
  });
}
