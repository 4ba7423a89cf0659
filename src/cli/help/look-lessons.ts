import type { Lessons } from "./lesson.ts";

/** Of the commands that read what the app has on record. */
export const lookLessons: Lessons = {
  explain: {
    summary: "tell why it did what it did in a discussion, or was silent",
    group: "look",
    examples: [
      ["frontdesk explain https://github.com/acme/widgets/discussions/12", "as copied from the browser"],
      ["frontdesk explain acme/widgets#12 --json | jq .suggestion", "what was found, and with what scores"],
    ],
    exits: { wrongUse: "it is no discussion's address, or nothing is on record of it" },
    json: "`{ repository, … }` as the [API](api.md) answers for a thread, with `waitsOn`, `commands`, `resolution` and `deliveries: [{ id, event, state, attempts, receivedAt, outcome, stages: [{ stage, steps, done, lines }] }]`",
    page: "docs/how-to/debug.md",
  },
  shadow: {
    summary: "list what would have been posted in shadow mode",
    group: "look",
    examples: [
      ["frontdesk shadow acme/widgets --since 2026-03-01", "what would have been said, and why nothing would"],
      ["frontdesk shadow --json | jq '.[] | select(.items == [])'", "only where it kept silent"],
    ],
    json: "an array of `{ repository, number, at, mode, question, items, best, threshold, because }`",
    page: "docs/how-to/backtest.md#before-the-first-public-comment",
  },
  requests: {
    summary: "list feature requests and what they wait on",
    group: "look",
    examples: [
      ["frontdesk requests acme/widgets --by age", "the oldest first"],
      ["frontdesk requests --all --json", "everything, for other programs"],
    ],
    json: "an array of `{ repository, number, title, url, state, since, askedBy, askedAt, votes, urgency, waitsOn, answered, isReady, issue, milestone, due, decision }`",
    page: "docs/explanation/feature-requests.md",
  },
  interviews: {
    summary: "list whom to talk to this quarter, and what to ask",
    group: "look",
    examples: [["frontdesk interviews acme/widgets", "who is left to be talked to"]],
    json: "an array of `{ repository, login, quarter, reasons, questions, done }`, without what people wrote",
    page: "docs/explanation/interviews.md",
  },
  faq: {
    summary: "read and extend a FAQ file; count what its entries are good for",
    group: "look",
    examples: [["frontdesk faq list --file docs/FAQ.md", "the entries, as Frontdesk understands them"]],
    page: "docs/explanation/faq.md",
  },
  "faq add": {
    summary: "add an answered question to a FAQ file",
    examples: [
      [
        'frontdesk faq add --file docs/FAQ.md --question "How do I log?" --answer answer.md --diff',
        "what would change",
      ],
      ['frontdesk faq add --file docs/FAQ.md --question "How do I log?" --answer answer.md --write', "do it"],
    ],
    json: "`{ file, isWritten, line, sections, redacted, text }`",
    page: "docs/explanation/faq.md",
  },
  "faq list": {
    summary: "list the entries of a FAQ file",
    examples: [["frontdesk faq list --file docs/FAQ.md --json | jq -r '.[].question'", "the questions alone"]],
    json: "an array of `{ question, anchor, line, answer }`",
    page: "docs/explanation/faq.md",
  },
  "faq stats": {
    summary: "count how often each FAQ entry was suggested, and helped",
    examples: [["frontdesk faq stats acme/widgets", "with the reasons why an entry is stale"]],
    json: "an array of `{ repository, entry, question, verified, hits, helpful, unhelpful, stale }`",
    page: "docs/explanation/faq.md",
  },
  calendar: {
    summary: "tell the addresses of a repository's calendar",
    group: "look",
    examples: [["frontdesk calendar --repository acme/widgets", "the public address and the secret one"]],
    exits: { failed: "the repository has no calendar" },
    json: "`{ repository, public, secret, isWhole, sessions, branch }`",
    page: "docs/explanation/calendar.md",
  },
  backfill: {
    summary: "show how much of the discussions' history is read",
    group: "look",
    examples: [
      ["frontdesk backfill --follow", "until all is read"],
      ["frontdesk backfill acme/widgets --start", "read it again from the start"],
    ],
    json: "an array of `{ repository, isStarted, threads, open, backfill }`",
    page: "docs/explanation/timeline.md",
  },
};
