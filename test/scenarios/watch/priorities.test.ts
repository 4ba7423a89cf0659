import { afterEach, describe, expect, it } from "vitest";
import { addLabels, createLabel, removeLabels, type Discussion } from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { command, labelsOf } from "../../helpers/request-world.ts";
import { watchedThread } from "../../helpers/with-watch.ts";

let desk: Desk;
afterEach(() => desk.close());

const config = `watch:
  priorities:
    p1: { first-response: 1h }
    p2: { first-response: 2h }
    p3: { first-response: 8h }
    p4: { label: null }
  rules:
    - { form: { "How bad is it?": Everything stands still }, priority: p1 }
    - { title: [slow], priority: p2 }
`;
const open = () => openDesk({ files: { ".github/frontdesk.yml": config } });

/** Priority, hours to the first response from the start, and labels. */
async function told(question: Discussion): Promise<string> {
  await desk.settle();
  const found = await watchedThread(desk, question);
  const hours = found?.due && (found.due.at.getTime() - Date.parse(question.createdAt)) / 3_600_000;
  return [found?.priority, hours === undefined ? "no target" : `${hours} h`, ...labelsOf(question)].join(", ");
}

function label(question: Discussion, name: string): void {
  const { world } = desk.github;
  const { repository } = desk;
  const known = repository.labels.find((it) => it.name === name);
  addLabels(world, desk.person("hana"), question, [
    known ?? createLabel(world, desk.person("mia"), repository, { name }),
  ]);
}

describe("the priority of a question", () => {
  it("is set by a command, as a label, and counts from when it was asked", async () => {
    desk = await open();
    const question = desk.ask("How do I feed the cat?");
    expect(await told(question)).toBe("p3, 8 h");
    expect(await command(desk, question, "/priority p1", "hana")).toEqual({
      reactions: ["EYES", "ROCKET"],
      replies: [],
    });
    expect(await told(question)).toBe("p1, 1 h, p1");
    await command(desk, question, "/priority P2", "hana");
    expect(await told(question)).toBe("p2, 2 h, p2");
    await command(desk, question, "/priority p4", "hana");
    expect(await told(question)).toBe("p4, no target");
    await command(desk, question, "/priority p3", "hana");
    expect(await told(question)).toBe("p3, 8 h, p3");
  });

  it("is the label that somebody puts on by hand, and the default when it is taken off", async () => {
    desk = await open();
    const question = desk.ask("How do I feed the cat?");
    await desk.settle();
    label(question, "p2");
    expect(await told(question)).toBe("p2, 2 h, p2");
    label(question, "p1");
    expect(await told(question)).toBe("p1, 1 h, p1, p2");
    removeLabels(desk.github.world, desk.person("hana"), question, [...question.labels]);
    expect(await told(question)).toBe("p3, 8 h");
  });

  it("is given by rules, and stays as somebody changes it", async () => {
    desk = await open();
    const slow = desk.ask("Everything is slow");
    const broken = desk.ask("Help", "### How bad is it?\n\nEverything stands still\n\n### Version\n\n2");
    expect(await told(slow)).toBe("p2, 2 h, p2");
    expect(await told(broken)).toBe("p1, 1 h, p1");
    removeLabels(desk.github.world, desk.person("hana"), slow, [...slow.labels]);
    expect(await told(slow)).toBe("p3, 8 h");
    desk.comment(slow, "Any news?", "ann");
    expect(await told(slow)).toBe("p3, 8 h");
  });

  it("is for helpers to set, and one of four", async () => {
    desk = await open();
    const question = desk.ask("How do I feed the cat?");
    await desk.settle();
    expect((await command(desk, question, "/priority p1", "ann")).replies).toEqual([
      expect.stringContaining("people with triage rights"),
    ]);
    expect((await command(desk, question, "/priority @urgent", "hana")).replies).toEqual([
      expect.stringMatching(/There is no priority @\u200Burgent\. It is `p1`, `p2`, `p3` or `p4`\./u),
    ]);
    expect((await command(desk, question, "/priority", "hana")).replies).toEqual([
      expect.stringContaining("Say which priority"),
    ]);
    expect(await told(question)).toBe("p3, 8 h");
  });

  it("is none of ours where nothing is watched, and the issue's in the thread of a request", async () => {
    desk = await open();
    const elsewhere = desk.ask("Hello", "I am new.", "ann", "general");
    const idea = desk.ask("Dark mode", "Please.", "ann", "ideas");
    await desk.settle();
    expect(await command(desk, elsewhere, "/priority p1", "hana")).toEqual({ reactions: [], replies: [] });
    expect((await command(desk, idea, "/priority p1", "hana")).replies).toEqual([expect.stringContaining("issue")]);
  });

  it("is shown by /help once, with what it means there", async () => {
    desk = await open();
    const question = desk.ask("How do I feed the cat?");
    await desk.settle();
    const [help = ""] = (await command(desk, question, "/help", "hana")).replies;
    expect(help.match(/\/priority/gu)).toHaveLength(1);
    expect(help).toContain("/priority p1\\|p2\\|p3\\|p4");
  });
});
