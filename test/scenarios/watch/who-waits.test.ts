import { afterEach, describe, expect, it } from "vitest";
import {
  closeDiscussion,
  deleteDiscussion,
  markAnswer,
  reopenDiscussion,
  unmarkAnswer,
  type Discussion,
} from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { command, request } from "../../helpers/request-world.ts";
import { watchedThread } from "../../helpers/with-watch.ts";

let desk: Desk;
afterEach(() => desk.close());

const hourMs = 3_600_000;
const targets = `watch:
  priorities:
    p3: { first-response: 4h, next-response: 8h, resolution: 24h }
`;
const files = (config = targets) => ({ ".github/frontdesk.yml": config });

/** The state of a thread and what is due in it, when all has been handled. */
async function stateOf(discussion: Discussion) {
  await desk.settle();
  const found = await watchedThread(desk, discussion);
  return found && `${found.state.status}${found.due ? `, ${found.due.clock}` : ""}`;
}

describe("a thread", () => {
  it("waits on the team, on the asker, on the team again, is answered, and is not", async () => {
    desk = await openDesk({ files: files() });
    const { world } = desk.github;
    const question = desk.ask("How do I feed the cat?");
    expect(await stateOf(question)).toBe("waiting-on-team, first-response");
    const reply = desk.comment(question, "By hand.", "hana");
    expect(await stateOf(question)).toBe("waiting-on-asker");
    desk.comment(question, "And the dog?", "ann");
    expect(await stateOf(question)).toBe("waiting-on-team, next-response");
    markAnswer(world, desk.person("ann"), reply);
    expect(await stateOf(question)).toBe("answered");
    desk.comment(question, "Thanks!", "ann");
    expect(await stateOf(question)).toBe("answered");
    unmarkAnswer(world, desk.person("ann"), reply);
    expect(await stateOf(question)).toBe("waiting-on-team, next-response");
    closeDiscussion(world, desk.person("mia"), question, "OUTDATED");
    expect(await stateOf(question)).toBe("closed");
    reopenDiscussion(world, desk.person("ann"), question);
    expect(await stateOf(question)).toBe("waiting-on-team, next-response");
    deleteDiscussion(world, desk.person("mia"), question);
    expect(await stateOf(question)).toBeUndefined();
  });

  it("goes by what people of the community say as the config wants, and never by what bots say", async () => {
    desk = await openDesk({ files: files() });
    const anyone = desk.ask("How can I change the log level to debug?");
    await desk.settle();
    expect(desk.botComments(anyone)).toHaveLength(1);
    expect(await stateOf(anyone)).toBe("waiting-on-team, first-response");
    desk.comment(anyone, "I pass a flag.", "sam");
    expect(await stateOf(anyone)).toBe("waiting-on-team, resolution");
    expect((await watchedThread(desk, anyone))?.state.hasCommunityAnswer).toBe(true);

    await desk.push(files(`${targets}  first-response: team\n`));
    expect(await stateOf(anyone)).toBe("waiting-on-team, first-response");
    desk.comment(anyone, "Right.", "hana");
    expect(await stateOf(anyone)).toBe("waiting-on-asker");
  });

  it("has no clocks, and waits on nobody, when somebody of the team opened it", async () => {
    desk = await openDesk({ files: files() });
    const announced = desk.ask("How we work", "As follows.", "mia");
    const asked = desk.ask("How do you work?", "I wonder.", "ann", "general");
    expect(await stateOf(announced)).toBeUndefined();
    expect(await stateOf(asked)).toBeUndefined();
  });

  it("is told of nowhere while the watch is off, and as it is then when it is on again", async () => {
    desk = await openDesk({ files: files() });
    const question = desk.ask("How do I feed the cat?");
    expect(await stateOf(question)).toBe("waiting-on-team, first-response");
    await desk.push(files("watch: { mode: off }\n"));
    expect(await stateOf(question)).toBeUndefined();
    desk.comment(question, "By hand.", "hana");
    expect(await stateOf(question)).toBeUndefined();
    await desk.push(files());
    expect(await stateOf(question)).toBe("waiting-on-asker");
  });

  it("is found by the sweep when its target is missed, and only then", async () => {
    desk = await openDesk({ files: files() });
    const question = desk.ask("How do I feed the cat?");
    await desk.settle();
    await desk.advance(3 * hourMs);
    expect((await watchedThread(desk, question))?.breaches).toEqual([]);
    await desk.advance(hourMs + 60_000);
    const { breaches, due } = (await watchedThread(desk, question)) ?? {};
    expect(breaches).toMatchObject([{ clock: "first-response", isOpen: true }]);
    expect(due?.at).toEqual(breaches?.[0]?.dueAt);
    desk.comment(question, "By hand.", "hana");
    await desk.settle();
    expect((await watchedThread(desk, question))?.breaches).toMatchObject([{ clock: "first-response", isOpen: false }]);
  });

  it("is reckoned after a restart as before, and by new targets from its start", async () => {
    desk = await openDesk({ files: files() });
    const question = desk.ask("How do I feed the cat?");
    await desk.settle();
    const before = await watchedThread(desk, question);
    await desk.restart();
    expect(await watchedThread(desk, question)).toEqual(before);
    await desk.push(files(targets.replace("first-response: 4h", "first-response: 6h")));
    await desk.settle();
    const after = await watchedThread(desk, question);
    expect(after?.due?.at.getTime()).toBe((before?.due?.at.getTime() ?? 0) + 2 * hourMs);
  });

  it("that asks for a feature awaits its decision, and is answered by it", async () => {
    desk = await openDesk({ files: files(targets.replace("watch:\n", "watch:\n  categories: [q-a, ideas]\n")) });
    const asked = desk.ask("Dark mode", "Please.", "ann", "ideas");
    expect(await stateOf(asked)).toBe("waiting-on-asker");
    const idea = await request(desk);
    expect(await stateOf(idea)).toBe("awaiting-decision");
    desk.comment(idea, "I can test it.", "ann");
    expect(await stateOf(idea)).toBe("awaiting-decision");
    await command(desk, idea, "/accept");
    expect(await stateOf(idea)).toBe("answered");
    await desk.advance(60_000);
    desk.comment(idea, "And at night?", "ann");
    expect(await stateOf(idea)).toBe("waiting-on-team, next-response");
  });
});
