import type { Lessons } from "./lesson.ts";

/** Of the commands that put something right, move it or take it away. */
export const mendLessons: Lessons = {
  inbox: {
    summary: "look at deliveries, and retry those that were given up",
    group: "mend",
    examples: [["frontdesk inbox list --dead", "what was given up, each with its last error"]],
    page: "docs/operating/monitoring.md#the-inbox",
  },
  "inbox list": {
    summary: "list deliveries, newest first",
    examples: [
      ["frontdesk inbox list --dead", "what was given up, each with its last error"],
      ["frontdesk inbox list --refused --limit 10", "of what GitHub refused a part: most often a permission"],
    ],
    json: "an array of `{ id, name, action, orderKey, state, attempts, receivedAt, runAt, finishedAt, outcome, shortfall }`",
    page: "docs/operating/monitoring.md#the-inbox",
  },
  "inbox show": {
    summary: "show one delivery: what came, was planned and done",
    examples: [["frontdesk inbox show 72d3162e-cc78-11e3-81ab-4c9367dc0958", "by GitHub's X-GitHub-Delivery"]],
    json: "the delivery as `inbox list` has it, with `payload` and `plans: [{ stage, steps, done, lines }]`",
    page: "docs/operating/monitoring.md#the-inbox",
  },
  "inbox retry": {
    summary: "put a delivery that was given up back into the line",
    examples: [["frontdesk inbox retry 72d3162e-cc78-11e3-81ab-4c9367dc0958", "when you have mended what was wrong"]],
    json: "`{ id, isBack: true }`",
    page: "docs/operating/monitoring.md#the-inbox",
  },
  db: {
    summary: "see to the database: state, upgrade, move",
    group: "mend",
    examples: [["frontdesk db status", "where it is, whether its tables are up to date, how large they are"]],
    page: "docs/operating/postgresql.md",
  },
  "db status": {
    summary: "show where the database is and what is in it",
    examples: [["DATABASE_URL=postgres://… frontdesk db status", "of a server; without it, of the data folder"]],
    json: "`{ place, engine, bytes, done, pending, tables: [{ name, rows, bytes }] }`",
    page: "docs/operating/postgresql.md",
  },
  "db migrate": {
    summary: "bring the tables up to date",
    examples: [["frontdesk db migrate --check", "whether an upgrade has something to do; changes nothing"]],
    exits: { failed: "with --check: something is pending" },
    json: "`{ done: […], pending: […] }`",
    page: "docs/operating/postgresql.md",
  },
  "db export": {
    summary: "write all that is in the database into a file",
    examples: [["frontdesk db export --out frontdesk.jsonl.gz", "the app may go on meanwhile"]],
    exits: { interrupted: "Ctrl-C; no file is left" },
    json: "`{ file, tables, rows }`",
    page: "docs/operating/postgresql.md",
  },
  "db import": {
    summary: "put an exported file into a new database",
    examples: [["DATABASE_URL=postgres://… frontdesk db import frontdesk.jsonl.gz", "all of it or nothing"]],
    json: "`{ place, tables, rows }`",
    page: "docs/operating/postgresql.md",
  },
  forget: {
    summary: "forget a person",
    group: "mend",
    examples: [
      ["frontdesk forget @octocat", "how many records name them; changes nothing"],
      ["frontdesk forget @octocat --yes", "take them out of all; it cannot be taken back"],
    ],
    json: "`{ login, forgotten, tables: [{ table, rows }], deliveries: { ended, unfinished } }`",
    page: "docs/explanation/privacy.md",
  },
};
