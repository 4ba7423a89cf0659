/**
 * The folders of `src`: what each holds, and which others it may import beside itself and `core` (as patterns of paths).
 * `.dependency-cruiser.cjs` makes the rules of these, and `generate-docs.ts` the tables in docs/design.md.
 */
module.exports = {
  core: {
    holds: "the words all share: discussion, event, plan, ports, errors",
    mayImport: [],
    why: "everyone depends on it, so it depends on no one",
  },
  webhooks: { holds: "payload → event, one file for each webhook", mayImport: [], why: "translating is pure" },
  pipeline: {
    holds: "accept, work, handle, stages, perform, schedule; `src/pipeline/handle.ts` is the one to read first",
    mayImport: ["text", "words", "actions", "features", "config", "webhooks"],
    why: "it sees ports, never adapters",
  },
  features: {
    holds:
      "one folder for each feature, with all that is its own. `src/features/feature.ts` and `src/features/command.ts` are the shapes, `src/features/index.ts` is the list",
    mayImport: [
      "actions",
      "text",
      "words",
      "docs-site",
      "faq-file",
      "search",
      "issues",
      "business-time",
      "timeline",
      "rota",
      "sessions",
      "session-calendar",
      "reply-sense",
      "measures",
      "report",
      "charts",
      "onboarding",
      "config",
      "storage",
    ],
    why: "a feature can be read, rewritten or removed alone: none imports another",
  },
  actions: {
    holds: "the kinds of actions that several features plan: comments, labels, issues, projects, follow-ups",
    mayImport: ["text"],
    why: "a change is the same whoever wants it",
  },
  issues: {
    holds: "what an issue can be given: labels, milestones, people, fields of projects, found by what somebody typed",
    mayImport: ["text", "words"],
    why: "usable and testable alone",
  },
  config: {
    holds:
      "the config file (`schema.ts`, `load.ts`), what is wrong with one as only GitHub knows (`on-github/`), and the operator's settings (`settings.ts`)",
    mayImport: ["features/[^/]+/config", "business-time", "rota", "sessions", "text", "words"],
    why: "a slice belongs to its feature; config joins them",
  },
  "business-time": {
    holds: "when time counts: calendars with hours, zones and holidays, and spans reckoned in them",
    mayImport: [],
    why: "usable and testable alone",
  },
  timeline: {
    holds:
      "what a thread's timeline means: its state, and its clocks with their segments. Folds, with the time as argument",
    mayImport: ["text", "business-time", "reply-sense"],
    why: "usable and testable alone",
  },
  "reply-sense": {
    holds:
      "what a reply says, as far as it matters who owes the next word: thanks, that it is solved, that its author asks on",
    mayImport: ["text"],
    why: "usable and testable alone",
  },
  rota: {
    holds: "who is on call when: shifts of a rota with layers, handovers, covers and holidays, as a config writes it",
    mayImport: ["business-time", "issues", "text"],
    why: "usable and testable alone",
  },
  sessions: {
    holds: "which sessions there are: recurrence, exceptions, slots, hosts, as a config writes them",
    mayImport: ["business-time", "rota", "text"],
    why: "usable and testable alone",
  },
  "session-calendar": {
    holds: "sessions as an iCalendar file that calendar programs accept",
    mayImport: ["sessions", "text"],
    why: "usable and testable alone",
  },
  measures: {
    holds:
      "how support is measured: one file a measure, pure, over timelines and records ([the list](reference/metrics.md)); `gather/` reads what they need by ports",
    mayImport: ["business-time", "timeline", "search", "text", "config/shared"],
    why: "a number must be the same by report, API and dashboard",
  },
  charts: {
    holds: "charts as SVG, made on the server",
    mayImport: ["text"],
    why: "usable and testable alone",
  },
  report: {
    holds:
      "what is told of a period: its one shape, how it is made of measures, and written as Markdown, JSON, CSV and HTML",
    mayImport: ["measures", "charts", "business-time", "text"],
    why: "usable and testable alone",
  },
  "thread-export": {
    holds: "discussions as a file, in the shape that GitHub's GraphQL has them: read, checked and written",
    mayImport: ["measures", "timeline", "reply-sense", "text"],
    why: "measures without a server",
  },
  dashboard: {
    holds: "the pages and the JSON API: who may see what, sign-in, one file a page",
    mayImport: [
      "measures",
      "report",
      "charts",
      "features",
      "config",
      "text",
      "words",
      "timeline",
      "business-time",
      "sessions",
      "search",
    ],
    why: "it shows; what it changes goes through the inbox",
  },
  text: {
    holds: "Markdown tools: find commands, split sections, markers, plain text, links, harmless copies",
    mayImport: ["words/(?:messages|compose-text)"],
    why: "usable and testable alone; what it refuses, it refuses in words of the catalogue",
  },
  words: {
    holds:
      "how messages are said: languages, placeholders, plurals, times; what several features say; the catalogue of all messages ([the list](reference/messages.md))",
    mayImport: ["text", "(?:features/[^/]+|issues|pipeline)/messages"],
    why: "words lie in the rooms of those who say them; it joins them",
  },
  "docs-site": {
    holds:
      "where a page is read on a docs site, and at which anchor: one file for each site generator, which cites that generator's own code",
    mayImport: ["text"],
    why: "usable and testable alone",
  },
  "faq-file": {
    holds:
      "FAQ files: entries read, answers moved in, entries added, updated, verified and taken out, and nothing else changed",
    mayImport: ["text"],
    why: "usable and testable alone",
  },
  onboarding: {
    holds: "what a repository has that a config can name, and the first config and category forms that are made of it",
    mayImport: ["text", "docs-site", "faq-file", "config/schema", "features/faq/config"],
    why: "the app proposes what `frontdesk init` writes",
  },
  search: {
    holds:
      "the finder: words, index, ranking, confidence, snapshots ([its own page](explanation/search.md)). It knows items and questions, nothing of GitHub",
    mayImport: ["text"],
    why: "usable and testable alone",
  },
  "evaluation/replay": {
    holds: "past questions asked again, with what was known then",
    mayImport: ["search", "text", "docs-site", "features/(?:answered-threads|related-answers)"],
    why: "it must find and choose as the app does",
  },
  "evaluation/measures": {
    holds: "what was replayed, judged: figures, the threshold to recommend",
    mayImport: ["evaluation/replay", "features/related-answers"],
    why: "it judges what was replayed",
  },
  "evaluation/report": {
    holds: "the same, told",
    mayImport: ["evaluation/(?:replay|measures)", "text"],
    why: "it tells what was measured",
  },
  "evaluation/sets": {
    holds: "evaluation sets: corpora and questions as files, for `frontdesk rank` and the bench",
    mayImport: ["search"],
    why: "formats of files, for measuring",
  },
  "evaluation/run": {
    holds: "what `frontdesk backtest` does",
    mayImport: [
      "evaluation/(?:replay|measures|report)",
      "search",
      "text",
      "docs-site",
      "features",
      "config",
      "section-thread",
      "github",
      "cli/(?:docs-folder|site-of-folder)",
    ],
    why: "a command that works without an app around it",
  },
  embeddings: {
    holds:
      "what turns texts into vectors, off by default: the client of a server, and `sentence-model/`, which runs a model from a folder",
    mayImport: [],
    why: "an adapter knows its port and its service",
  },
  chat: {
    holds: "a team's chat behind an incoming webhook: Slack, Microsoft Teams and what takes Slack's messages",
    mayImport: [],
    why: "an adapter knows its port and its service",
  },
  threads: {
    holds: "the channel to a worker thread: start, jobs and their results, bound on time, end",
    mayImport: [],
    why: "it carries jobs and does not know them",
  },
  "section-thread": {
    holds: "pages split into sections in a worker thread",
    mayImport: ["text", "faq-file", "threads"],
    why: "a thread around a pure function",
  },
  "faq-thread": {
    holds: "FAQ files read and changed in a worker thread",
    mayImport: ["text", "faq-file", "threads"],
    why: "the same",
  },
  "backtest-thread": {
    holds: "past questions of a repository asked again in a worker thread",
    mayImport: ["evaluation/(?:replay|measures|report)", "features/related-answers/config", "search", "threads"],
    why: "a thread around what `frontdesk backtest` does",
  },
  "measure-thread": {
    holds: "repositories measured in a worker thread, with its own connection to the database",
    mayImport: ["measures", "report", "storage", "threads", "features", "config", "business-time"],
    why: "an adapter, and the third place that picks adapters",
  },
  "search-thread": {
    holds: "the finder in a worker thread, with its own connection to the database",
    mayImport: ["search", "storage", "embeddings", "threads"],
    why: "a thread that composes the finder for itself",
  },
  github: {
    holds:
      "the real GitHub behind our ports: `issues/`, `projects/`, `planning/`, `discussions/`, `history/`; `queries/` holds its GraphQL documents",
    mayImport: ["text"],
    why: "an adapter knows its port and its service",
  },
  storage: {
    holds: "the database: migrations, knowledge, records",
    mayImport: ["text", "docs-site"],
    why: "an adapter; items are made with the address at which they are read",
  },
  queue: {
    holds: "the inbox on that database",
    mayImport: ["storage", "text"],
    why: "it is a table in the same database",
  },
  doctor: {
    holds: "what `frontdesk doctor` looks at; `src/doctor/checks/` judges, and knows nothing of where facts come from",
    mayImport: ["config"],
    why: "it judges facts, by ports",
  },
  metrics: {
    holds: "what is counted while the app works, for Prometheus",
    mayImport: [],
    why: "it counts by ports, and knows nobody",
  },
  web: {
    holds: "the HTTP server, the webhook route, the log",
    mayImport: ["features", "config", "pipeline", "search", "session-calendar", "dashboard"],
    why: "it shows and hands over; it does not decide",
  },
  setup: {
    holds: "the page that registers the app on GitHub, and where its credentials are kept",
    mayImport: ["config", "web/listen", "dashboard/frame", "dashboard/html"],
    why: "it runs before there is an app",
  },
  cli: {
    holds: "one file for each `frontdesk` command",
    mayImport: [
      "business-time",
      "faq-file",
      "features",
      "config",
      "setup",
      "pipeline",
      "search",
      "text",
      "docs-site",
      "section-thread",
      "onboarding",
      "evaluation",
      "business-time",
      "rota",
      "sessions",
      "session-calendar",
      "web/(?:calendar-key|listen)",
      "dashboard/(?:gather|api/thread-answer|pages/parts/words)",
      "measures",
      "report",
      "charts",
      "thread-export",
      "timeline",
      "reply-sense",
      "doctor",
      "github/(?:history|generated|config-client)",
      "storage/(?:database(?:-state)?|migrate|open-(?:as-it-is|database)|transfer|unusable-database)",
    ],
    why: "the same",
  },
};
