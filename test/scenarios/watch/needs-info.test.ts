import { afterEach, expect, it } from "vitest";
import { closeDiscussion, markAnswer } from "local-github-server/world";
import { webhookPath } from "../../../src/web/server.ts";
import { nowhere } from "../../helpers/nowhere.ts";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { command, labelsOf } from "../../helpers/request-world.ts";
import { watchedThread } from "../../helpers/with-watch.ts";

let desk: Desk;
afterEach(() => desk.close());

const open = (label = "needs-info") =>
  openDesk({
    files: {
      ".github/frontdesk.yml": `watch:\n  needs-info-label: ${label}\n  priorities:\n    p3: { first-response: 4h, next-response: 8h }\n`,
    },
  });

it("/needs-info turns a question to its asker until they write, and shows it by a label", async () => {
  desk = await open();
  const question = desk.ask("How do I feed the cat?");
  await desk.settle();
  const asked = await command(desk, question, "/needs-info which cat it is", "hana");
  expect(asked).toEqual({ reactions: ["EYES", "ROCKET"], replies: [] });
  expect(labelsOf(question)).toEqual(["needs-info"]);
  expect((await watchedThread(desk, question))?.state.status).toBe("waiting-on-asker");

  await desk.advance(60_000);
  desk.comment(question, "Thanks!", "ann");
  await desk.settle();
  expect(labelsOf(question)).toEqual(["needs-info"]);
  desk.comment(question, "The black one.", "ann");
  await desk.settle();
  expect(labelsOf(question)).toEqual([]);
  expect(await watchedThread(desk, question)).toMatchObject({
    state: { status: "waiting-on-team" },
    due: { clock: "next-response" },
  });
});

it("the label of /needs-info comes off when the question is answered or closed without a word of the asker", async () => {
  desk = await open();
  const { world } = desk.github;
  const [answered, closed] = [desk.ask("How do I feed the cat?"), desk.ask("How do I feed the dog?")];
  await desk.settle();
  const answer = desk.comment(answered, "With fish.", "hana");
  await desk.settle();
  for (const it of [answered, closed]) await command(desk, it, "/needs-info", "hana");
  expect([labelsOf(answered), labelsOf(closed)]).toEqual([["needs-info"], ["needs-info"]]);
  markAnswer(world, desk.person("hana"), answer);
  closeDiscussion(world, desk.person("hana"), closed, "OUTDATED");
  await desk.settle();
  expect([labelsOf(answered), labelsOf(closed)]).toEqual([[], []]);
});

it("/needs-info that is heard of after the asker has written puts no label on that nobody would take off", async () => {
  desk = await open();
  const question = desk.ask("How do I feed the cat?");
  await desk.settle();
  desk.github.sendWebhooksTo(nowhere);
  const asking = desk.comment(question, "/needs-info which cat it is", "hana");
  await desk.github.webhooks.drain();
  desk.github.sendWebhooksTo(desk.app.url + webhookPath);
  await desk.github.clock.advance(60_000);
  desk.comment(question, "The black one.", "ann");
  await desk.settle();
  // What did not arrive is sent again within the hour.
  await desk.advance(3_600_000);
  await desk.advance(3_600_000);
  expect(asking.reactions.map(({ content }) => content)).toEqual(["EYES", "ROCKET"]);
  expect(labelsOf(question)).toEqual([]);
  expect((await watchedThread(desk, question))?.state.status).toBe("waiting-on-team");
});

it("/needs-info leaves labels alone where the config wants none, and other labels always", async () => {
  desk = await open("null");
  const question = desk.ask("How do I feed the cat?");
  await desk.settle();
  await command(desk, question, "/needs-info", "hana");
  expect(labelsOf(question)).toEqual([]);
  expect((await watchedThread(desk, question))?.state.status).toBe("waiting-on-asker");
});

it("a comment that only gives other commands neither turns the question nor stops its clock", async () => {
  desk = await open();
  const question = desk.ask("How do I feed the cat?");
  await desk.settle();
  await command(desk, question, "/priority p3", "hana");
  await command(desk, question, "/why", "hana");
  expect(await watchedThread(desk, question)).toMatchObject({
    state: { status: "waiting-on-team" },
    due: { clock: "first-response" },
  });
});
