import { defaultConfig } from "../../../src/config/schema.ts";
import { describe, expect, it } from "vitest";
import type { Discussion } from "../../../src/core/discussion.ts";
import type { AnsweredThread } from "../../../src/core/knowledge.ts";
import { answeredThreads } from "../../../src/features/answered-threads/feature.ts";
import { toAnsweredThread } from "../../../src/features/answered-threads/to-answered-thread.ts";
import { aComment, aDiscussion, repository } from "../../helpers/builders.ts";

const answered = aDiscussion({
  answer: aComment({ body: "See [the docs](https://d.example/x#y) and [here](./z.md)." }),
  answeredAt: new Date("2026-03-03T08:00:00Z"),
});
const actor = { login: "ann", isBot: false };
const about = { shared: defaultConfig, config: undefined, now: new Date("2026-03-04T00:00:00Z") };

describe("an answered discussion", () => {
  it("is kept with what its answer links to", () => {
    expect(toAnsweredThread(answered)).toMatchObject({
      number: 12,
      links: ["https://d.example/x#y"],
      answeredAt: "2026-03-03T08:00:00.000Z",
    });
  });

  it("is kept with what its answer tells people, and not with what it tells us", () => {
    const body = "/outcome Set `proxy`.\n\n```\n/label x\n```\n\n/promote-faq question:[x](https://d.example/q)";
    const { answer, links } = toAnsweredThread({ ...answered, answer: aComment({ body }) }) as AnsweredThread;
    expect(answer).toBe("Set `proxy`.\n\n```\n/label x\n```");
    expect(links).toEqual([]);
  });

  it.each<[string, Discussion, string]>([
    ["there is no answer", aDiscussion(), "no answer"],
    [
      "a bot answered",
      { ...answered, answer: aComment({ author: { login: "dosu", isBot: true } }) },
      "written by a bot",
    ],
    ["we answered", { ...answered, answer: aComment({ isOurs: true }) }, "written by a bot"],
    ["the answer is hidden", { ...answered, answer: aComment({ isMinimized: true }) }, "hidden"],
    ["the answer is empty", { ...answered, answer: aComment({ body: " \n" }) }, "empty"],
    ["the answer is a command", { ...answered, answer: aComment({ body: "/label docs" }) }, "empty"],
    ["it is a duplicate", { ...answered, closed: "duplicate" }, "closed as duplicate"],
    ["it is outdated", { ...answered, closed: "outdated" }, "closed as outdated"],
  ])("is not suggested when %s", (_, discussion, unfit) => {
    expect(toAnsweredThread(discussion)).toEqual({ unfit: expect.stringContaining(unfit) });
  });

  it("is suggested although it was closed as resolved", () => {
    expect(toAnsweredThread({ ...answered, closed: "resolved" })).toMatchObject({ number: 12 });
  });
});

describe("events", () => {
  it("import page after page", () => {
    const event = { kind: "import-threads", repository, cursor: undefined } as const;
    const facts = { found: "page", discussions: [answered, aDiscussion({ number: 13 })], next: "c2" };
    expect(answeredThreads.decide(event, facts, about).actions).toEqual([
      { do: "keep-threads", repository, threads: [expect.objectContaining({ number: 12 })] },
      { do: "follow-up", key: "import-threads:c2", event: { kind: "import-threads", repository, cursor: "c2" } },
    ]);
  });

  it.each([
    ["start an import for a repository that is new", false, ["follow-up"]],
    ["start none for one that is served already", true, []],
  ])("%s", (_, isServed, actions) => {
    const plan = answeredThreads.decide(
      { kind: "repository-added", repository },
      { found: "repository", isServed },
      about,
    );
    expect(plan.actions.map((it) => it.do)).toEqual(actions);
  });

  it("end the import with the last page, and say so", () => {
    const event = { kind: "import-threads", repository, cursor: "c9" } as const;
    expect(answeredThreads.decide(event, { found: "page", discussions: [], next: undefined }, about).actions).toEqual([
      { do: "follow-up", key: "threads-imported", event: { kind: "threads-imported", repository } },
    ]);
  });

  it.each([
    ["loses its answer", aDiscussion()],
    ["is gone", undefined],
  ])("forget a thread that %s", (_, discussion) => {
    const event = { kind: "discussion-changed", change: "unanswered", repository, number: 12, actor } as const;
    expect(answeredThreads.decide(event, { found: "thread", discussion }, about).actions).toEqual([
      { do: "forget-thread", repository, number: 12 },
    ]);
  });

  it("forget a thread that was deleted or transferred", () => {
    const event = { kind: "discussion-removed", repository, number: 12, actor } as const;
    expect(answeredThreads.decide(event, { found: "nothing-to-read" }, about).actions).toEqual([
      { do: "forget-thread", repository, number: 12 },
    ]);
  });
});
