import type { Lessons } from "./lesson.ts";

/** Of the commands that show, without a server, what Frontdesk would do. */
export const judgeLessons: Lessons = {
  backtest: {
    summary: "replay your past questions: what would have been suggested",
    group: "judge",
    examples: [
      ["frontdesk backtest --demo", "of the demo's project, without any account; in a checkout"],
      ["GITHUB_TOKEN=$(gh auth token) frontdesk backtest acme/widgets --out report.html", "of your own history"],
      ["frontdesk backtest --from-export threads.json --docs docs --json | jq .recommended", "offline"],
    ],
    exits: { github: "GitHub refuses, or cannot be reached" },
    json: "the report, as `--format json`",
    page: "docs/how-to/backtest.md",
  },
  "index-docs": {
    summary: "show a folder's docs as Frontdesk cuts them",
    group: "judge",
    examples: [
      ["frontdesk index-docs .", "of this checkout: pages, sections, anchors, words"],
      ["frontdesk index-docs . --json | jq -r '[.path, .anchor, .url] | @tsv'", "where each section is linked to"],
    ],
    json: "one JSON object a line for each section (JSON Lines, since there may be many): `{ path, anchor, site_anchor, url, headings, title, text, line }`",
    page: "docs/how-to/docs-site.md",
  },
  rank: {
    summary: "answer a file of questions from a file of documents",
    group: "judge",
    examples: [["frontdesk rank --corpus corpus.jsonl --queries queries.jsonl --out run.jsonl", "a run to be scored"]],
    json: "`{ documents, questions, undated, seconds, milliseconds, megabytes }`",
    page: "docs/explanation/search.md",
  },
  clock: {
    summary: "reckon business time in a calendar of a config",
    group: "judge",
    examples: [
      ["frontdesk clock --from 2026-12-23T10:00:00Z --target 16h", "when an answer is due"],
      ["frontdesk clock --from 2026-12-23T10:00:00Z --to 2027-01-04T10:00:00Z --json", "how much time counts"],
    ],
    json: "`{ businessSeconds }` or `{ dueAt }`",
    page: "docs/explanation/business-time.md",
  },
  rota: {
    summary: "list who is on call when, by a config",
    group: "judge",
    examples: [
      ["frontdesk rota", "four weeks from now, with a warning for each gap"],
      ["frontdesk rota --from 2026-03-01 --to 2026-04-01 --strict", "for a check of your own on config changes"],
    ],
    exits: { failed: "with --strict: there is a time in which nobody is on call" },
    json: "`{ timeZone, from, to, shifts: [{ from, to, who, team, layer, isCover }], gaps: [{ from, to }] }`",
    page: "docs/explanation/on-call.md",
  },
  "office-hours": {
    summary: "list the sessions in a config",
    group: "judge",
    examples: [
      ["frontdesk office-hours", "four weeks from now"],
      ["frontdesk office-hours --ics --repository acme/widgets > office-hours.ics", "for a calendar program"],
    ],
    json: "`{ from, to, sessions: [{ key, series, title, start, end, slots, hosts, … }] }`",
    page: "docs/explanation/sessions.md",
  },
  report: {
    summary: "tell how support went in a time",
    group: "judge",
    examples: [
      ["frontdesk report --repo acme/widgets --from 2026-01-01", "by the records of the app"],
      ["frontdesk report --from-export threads.json --format html --out report/", "without a server"],
    ],
    json: "the report, as `--format json`; docs/report.schema.json describes it",
    page: "docs/reference/reports.md",
  },
  export: {
    summary: "read a repository's discussions into a file, for reports",
    group: "judge",
    examples: [
      ["GITHUB_TOKEN=$(gh auth token) frontdesk export acme/widgets", "into threads.json; run again, it goes on"],
    ],
    exits: {
      github: "GitHub refuses, or cannot be reached",
      interrupted: "Ctrl-C; what was read is kept beside the file",
    },
    json: "`{ repository, file, discussions, points, hasRoles }`",
    page: "docs/reference/reports.md",
  },
};
