import { english } from "../../src/core/language.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alwaysOpen } from "../../src/business-time/always-open.ts";
import { GoneError, RefusedError } from "../../src/core/errors.ts";
import { isRefusal } from "../../src/core/faq-editor.ts";
import { promote } from "../../src/faq-file/promote.ts";
import { alreadyThere, entryStays, sameQuestion } from "../../src/features/faq/messages/promote-faq.ts";
import { commitMessage, proposalBody, proposalTitle } from "../../src/features/faq/messages/pull-request.ts";
import { faqReview } from "../../src/features/faq/messages/review-issue.ts";
import { promotionNews } from "../../src/features/faq/messages/thread-section.ts";
import { reviewPullRequest } from "../../src/features/faq/messages/verify-and-retire.ts";
import type { Promotion } from "../../src/features/faq/promotion/promotion.ts";
import { duplicateReply } from "../../src/features/feature-requests/messages/comments.ts";
import { sessionList } from "../../src/features/office-hours/messages/session-list.ts";
import { changeNotice } from "../../src/features/office-hours/messages/change-notice.ts";
import { sessionSection } from "../../src/features/office-hours/messages/session-section.ts";
import { notATime, notThen, tooManyBookings } from "../../src/features/office-hours/messages/refusals.ts";
import type { Session } from "../../src/sessions/session.ts";
import { explainClocks } from "../../src/features/watch/messages/explain-clocks.ts";
import { explainSuggestion } from "../../src/features/watch/messages/explain-suggestion.ts";
import { notInterviewed } from "../../src/features/interviews/messages/refusals.ts";
import { noSuchPriority } from "../../src/features/watch/messages/refusals.ts";
import { firstAnswer } from "../../src/features/related-answers/messages/first-answer.ts";
import { listOf, noSuch, unexpectedWords } from "../../src/issues/refusals.ts";
import { goneMeanwhile, refusedByGitHub } from "../../src/pipeline/command-messages.ts";
import type { Suggestion } from "../../src/core/suggestion.ts";
import { neutralise } from "../../src/text/neutralise.ts";
import { stateOf } from "../../src/timeline/state-of.ts";
import { aBooking } from "../helpers/bookings.ts";
import { aHit } from "../helpers/builders.ts";
import { githubFinds, githubFindsInText } from "../helpers/github-finds.ts";
import { requestTexts } from "../helpers/request-texts.ts";
import { at, aTimeline } from "../helpers/timelines.ts";
import { trickyText } from "../helpers/tricky-text.ts";

const url = "https://github.com/acme/widgets/discussions/12";

function aPromotion(words: string): Promotion {
  return {
    number: 12,
    file: "docs/FAQ.md",
    branch: "faq/discussion-12",
    question: words,
    wanted: "x",
    state: "proposed",
    change: "add",
    url,
    by: words,
    answerer: words,
    redacted: ["token"],
  };
}

function aSuggestion(words: string, isFound: boolean): Suggestion {
  const terms = [{ term: words, fields: ["title"], score: 1 }];
  const item = { id: words, title: words, url, confidence: 0.7, score: 7, parts: {}, terms };
  return {
    mode: "live",
    question: { title: words, url },
    items: isFound ? [item] : [],
    ...(!isFound && { best: item }),
    threshold: { value: 0.6, base: 0.6, from: "config", moved: 0, because: words },
    because: words,
  };
}

const entry = {
  item: { ...aHit(1).item, url: "https://github.com/acme/widgets/blob/HEAD/docs/FAQ.md#a" },
  section: { path: "docs/FAQ.md", anchor: "a" },
};

/** What is said of sessions whose config and hosts say this. */
function sessionTexts(words: string): readonly string[] {
  const [start, end] = [new Date("2026-12-08T13:00:00Z"), new Date("2026-12-08T13:30:00Z")];
  const session: Session = {
    series: "clinic",
    key: "2026-12-08T13:00Z",
    kind: "office-hours",
    title: words,
    start,
    end,
    timeZone: "Europe/Berlin",
    slots: [{ index: 0, start, end }],
    hosts: [words],
    link: "https://meet.example.com/clinic",
    linkFor: "everyone",
    languages: ["en"],
    topics: [words],
  };
  const next = [{ session, slot: { index: 0, start, end } }];
  const booking = aBooking({ title: words, sessionTitle: words, hosts: [words], by: words });
  const outcome = { by: words, at: "2026-12-08T14:00:00Z", text: words, comment: "DC_9", url };
  const items = [{ name: "log", ask: words, "found-by": "log" as const }];
  const section = (it: typeof booking) =>
    sessionSection({ booking: it, session, items, isAnswered: false, mark: "outcome" })(english);
  const calledOff = { ...booking, state: "cancelled", cancelled: "session-cancelled" } as const;
  const list = { taken: [], hosts: new Set([words]), notice: "4h", now: new Date("2026-12-01T09:00:00Z"), number: 12 };
  const nearest = { notice: "4h", days: 28, nearest: next, verb: "move " } as const;
  return [
    ...[
      booking,
      calledOff,
      { ...booking, state: "over" as const },
      { ...booking, state: "done" as const, outcome },
    ].map(section),
    // The asker, by a name that is GitHub's, is the one who is called.
    ...[booking, calledOff].map((it) => changeNotice(it, next)(english)),
    sessionList([session], { ...list, kind: "office-hours" })(english),
    tooManyBookings([booking], 1)(english),
    notATime(words, undefined)(english),
    notThen("taken", words, nearest)(english),
  ];
}

const counts = { hits: 1, helpful: 0, unhelpful: 0 };

const pull = { number: 7, url: "https://github.com/acme/widgets/pull/7" };

/** Every Markdown text of ours that words of people go into. */
const inMarkdown: Readonly<Record<string, (words: string) => readonly string[]>> = {
  "by itself": (words) => [neutralise(words)],
  "in a feature request": requestTexts,
  "in what is said of sessions": sessionTexts,
  "in the answer to a duplicate": (words) => [duplicateReply({ title: words, url })(english)],
  "in a suggestion": (words) => [
    firstAnswer([
      {
        ...aHit(1, { title: words, context: [words] }),
        excerpt: words,
        terms: [{ term: words, fields: ["title"], score: 1 }],
      },
    ])(english),
  ],
  "in the news of a promotion": (words) =>
    (["proposed", "published", "declined", "withdrawn"] as const).map((state) =>
      promotionNews({ promotion: { ...aPromotion(words), state }, pull, entry: entry.item.url, trouble: () => words })(
        english,
      ),
    ),
  "in the answer to /promote-faq": (words) => [
    alreadyThere(words, entry.item.url)(english),
    entryStays(words, "docs/FAQ.md")(english),
    sameQuestion(words, "docs/FAQ.md", [{ title: words, url: entry.item.url, path: "docs/FAQ.md", anchor: "a" }])(
      english,
    ),
  ],
  "in a pull request": (words) => [
    proposalBody([aPromotion(words), { ...aPromotion(words), number: 13 }], "docs/FAQ.md")(english),
    reviewPullRequest(
      { command: "verify", question: words, file: "docs/FAQ.md", by: words, day: "2026-11-29" },
      english,
    ).body,
  ],
  "in the review of the FAQ": (words) => [
    faqReview({
      stale: [{ entry: { ...entry, item: { ...entry.item, title: words } } as never, counts, reasons: ["it is old"] }],
      more: 0,
      offers: [{ number: 3, title: words, url, links: 2, found: 0, votes: 0 }],
      entries: 1,
      edited: [{ ...aPromotion(words), edited: { by: words, at: "2026-11-29T09:00:00Z", url, isIn: false } }],
    })(english),
  ],
  "in the answer to /why": (words) => [
    explainSuggestion(aSuggestion(words, true)),
    explainSuggestion(aSuggestion(words, false)),
    explainClocks(
      {
        state: stateOf(aTimeline([]), { now: at("10:00") }),
        clocks: [],
        calendar: { ...alwaysOpen, name: words, timeZone: words },
      },
      { priority: "p1", by: "label" },
      [{ path: words, line: 1, column: 1, message: words }],
    ),
  ],
  "in a refusal": (words) => [
    noSuchPriority(words)(english),
    notInterviewed.notNamed(words, [words])(english),
    notInterviewed.already(words, "2026-11-29")(english),
    noSuch("label", words, [words])(english),
    listOf([words])(english),
    unexpectedWords("accept", [words], "/accept")(english),
    refusedByGitHub(new RefusedError(words, "invalid"))(english),
    goneMeanwhile(new GoneError(words))(english),
  ],
};

/** And every plain one. */
const inText: Readonly<Record<string, (words: string) => readonly string[]>> = {
  "in a title": (words) => [
    proposalTitle([aPromotion(words)])(english),
    reviewPullRequest(
      { command: "retire", question: words, file: "docs/FAQ.md", by: words, day: "2026-11-29" },
      english,
    ).title,
  ],
  "in a commit message": (words) => [
    commitMessage(aPromotion(words), []),
    reviewPullRequest(
      { command: "retire", question: words, file: "docs/FAQ.md", by: words, day: "2026-11-29" },
      english,
    ).message,
  ],
};

describe("words of people, wherever we write them", () => {
  it.each(Object.entries(inMarkdown))("%s, give GitHub nothing to notice", (_, texts) => {
    const ours = texts("word").map(githubFinds);
    fc.assert(
      fc.property(trickyText, (words) => {
        expect(texts(words).map(githubFinds)).toEqual(ours);
      }),
      { numRuns: 150 },
    );
  });

  it.each(Object.entries(inText))("%s, give GitHub nothing to notice, and leave out no checks", (_, texts) => {
    const ours = texts("word").map(githubFindsInText);
    fc.assert(
      fc.property(trickyText, (words) => {
        expect(texts(words).map(githubFindsInText)).toEqual(ours);
        for (const it of texts(words)) expect(it).not.toMatch(/\[skip ci\]|skip-checks:/u);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["questions as headings", "# FAQ\n\n## Why?\n\nSo.\n"],
    ["questions that unfold", "<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>\n"],
  ])("in a FAQ with %s, mention nobody", (_, file) => {
    fc.assert(
      fc.property(trickyText, trickyText, (title, answer) => {
        const promoted = promote(file, { title, answer, thread: url });
        if (isRefusal(promoted)) return;
        // In files GitHub makes nothing of references, so that only who copies the text could be bothered by one.
        expect(githubFinds(promoted.text).filter((it) => it.startsWith("@"))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["# Because\n\t@octocat", "a tab that makes no code in a quote"],
    ["see www.github.com/acme/widgets/pull/3", "an address without its scheme"],
    ["---\n```\n---\n```\n@octocat", "what would be front matter in a file"],
    ["[ https://a.example/@octocat", "an address behind an open bracket"],
    ["GH\\-12", "an escaped reference"],
    ["_a1b2c3d4e5_", "a hash in emphasis"],
  ])("%j: %s", (words) => {
    for (const texts of Object.values(inMarkdown)) {
      expect(texts(words).map(githubFinds)).toEqual(texts("word").map(githubFinds));
    }
  });
});
