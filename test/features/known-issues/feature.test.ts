import { defaultConfig } from "../../../src/config/schema.ts";
import { describe, expect, it } from "vitest";
import type { Issue, IssueComment } from "../../../src/core/issue.ts";
import { IssuesConfig } from "../../../src/features/known-issues/config.ts";
import { knownIssues } from "../../../src/features/known-issues/feature.ts";
import { toKnownIssue } from "../../../src/features/known-issues/to-known-issue.ts";
import { repository } from "../../helpers/builders.ts";

const config = IssuesConfig.parse({});
const about = { shared: defaultConfig, config, now: new Date("2026-03-04T00:00:00Z") };
const monday = new Date("2026-03-02T09:00:00Z");
const ann = { login: "ann", isBot: false };

function anIssue(given: Partial<Issue> = {}): Issue {
  return {
    id: "I_7",
    number: 7,
    title: "Crash on start",
    body: "It crashes.",
    url: "https://github.com/acme/widgets/issues/7",
    author: ann,
    labels: ["bug"],
    createdAt: monday,
    updatedAt: monday,
    lastComments: [],
    ...given,
  };
}

function said(body: string, given: Partial<IssueComment> = {}): IssueComment {
  const author = { login: "hana", isBot: false };
  return { body, author, createdAt: monday, isMinimized: false, isOfProject: true, ...given };
}

const visitor = { author: { login: "sam", isBot: false }, isOfProject: false };
const closed = { closed: "completed", closedAt: new Date("2026-03-03T08:00:00Z") } as const;
const declined = { ...closed, closed: "not-planned", labels: ["enhancement"] } as const;

describe("an issue", () => {
  it.each<[string, Partial<Issue>, object]>([
    ["a bug that is open", {}, { kind: "issue", outcome: { state: "open", isBug: true } }],
    ["a bug that was fixed", closed, { outcome: { state: "completed", isBug: true } }],
    [
      "a bug that was fixed for a milestone",
      { ...closed, milestone: "2.4" },
      { outcome: { state: "completed", isBug: true, shippedIn: "2.4" }, closedAt: "2026-03-03T08:00:00.000Z" },
    ],
    ["a milestone before the fix", { milestone: "2.5" }, { outcome: { state: "open", isBug: true } }],
    ["no label", { labels: [] }, { kind: "issue", outcome: { state: "open" } }],
    ["a label with a scope", { labels: ["type: Bug"] }, { outcome: { state: "open", isBug: true } }],
    ["a request by label", { labels: ["enhancement"] }, { kind: "feature-request", outcome: { state: "open" } }],
    ["a request by another label", { labels: ["✨ Kind/Feature Request"] }, { kind: "feature-request" }],
    ["a request that is called a bug too", { labels: ["bug", "feature"] }, { outcome: { state: "open" } }],
    [
      "a request that was declined",
      { ...declined, lastComments: [said("Out of scope.")] },
      { kind: "feature-request", outcome: { state: "not-planned" }, answer: "Out of scope." },
    ],
    ["a duplicate", { ...closed, closed: "duplicate" }, { retired: "duplicate" }],
    ["a duplicate by label", { labels: ["bug", "duplicate"] }, { retired: "duplicate" }],
  ])("is known: %s", (_, given, known) => {
    expect(toKnownIssue(anIssue(given), config)).toMatchObject(known);
  });

  it.each<[string, Partial<Issue>, string]>([
    ["an app wrote it", { author: { login: "dependabot", isBot: true } }, "a bot"],
    ["a bot under a person's account wrote it", { author: { login: "acme-renovate-bot", isBot: false } }, "a bot"],
    ["it is about the docs", { labels: ["documentation"] }, "its labels"],
    ["it is a bug that stays", { ...closed, closed: "not-planned" }, "closed as not planned"],
    ["it is a bug that stays by its label", { ...closed, labels: ["bug", "wontfix"] }, "closed as not planned"],
    ["nobody said why it was declined", declined, "without a reason"],
    ["a visitor said why it was declined", { ...declined, lastComments: [said("+1", visitor)] }, "without a reason"],
    [
      "it went stale",
      { ...declined, labels: ["enhancement", "Stale"], lastComments: [said("Bye")] },
      "nothing happened",
    ],
    ["it was closed without a word", { ...closed, labels: [] }, "without a word"],
  ])("is not known when %s", (_, given, unfit) => {
    expect(toKnownIssue(anIssue(given), config)).toEqual({ unfit: expect.stringContaining(unfit) });
  });

  it.each<[string, Partial<Issue>, string]>([
    [
      "the project",
      { lastComments: [said("Fixed by [this](https://d.example/x)."), said("Thanks!", visitor)] },
      "Fixed by [this](https://d.example/x).",
    ],
    [
      "its author, once it is closed",
      {
        ...closed,
        lastComments: [said("Upgrading helped.", { author: ann, isOfProject: false }), said("Me too", visitor)],
      },
      "Upgrading helped.",
    ],
    [
      "nobody: it is open, and its author asks",
      { lastComments: [said("Any news?", { author: ann, isOfProject: false })] },
      "",
    ],
    ["nobody: bots do not count", { lastComments: [said("CI passed", { author: { login: "ci", isBot: true } })] }, ""],
    ["nobody: what is hidden does not count", { lastComments: [said("Spam", { isMinimized: true })] }, ""],
    ["nobody: what is empty does not count", { lastComments: [said(" \n")] }, ""],
  ])("has its answer from %s", (_, given, answer) => {
    expect(toKnownIssue(anIssue(given), config)).toMatchObject({ answer });
  });

  it("teaches where its answer's links lead", () => {
    const known = toKnownIssue(
      anIssue({ lastComments: [said("See [a](https://d.example/x#y), [b](./z.md).")] }),
      config,
    );
    expect(known).toMatchObject({ links: ["https://d.example/x#y"] });
  });

  it("keeps the beginning of a long text", () => {
    const known = toKnownIssue(anIssue({ body: "x".repeat(65_000), lastComments: [said("y".repeat(65_000))] }), config);
    expect(JSON.stringify(known).length).toBeLessThan(31_000);
  });

  it("is what the config's labels say", () => {
    const own = IssuesConfig.parse({ "feature-labels": ["wish"], "bug-labels": ["broken"], "exclude-labels": ["bug"] });
    expect(toKnownIssue(anIssue({ labels: ["wish"] }), own)).toMatchObject({ kind: "feature-request" });
    expect(toKnownIssue(anIssue({ labels: ["broken"] }), own)).toMatchObject({ outcome: { isBug: true } });
    expect(toKnownIssue(anIssue({ labels: ["bug"] }), own)).toHaveProperty("unfit");
  });
});

describe("the import", () => {
  const settings = JSON.stringify(config);
  const start = (left: number) => ({
    do: "follow-up",
    key: "import-issues:start",
    event: { kind: "import-issues", repository, cursor: undefined, left },
  });

  it.each<[string, string | undefined, object, readonly object[]]>([
    ["starts for a repository that is new", undefined, {}, [{ do: "reset-issues", repository, settings }, start(2000)]],
    ["does not start again", settings, {}, []],
    [
      "starts again when the config chooses other issues",
      "other",
      {},
      [{ do: "reset-issues", repository, settings }, start(2000)],
    ],
    ["does not start when it is off", undefined, { mode: "off" }, []],
    [
      "is forgotten when it is switched off",
      settings,
      { mode: "off" },
      [{ do: "reset-issues", repository, settings: undefined }],
    ],
  ])("%s", (_, known, given, actions) => {
    for (const event of [
      { kind: "repository-added", repository } as const,
      { kind: "default-branch-moved", repository, head: "abc" } as const,
    ]) {
      const plan = knownIssues.decide(
        event,
        { found: "settings", settings: known },
        { ...about, config: IssuesConfig.parse(given) },
      );
      expect(plan.actions).toEqual(actions);
    }
  });

  const page = (count: number, next: string | undefined) => ({
    found: "page",
    issues: Array.from({ length: count }, (_, index) => anIssue({ number: index + 1 })),
    next,
  });

  it.each<[string, number, string | undefined, number, number, number | undefined]>([
    ["goes on behind a page", 50, "c2", 200, 50, 150],
    ["ends with the last page", 20, undefined, 200, 20, undefined],
    ["ends when there are issues enough", 50, "c2", 50, 50, undefined],
    ["takes only as many of a page as are wanted", 50, "c2", 30, 30, undefined],
  ])("%s", (_, count, next, left, kept, goesOnWith) => {
    const event = { kind: "import-issues", repository, cursor: "c1", left } as const;
    const { actions } = knownIssues.decide(event, page(count, next), about);
    expect(actions[0]).toMatchObject({ do: "keep-issues", issues: { length: kept } });
    expect(actions.slice(1)).toEqual(
      goesOnWith === undefined
        ? []
        : [
            {
              do: "follow-up",
              key: `import-issues:${next}`,
              event: { kind: "import-issues", repository, cursor: next, left: goesOnWith },
            },
          ],
    );
  });

  it("goes on behind a page of which nothing can help", () => {
    const event = { kind: "import-issues", repository, cursor: undefined, left: 100 } as const;
    const issues = [anIssue({ author: { login: "renovate", isBot: true } })];
    const { actions } = knownIssues.decide(event, { found: "page", issues, next: "c2" }, about);
    expect(actions.map((it) => it.do)).toEqual(["follow-up"]);
  });
});

describe("a change", () => {
  const changed = { kind: "issue-changed", repository, number: 7 } as const;

  it("keeps the issue as it is now", () => {
    expect(knownIssues.decide(changed, { found: "issue", issue: anIssue() }, about).actions).toEqual([
      { do: "keep-issues", repository, issues: [expect.objectContaining({ number: 7 })] },
    ]);
  });

  it.each<[string, Issue | undefined]>([
    ["can help no more", anIssue({ ...closed, closed: "not-planned" })],
    ["is gone", undefined],
  ])("forgets one that %s", (_, issue) => {
    expect(knownIssues.decide(changed, { found: "issue", issue }, about).actions).toEqual([
      { do: "forget-issue", repository, number: 7 },
    ]);
  });

  it("forgets one that was deleted or transferred", () => {
    const event = { kind: "issue-removed", repository, number: 7 } as const;
    expect(knownIssues.decide(event, { found: "nothing-to-read" }, about).actions).toEqual([
      { do: "forget-issue", repository, number: 7 },
    ]);
  });

  it("is let pass where issues are off", () => {
    const off = { ...about, config: IssuesConfig.parse({ mode: "off" }) };
    expect(knownIssues.decide(changed, { found: "nothing-to-read" }, off).actions).toEqual([]);
  });
});
