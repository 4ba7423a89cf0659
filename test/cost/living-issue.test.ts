import { afterEach, describe, expect, it } from "vitest";
import { createRepository } from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { pushTo } from "../helpers/push-to.ts";

let desk: Desk;
afterEach(() => desk.close());

const minute = 60_000;
/** At the beginning of a minute: the day's look at the issue writes the minute anew, and is in the same one then. */
const startAt = new Date("2026-03-02T09:01:00Z");

const issues = () => desk.repository.issues.filter(({ title }) => title.startsWith("Support:"));
const edits = () => desk.github.ledger.count({ operation: "PATCH /repos/{owner}/{repo}/issues/{issue_number}" });

/** So many more people ask something, and wait on us. */
async function ask(...titles: readonly string[]): Promise<void> {
  for (const title of titles) desk.ask(title);
  await desk.settle();
}

describe("the living issue", () => {
  it("is edited once for all that changed within its time, and not for what did not", async () => {
    desk = await openDesk({ startAt });
    await ask("Question 1");
    await desk.advance(5 * minute);
    expect(edits()).toBe(0);
    await ask("Question 2", "Question 3", "Question 4");
    for (const _time of [1, 2, 3]) await desk.advance(5 * minute);
    expect(edits()).toBe(1);
    await desk.restart();
    await desk.advance(5 * minute);
    expect(edits()).toBe(1);
    expect(issues()).toHaveLength(1);
  });

  it("costs nothing while nothing changes", async () => {
    desk = await openDesk({ startAt });
    await ask("Question 1");
    await desk.advance(5 * minute);
    desk.github.ledger.clear();
    for (const _time of [1, 2, 3]) await desk.advance(5 * minute);
    const asked = desk.github.ledger.list().map(({ operation }) => operation);
    expect(asked.filter((it) => /issue/iu.test(it))).toEqual([]);
  });

  it("is edited no more often than the config says", async () => {
    desk = await openDesk({ startAt, files: { ".github/frontdesk.yml": "living-issue:\n  edit-every: 30m\n" } });
    await ask("Question 1");
    await desk.advance(5 * minute);
    for (let number = 2; number <= 6; number += 1) {
      await ask(`Question ${number}`);
      await desk.advance(5 * minute);
    }
    expect(edits()).toBe(0);
    await desk.advance(5 * minute);
    expect(edits()).toBe(1);
    expect(issues()[0]?.body).toContain("### Waiting on us (6)");
  });

  it("is asked for once a day where issues are disabled", async () => {
    desk = await openDesk({ startAt, before: (_, repository) => void (repository.hasIssuesEnabled = false) });
    for (let number = 1; number <= 5; number += 1) {
      await ask(`Question ${number}`);
      await desk.advance(5 * minute);
    }
    expect(desk.github.ledger.count({ operation: "POST /repos/{owner}/{repo}/issues" })).toBe(1);
    expect(await desk.givenUp()).toBe(0);
  });

  it("asks once more for an edit where it lists several repositories, and for nothing while nothing changes", async () => {
    const config = "living-issue:\n  in: acme/support\n";
    desk = await openDesk({ startAt, files: { ".github/frontdesk.yml": config } });
    const support = createRepository(desk.github.world, desk.repository.owner, "support");
    await desk.advance(5 * minute);
    await pushTo(desk, support, { ".github/frontdesk.yml": config });
    await ask("Question 1");
    for (const _time of [1, 2, 3]) await desk.advance(5 * minute);
    expect(support.issues[0]?.body).toContain("### Waiting on us (1)");

    const spent = async () => {
      desk.github.ledger.clear();
      await desk.advance(5 * minute);
      const all = desk.github.ledger.list().map(({ operation }) => operation);
      return {
        issue: all.filter((it) => /issue/iu.test(it)).length,
        lists: all.filter((it) => it === "GET /installation/repositories").length,
      };
    };
    const quiet = await spent();
    expect(quiet.issue).toBe(0);
    await ask("Question 2");
    expect(await spent()).toEqual({ issue: 3, lists: quiet.lists + 1 });
    expect(support.issues[0]?.body).toContain("### Waiting on us (2)");
  });
});
