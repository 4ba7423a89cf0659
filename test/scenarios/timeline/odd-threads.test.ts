import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createRepository,
  suspendInstallation,
  transferDiscussion,
  unsuspendInstallation,
} from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { happened, withProgress, withTimelines } from "../../helpers/with-timelines.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const timelineOf = (number: number) =>
  withTimelines(desk, (timelines, repository) => timelines.findTimeline(repository, number));

describe("a thread that is out of the ordinary", () => {
  it("has comments that are older than itself, as one that was made from an issue: in the order of their times", async () => {
    const question = desk.ask("Made from an issue");
    const comment = desk.comment(question, "Said in the issue.", "sam");
    Object.assign(comment, { createdAt: "2020-01-01T00:00:00Z", updatedAt: "2020-01-01T00:00:00Z" });
    await desk.settle();
    desk.comment(question, "Said here.", "hana");
    await desk.settle();
    const timeline = await timelineOf(question.number);
    expect(timeline?.entries.map(({ at }) => at.getFullYear())).toEqual([2020, timeline?.openedAt.getFullYear()]);
    expect(await happened(desk, question)).toEqual(["community sam", "helper hana"]);
  });

  it("is gone here when it is transferred, and begins anew in another repository with what was said", async () => {
    const { world } = desk.github;
    const question = desk.ask("In the wrong place");
    desk.comment(question, "It belongs to gadgets.", "hana");
    await desk.settle();
    const gadgets = createRepository(world, desk.repository.owner, "gadgets", {
      collaborators: { hana: "triage", mia: "maintain" },
    });
    await desk.settle();
    const moved = transferDiscussion(world, desk.person("mia"), question, gadgets);
    await desk.settle();
    expect(await timelineOf(question.number)).toBeUndefined();
    const there = await withTimelines(desk, (timelines, { installation }) =>
      timelines.findTimeline({ id: gadgets.databaseId, owner: "acme", name: "gadgets", installation }, moved.number),
    );
    expect(there?.entries ?? []).toMatchObject(there ? [{ by: "hana", actor: "helper" }] : []);
  });

  it("was opened by somebody whose account is gone: the next ghost is taken for the asker", async () => {
    const app = desk.github.world.findApp("frontdesk");
    let question = desk.ask("From somebody");
    await desk.restart(() => {
      if (app) app.webhook = { ...app.webhook, url: null };
      question = desk.ask("From a ghost");
      const comment = desk.comment(question, "Is anybody there?", "ann");
      desk.comment(question, "Yes.", "hana");
      Object.assign(question, { author: null });
      Object.assign(comment, { author: null });
    });
    expect(await happened(desk, question)).toEqual(expect.arrayContaining(["asker ghost", "helper hana"]));
    expect(await timelineOf(question.number)).not.toHaveProperty("asker");
  });

  it("was opened by a maintainer or a bot: its opener is neither asker nor community", async () => {
    const own = desk.ask("For everybody to know", "Read this.", "mia");
    await desk.settle();
    desk.comment(own, "And this.", "mia");
    await desk.settle();
    expect(await timelineOf(own.number)).toMatchObject({
      asker: "mia",
      opener: "maintainer",
      entries: [{ actor: "maintainer" }],
    });
  });

  it("is of an installation that is suspended: it is forgotten, and read anew when that ends", async () => {
    const { world } = desk.github;
    const question = desk.ask("Does anybody know?");
    desk.comment(question, "I do not.", "sam");
    await desk.settle();
    const [installation] = world.all("Installation");
    if (!installation) throw new Error("there is none");
    suspendInstallation(world, desk.person("mia"), installation);
    await desk.settle();
    unsuspendInstallation(world, desk.person("mia"), installation);
    await desk.settle();
    expect(await happened(desk, question)).toEqual(["community sam"]);
    const backfill = await withProgress(desk, (progress, repository) => progress.findBackfill(repository));
    expect(backfill).toMatchObject({ phase: "done", read: 1 });
    expect(await desk.givenUp()).toBe(0);
  });
});
