import { describe, expect, it } from "vitest";
import {
  addDiscussionComment,
  closePullRequest,
  markAnswer,
  mergePullRequest,
  openDiscussion,
  uninstallApp,
  type PullRequest,
  type Repository,
  type World,
} from "local-github-server/world";
import { loadConfig } from "../../../src/config/load.ts";
import { openDesk, type Desk, type DeskOptions } from "../../helpers/open-desk.ts";
import { withRecords } from "../../helpers/with-records.ts";
import { withStores } from "../../helpers/with-stores.ts";

const dayMs = 86_400_000;
const askedBefore = "How do I change the log level?";

/** A question of the past, which the docs answer. */
function history(world: World, repository: Repository): void {
  const [ann, hana] = ["ann", "hana"].map((login) => world.all("User").find((it) => it.login === login));
  const category = repository.discussionCategories.find(({ slug }) => slug === "q-a");
  if (!ann || !hana || !category) throw new Error("the world is another one");
  const body = "I want to see every request and its answer, with --log-level debug or in widgets.toml.";
  const question = openDiscussion(world, ann, repository, { category, title: askedBefore, body });
  markAnswer(world, hana, addDiscussionComment(world, hana, question, { body: "See docs/logging.md, @ann." }));
}

async function open(options: DeskOptions, use: (desk: Desk) => Promise<void>): Promise<void> {
  const desk = await openDesk({ isOnboarding: true, ...options });
  try {
    await use(desk);
  } finally {
    await desk.close();
  }
}

function pulls({ repository }: Desk): readonly PullRequest[] {
  return repository.pullRequests;
}

function only(desk: Desk): PullRequest {
  const [pull, ...others] = pulls(desk);
  if (!pull || others.length > 0) throw new Error(`there are ${pulls(desk).length} pull requests`);
  return pull;
}

/** A file on the branch of the pull request. */
async function fileOf(desk: Desk, pull: PullRequest, path: string): Promise<string> {
  const git = desk.github.git(desk.repository);
  const blob = await git.resolve(`refs/heads/${pull.headRefName}:${path}`);
  return blob === undefined ? "" : (await git.readBlob(blob)).toString();
}

const ask = (desk: Desk) =>
  desk.ask("Where do I set the log level to debug?", "I want to see every request and its answer.");

/** What the operator can read of where the repository stands. */
const recordOf = (desk: Desk) =>
  withStores(desk, ({ onboarding }, repository) => onboarding.findOnboarding(repository));

async function reinstall(desk: Desk): Promise<void> {
  const { world } = desk.github;
  const [installation] = world.all("Installation");
  if (installation) uninstallApp(world, desk.person("mia"), installation);
  await desk.settle();
  desk.github.install(desk.person("mia"), desk.repository.owner);
  await desk.settle();
}

describe("a repository without a config", () => {
  it("gets one pull request with what was found and what would have been said, is silent until it is merged, and is answered then", async () => {
    const form = "body:\n  - type: input\n    id: x\n    attributes:\n      label: X\n";
    const files = { ".github/DISCUSSION_TEMPLATE/ideas.yml": form };
    await open({ before: history, files }, async (desk) => {
      const pull = only(desk);
      const loaded = loadConfig(await fileOf(desk, pull, ".github/frontdesk.yml"));
      expect("config" in loaded && loaded.config["related-answers"].categories).toEqual(["q-a"]);
      expect(await fileOf(desk, pull, ".github/DISCUSSION_TEMPLATE/q-a.yml")).toContain("What happened?");
      expect(await fileOf(desk, pull, ".github/DISCUSSION_TEMPLATE/ideas.yml")).toBe(form);
      expect(pull.body).toContain(`[${askedBefore}](<`);
      expect(pull.body).toContain("docs/logging.md#change-the-log-level");
      expect(pull.body).toContain("Only one question was replayed");
      expect(pull.body).toMatch(/\| Silence rate \| 0 % \| 0 of 1 questions/u);

      const asked = ask(desk);
      const idea = desk.ask("Print labels at night", "Please.", "ann", "ideas");
      await desk.settle();
      const byAsker = desk.comment(asked, "/help", "ann");
      await desk.settle();
      await desk.advance(8 * dayMs);
      expect([...desk.botComments(asked), ...desk.botComments(idea), ...desk.botReplies(byAsker)]).toEqual([]);
      expect([...asked.labels, ...idea.labels, ...byAsker.reactions, ...desk.repository.issues]).toEqual([]);
      const shadow = await withRecords(desk, (records) => records.suggestions({ mode: "shadow", limit: 5 }));
      expect(shadow[0]?.suggestion.items[0]?.id).toBe("thread:1");

      // Whoever has a role here knows what was installed.
      const byHelper = desk.comment(asked, "/help", "hana");
      await desk.settle();
      expect(desk.botReplies(byHelper)).toHaveLength(1);

      await mergePullRequest(desk.github.world, desk.person("mia"), pull, {});
      await desk.settle();
      const next = ask(desk);
      await desk.settle();
      expect(desk.botComments(next)).toHaveLength(1);
      expect(pulls(desk)).toHaveLength(1);
    });
  });

  it("stays silent when that is closed, and gets no second one: not with time, a restart, or a new installation", async () => {
    await open({}, async (desk) => {
      expect(only(desk).body).toContain("There is no past question to try it on: nobody has opened a discussion yet");
      closePullRequest(desk.github.world, desk.person("mia"), only(desk));
      await desk.settle();
      await desk.advance(2 * dayMs);
      await desk.restart();
      await reinstall(desk);
      await desk.advance(2 * dayMs);
      expect(only(desk)).toMatchObject({ state: "CLOSED", comments: [] });
      // What is broken is no yes.
      await desk.push({ ".github/frontdesk.yml": "docs: [\n" });
      const asked = ask(desk);
      await desk.settle();
      expect(desk.botComments(asked)).toEqual([]);

      await desk.push({ ".github/frontdesk.yml": "docs: {}\n" });
      await desk.settle();
      const next = ask(desk);
      await desk.settle();
      expect(desk.botComments(next)).toHaveLength(1);
    });
  });

  it("is left without one where GitHub refuses it, and gets it a day after that is mended", async () => {
    const allow = (pullRequests: "read" | "write", world: World) => {
      for (const it of [...world.all("App"), ...world.all("Installation")]) {
        it.permissions = { ...it.permissions, pull_requests: pullRequests };
      }
    };
    await open({ calm: true, before: (world) => allow("read", world) }, async (desk) => {
      expect(pulls(desk)).toEqual([]);
      const because = expect.stringContaining("pull_requests: write") as string;
      expect(await recordOf(desk)).toMatchObject({ state: "left-out", because });
      expect(desk.logLines.some((line) => line.includes("pull_requests: write"))).toBe(true);
      expect(await desk.github.git(desk.repository).refs("refs/heads/frontdesk/")).toEqual([]);
      allow("write", desk.github.world);
      await desk.advance(dayMs + 3_600_000);
      expect(only(desk).state).toBe("OPEN");
      expect(await desk.givenUp()).toBe(0);
    });
  });
});
