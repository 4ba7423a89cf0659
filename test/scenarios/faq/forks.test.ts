import { afterEach, describe, expect, it } from "vitest";
import {
  closePullRequest,
  editDiscussionComment,
  forkRepository,
  mergePullRequest,
  openPullRequest,
  type PullRequest,
} from "local-github-server/world";
import { openFaqDesk, type FaqDesk } from "../../helpers/faq-desk.ts";

let desk: FaqDesk;
afterEach(() => desk.close());

const title = "Why does the gyrotron hum?";

/** Somebody without any role, whose fork has a branch named as ours is going to be. */
async function aStranger(branch: string) {
  const { world } = desk.github;
  const ann = desk.person("ann");
  const fork = await forkRepository(world, ann, desk.repository, "my-widgets");
  const git = desk.github.git(fork);
  await git.updateRef(`refs/heads/${branch}`, (await git.resolve("main")) ?? "", null);
  await git.importFiles(branch, [{ path: "docs/FAQ.md", content: "# Mine\n" }], {
    message: "Mine",
    keep: true,
    author: { name: "Ann", email: "ann@example.com", date: world.timestamp() },
  });
  return {
    open: () => openPullRequest(world, ann, desk.repository, { title: "Mine", base: "main", head: `ann:${branch}` }),
    close: (pull: PullRequest) => closePullRequest(world, ann, pull),
  };
}

function ofOurs(): readonly PullRequest[] {
  return desk.pulls().filter(({ author }) => author?.__typename === "Bot");
}

describe("a pull request from a fork, from a branch of the same name", () => {
  it("neither keeps ours from being opened, followed and merged, nor is taken for it", async () => {
    desk = await openFaqDesk();
    const { question, answer } = await desk.answered(title, "It is cold.");
    const branch = `faq/discussion-${question.number}`;
    const stranger = await aStranger(branch);
    const first = await stranger.open();

    expect((await desk.promote(question)).reactions).toEqual(["EYES", "ROCKET"]);
    const [ours] = ofOurs();
    expect(ofOurs()).toHaveLength(1);
    expect(desk.news(question)).toContain(`/pull/${ours?.number}`);

    // Newer than ours now, and more than one.
    stranger.close(first);
    const second = await stranger.open();
    editDiscussionComment(desk.github.world, desk.person("sam"), answer, "It is *very* cold.");
    await desk.settle();
    stranger.close(second);
    await stranger.open();
    expect((await desk.promote(question)).reactions).toEqual(["EYES", "ROCKET"]);
    expect(ofOurs()).toHaveLength(1);
    expect(ours).toMatchObject({ state: "OPEN" });

    if (ours) await mergePullRequest(desk.github.world, desk.person("mia"), ours, {});
    await desk.settle();
    expect(desk.news(question)).toContain("/blob/HEAD/docs/FAQ.md#why-does-the-gyrotron-hum");
    expect(await desk.givenUp()).toBe(0);
  });

  it("tells a thread nothing when it is merged", async () => {
    desk = await openFaqDesk();
    const { question } = await desk.answered(title, "It is cold.");
    const stranger = await aStranger(`faq/discussion-${question.number}`);
    const theirs = await stranger.open();
    const before = desk.news(question);
    await mergePullRequest(desk.github.world, desk.person("mia"), theirs, {});
    await desk.settle();
    expect(theirs.state).toBe("MERGED");
    expect(desk.news(question)).toBe(before);
  });
});
