import { closeDiscussion, markAnswer, type Discussion } from "local-github-server/world";
import { afterEach, describe, expect, it } from "vitest";
import { openDesk, type Desk, type DeskOptions } from "../../helpers/open-desk.ts";

/** Takes a backup of a desk that is at work; the answer puts it in the place of what there is by then, while the app is down. */
export type TakeBackup = (desk: Desk) => Promise<() => Promise<void>>;

const hour = 60 * 60 * 1000;

let desk: Desk;

/** Everything the bot has said, by what it answers. */
function said(): readonly string[] {
  const { discussions } = desk.repository;
  const all = discussions.flatMap(({ number, comments }) =>
    comments.flatMap((it) => [it, ...it.replies]).map((it) => ({ number, ...it })),
  );
  return all.filter(({ author }) => author?.__typename === "Bot").map(({ number, body }) => `${number}: ${body}`);
}

async function helped(title: string): Promise<Discussion> {
  const question = desk.ask(title);
  await desk.settle();
  desk.comment(question, "/needs-info the version", "hana");
  desk.comment(question, "/why", "hana");
  desk.comment(question, "/label nope", "hana");
  await desk.settle();
  return question;
}

/** What holds on every engine; `optionsOf` gives a desk a database of its own. */
export function comesBackFromBackups(optionsOf: () => Promise<DeskOptions>, takeBackup: TakeBackup): void {
  describe("a backup that was put back", () => {
    afterEach(() => desk.close());

    it("loses nothing, and has nothing said twice that was said after it was taken", async () => {
      desk = await openDesk({ ...(await optionsOf()), startAt: new Date("2026-03-02T09:01:00Z") });
      const { world } = desk.github;
      await helped("How can I change the log level to debug?");
      // While it is taken, people write and the app answers them.
      for (const nth of [1, 2, 3]) desk.ask(`How do I install widgets behind a proxy, part ${nth}?`);
      const restore = await takeBackup(desk);
      await desk.settle();
      const late = await helped("Where do logs go, and how can I change the log level?");
      const answer = desk.comment(late, "Use `log.file`.", "hana");
      markAnswer(world, desk.person("ann"), answer);
      desk.comment(late, "/promote-faq", "mia");
      await desk.settle();
      closeDiscussion(world, desk.person("ann"), late);
      await desk.settle();
      const before = said();
      expect(before.length).toBeGreaterThan(6);
      const pulls = desk.repository.pullRequests.length;

      await desk.restart(restore);
      // Everything GitHub still has is sent once more, as an operator does who does not know what is missing.
      for (const { id } of desk.github.webhooks.list().toReversed()) await desk.github.webhooks.redeliver(id);
      await desk.settle();
      await desk.advance(hour);
      // Sections of our comment may be written anew; comments are as many as they were, each for what it was for.
      expect(said().map((it) => it.split(":")[0])).toEqual(before.map((it) => it.split(":")[0]));
      expect(desk.repository.pullRequests).toHaveLength(pulls);
      expect(await desk.givenUp()).toBe(0);

      const next = desk.ask("How can I change the log level to debug, again?");
      await desk.settle();
      expect(desk.botComments(next)).toHaveLength(1);
    }, 240_000);
  });
}
