import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../../src/config/schema.ts";
import type { Backtester, BacktestSummary } from "../../../src/core/backtester.ts";
import type { SectionSplitter } from "../../../src/core/finder.ts";
import type { GitHubReads } from "../../../src/core/github-reads.ts";
import type { ProposalState } from "../../../src/core/proposal.ts";
import type { RepositorySetup } from "../../../src/core/repository-setup.ts";
import { decideOnboarding } from "../../../src/features/onboarding/decide.ts";
import { gatherOnboarding } from "../../../src/features/onboarding/gather.ts";
import { isDue } from "../../../src/features/onboarding/is-due.ts";
import { mayUseDefaults, type OnboardingRecord } from "../../../src/features/onboarding/onboarding-record.ts";
import type { ReadsWithOnboarding } from "../../../src/features/onboarding/reads.ts";
import { aThread, repository } from "../../helpers/builders.ts";
import { port } from "../../helpers/port.ts";

const now = new Date("2026-03-02T09:00:00Z");
const waiting: OnboardingRecord = { state: "waiting", since: now.toISOString() };
const qa = { slug: "q-a", name: "Q&A", isAnswerable: true };

interface World {
  readonly record?: OnboardingRecord | undefined;
  readonly isOnboarding?: boolean;
  /** Paths of texts that there are, here or with the owner. */
  readonly texts?: readonly string[];
  readonly setup?: Partial<RepositorySetup>;
  readonly proposal?: Partial<ProposalState>;
  readonly files?: readonly string[];
  readonly backtest?: BacktestSummary | undefined;
  /** Titles of the discussions, newest first. */
  readonly titles?: readonly string[];
}

const nobodyAsked: BacktestSummary = { questions: 0, threshold: 0.6, newest: [], figures: [], notes: [] };

/** The plan for a repository in such a world. */
async function planFor({
  record = waiting,
  isOnboarding = true,
  texts = [],
  files = [],
  titles = ["How?"],
  ...world
}: World) {
  const setup = { isArchived: false, hasDiscussions: true, categories: [qa], ...world.setup };
  const github = port<GitHubReads>("github", {
    configTexts: async (_, path) => [
      { source: `acme/widgets:${path}`, text: undefined, isShown: true },
      { source: `acme/.github:${path}`, text: texts.includes(path) ? "x" : undefined, isShown: true },
    ],
    repositorySetup: async () => setup,
    findProposal: async () => ({
      base: { name: "main", head: "c0ffee" },
      branch: undefined,
      pullRequest: undefined,
      ...world.proposal,
    }),
    tree: async () => files.map((path) => ({ path, sha: path, size: 10 })),
    contents: async function* () {
      // No file has a text here.
    },
    newestThreads: async () => ({
      threads: titles.map((title) => ({ ...aThread({ title, body: "" }), isPartial: false })),
      total: titles.length,
    }),
    repositoryUrl: async () => "https://github.com/acme/widgets",
  });
  const backtest = "backtest" in world ? world.backtest : nobodyAsked;
  const reads = {
    github,
    splitter: port<SectionSplitter>("splitter", {}),
    backtester: port<Backtester>("backtester", { backtest: async () => backtest }),
    isOnboarding,
  } as ReadsWithOnboarding;
  return decideOnboarding(repository, await gatherOnboarding(repository, record, reads), {
    shared: defaultConfig,
    now,
  });
}

async function proposalFor(world: World) {
  const [action] = (await planFor(world)).actions;
  if (action?.do !== "open-onboarding") throw new Error("no pull request is opened");
  return action.proposal;
}

describe("a pull request", () => {
  it.each<[string, World, unknown]>([
    ["where there is a config, with the owner as well", { texts: [".github/frontdesk.yml"] }, { state: "configured" }],
    ["in an archived repository", { setup: { isArchived: true } }, { state: "left-out", because: "it is archived" }],
    ["without discussions", { setup: { hasDiscussions: false } }, { because: "its discussions are turned off" }],
    ["in an empty repository", { proposal: { base: undefined } }, { because: "it is empty: it has no default branch" }],
    [
      "on a branch of somebody else's",
      { proposal: { branch: { head: "1", mergeBase: "0", others: ["eve"] } } },
      { because: "its branch frontdesk/onboarding was made by somebody else" },
    ],
    [
      "where there was one, though nothing is remembered of it",
      {
        proposal: {
          pullRequest: { id: "P", number: 4, url: "", state: "closed", title: "", body: "", head: "1" },
        },
      },
      { state: "proposed", number: 4 },
    ],
  ])("is not opened %s", async (_, world, record) => {
    const { actions } = await planFor(world);
    expect(actions).toEqual([
      { do: "keep-onboarding", repository, record: expect.objectContaining(record) as unknown },
    ]);
  });

  it.each<[string, World]>([
    ["it is switched off", { isOnboarding: false }],
    ["it was there before", { record: { state: "exempt" } }],
    ["there was one", { record: { state: "proposed", number: 4 } }],
  ])("is not looked for where %s", async (_, world) => {
    expect((await planFor(world)).actions).toEqual([]);
  });

  it("has the config and forms for questions and ideas, but where the owner has one for all", async () => {
    const ideas = { slug: "ideas", name: "Ideas", isAnswerable: false };
    const world = { setup: { categories: [qa, ideas] }, texts: [".github/DISCUSSION_TEMPLATE/ideas.yml"] };
    const { files, base, parent } = await proposalFor(world);
    expect(files.map(({ path }) => path)).toEqual([".github/frontdesk.yml", ".github/DISCUSSION_TEMPLATE/q-a.yml"]);
    expect([base, parent]).toEqual(["main", "c0ffee"]);
  });

  it("says what is missing, and how it comes to be", async () => {
    const { body } = await proposalFor({ setup: { categories: [] } });
    expect(body).toContain("**No category for questions.**");
    expect(body).toContain("managing-categories-for-discussions");
    expect(body).toContain("**No category for ideas.**");
    expect(body).toContain("**No folder of docs.**");
    expect((await proposalFor({ files: ["docs/a.md"] })).body).not.toContain("No folder of docs");
  });

  it("tells what would have been said without mentioning anybody or linking back, and only figures that were measured", async () => {
    const url = "https://github.com/acme/widgets/discussions/7";
    const { body } = await proposalFor({
      backtest: {
        questions: 25,
        threshold: 0.6,
        newest: [
          { number: 7, title: "Fixes #3 for @eve | <b>why</b>?", url, said: [{ title: "Install", url: `${url}9` }] },
          { number: 6, title: "", url, said: [] },
        ],
        figures: [{ name: "Silence rate", value: "40 %", basis: "10 of 25 questions" }],
        notes: ["Docs are as they are today."],
      },
    });
    expect(body).toContain("25 questions in q\\-a among all 1 discussions were asked again");
    expect(body).toContain("| [(no title)](<https://redirect.github.com/acme/widgets/discussions/7>) | nothing |");
    expect(body).not.toMatch(/#3|@eve|<b>|https:\/\/github\.com\/acme/u);
    expect(body).toContain("| Silence rate | 40 % | 10 of 25 questions |");
    expect(body).not.toContain("too few");
    expect(body).toContain("Docs are as they are today.");
  });

  it.each([
    [["怎么修改日志级别？", "安装时出错", "How do I print a label?"], "启用 Frontdesk", "**没有存放文档的文件夹**"],
    [["怎么修改日志级别？", "How do I print a label?"], "Set up Frontdesk", "**No folder of docs.**"],
    [[], "Set up Frontdesk", "**No folder of docs.**"],
  ])("is in Chinese where most of the newest discussions are: %j", async (titles, title, line) => {
    const proposal = await proposalFor({ titles });
    expect(proposal.title).toBe(title);
    expect(proposal.body).toContain(line);
  });

  it("tells a replay in Chinese", async () => {
    const url = "https://github.com/acme/widgets/discussions/7";
    const figures = [{ name: "Silence rate", value: "40 %", basis: "10 of 25 questions" }];
    const newest = [{ number: 7, title: "怎么安装？", url, said: [] }];
    const backtest = { questions: 2, threshold: 0.6, newest, figures, notes: [] };
    const { body } = await proposalFor({ titles: ["怎么安装？"], backtest });
    expect(body).toContain(
      "全部 1 个讨论中的 2 个问题（分类：q\\-a）被重新问了一遍，只用 0 页文档和每个问题提出时已有的答案，阈值为 0.6。最新的 1 个：\n\n| 讨论 | 它当时会怎么说 |",
    );
    expect(body).toContain("| [怎么安装？](<https://redirect.github.com/acme/widgets/discussions/7>) | 不说话 |");
    expect(body).toContain("只回放了 2 个问题");
    expect(body).toContain("| 指标 | 数值 | 统计范围 |");
  });

  it("says so where the replay took too long, and where nobody has asked", async () => {
    expect((await proposalFor({ backtest: undefined })).body).toContain("took too long");
    const { body } = await proposalFor({});
    expect(body).toContain("none of the 1 newest discussions is a question");
    expect(body).not.toContain("Figure");
  });
});

describe("without a config, the defaults are in force", () => {
  it.each<[OnboardingRecord | undefined, boolean, boolean]>([
    [undefined, true, false],
    [waiting, true, false],
    [{ state: "configured" }, true, false],
    [{ state: "left-out", because: "", at: "" }, true, false],
    [{ state: "proposed" }, true, false],
    [{ state: "exempt" }, true, true],
    [undefined, false, true],
    [waiting, false, true],
    [{ state: "proposed" }, false, false],
  ])("for %j, onboarding %s: %s", (record, isOnboarding, expected) => {
    expect(mayUseDefaults(record, isOnboarding)).toBe(expected);
  });
});

describe("by the clock", () => {
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();
  it.each<[string, OnboardingRecord | undefined, boolean]>([
    ["is not looked at while it is imported", { state: "waiting", since: ago(0.5) }, false],
    ["is looked at where the end of that was never told", { state: "waiting", since: ago(1) }, true],
    ["is not asked again on the day of a refusal", { state: "left-out", because: "", at: ago(23) }, false],
    ["is asked again a day after it", { state: "left-out", because: "", at: ago(24) }, true],
    ["is left alone when it was asked", { state: "proposed" }, false],
    ["is left alone when nothing is known of it", undefined, false],
  ])("a repository %s", (_, record, expected) => {
    expect(isDue(record, now)).toBe(expected);
  });
});
