import { afterEach, describe, expect, it } from "vitest";
import { openFaqDesk, type FaqDesk } from "../helpers/faq-desk.ts";

let desk: FaqDesk;
afterEach(() => desk.close());

const writes = new Set([
  "React",
  "AddComment",
  "MoveBranch",
  "OpenPullRequest",
  "POST /repos/{owner}/{repo}/git/trees",
  "POST /repos/{owner}/{repo}/git/commits",
]);

describe("what is asked of GitHub", () => {
  it("for a promotion, up to the comment that links its pull request, is 22 reads and 7 writes", async () => {
    desk = await openFaqDesk();
    const { question } = await desk.answered("Why does the gyrotron hum?", "It is cold.");
    desk.github.ledger.clear();
    await desk.promote(question);
    const asked = desk.github.ledger.list().map(({ operation }) => operation);
    expect(asked.filter((it) => writes.has(it))).toEqual([
      "React",
      "POST /repos/{owner}/{repo}/git/trees",
      "POST /repos/{owner}/{repo}/git/commits",
      "MoveBranch",
      "OpenPullRequest",
      "React",
      "AddComment",
    ]);
    // Four of them are whether the pull request changes the config.
    expect(asked).toHaveLength(29);
    expect(desk.github.ledger.points()).toBe(29);
  });

  it("for whatever happens in a thread that nobody promoted is nothing more", async () => {
    desk = await openFaqDesk();
    const question = desk.ask("Why does the gyrotron hum?", "It does.");
    await desk.settle();
    desk.github.ledger.clear();
    await desk.answered("Where are invoices kept?", "In the vault.");
    const asked = desk.github.ledger.list().map(({ operation }) => operation);
    expect(asked.filter((it) => /Proposal|contents|Account/u.test(it))).toEqual([]);
    expect(desk.botComments(question)).toEqual([]);
  });
});
