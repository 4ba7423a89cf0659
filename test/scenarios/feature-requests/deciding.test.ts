import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  closeDiscussion,
  deleteDiscussionComment,
  openIssue,
  reopenDiscussion,
  setRole,
  upvote,
} from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { botIssues, botText, command, labelsOf, request } from "../../helpers/request-world.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const issueOf = (title: string) => botIssues(desk).filter((it) => it.title === title);

describe("/accept", () => {
  it("is for maintainers, and in request categories only", async () => {
    const idea = await request(desk, "Only for some");
    expect((await command(desk, idea, "/accept", "hana")).replies).toEqual([
      expect.stringContaining("`/accept` is for people with write rights."),
    ]);
    const question = desk.ask("How do I accept?", "Please tell.", "ann", "q-a");
    expect((await command(desk, question, "/accept")).replies).toEqual([
      expect.stringContaining("Features are requested in: `ideas`."),
    ]);
    expect(botIssues(desk)).toEqual([]);
  });

  it("run twice, and in one comment twice, makes one issue", async () => {
    const idea = await request(desk, "Once and no more");
    expect((await command(desk, idea, "/accept\n/accept")).reactions).toContain("ROCKET");
    await command(desk, idea, "/accept");
    expect(issueOf("Once and no more")).toHaveLength(1);
    expect(idea.closed).toBe(false);
  });

  it("of a declined request reopens the thread and its issue", async () => {
    const idea = await request(desk, "Second thoughts");
    await command(desk, idea, "/accept");
    const [issue] = issueOf("Second thoughts");
    await command(desk, idea, "/decline It is *too* much for @sam, see #1.");
    expect(idea.stateReason).toBe("RESOLVED");
    expect(issue).toMatchObject({ closed: true, stateReason: "NOT_PLANNED" });
    expect(labelsOf(idea)).toEqual(["declined"]);
    expect(botText(desk, idea)).toContain("> It is *too* much for @\u200Bsam, see #\u200B1.");

    await command(desk, idea, "/accept");
    expect(idea.closed).toBe(false);
    expect(issue?.closed).toBe(false);
    expect(labelsOf(idea)).toEqual(["accepted"]);
    expect(issueOf("Second thoughts")).toHaveLength(1);
  });

  it("adopts an issue that is there, and says so in it", async () => {
    const issue = openIssue(desk.github.world, desk.person("sam"), desk.repository, { title: "There before" });
    const idea = await request(desk, "Adopt me");
    await command(desk, idea, `/accept issue:#${issue.number}`);
    expect(issueOf("Adopt me")).toEqual([]);
    expect(botText(desk, idea)).toContain(`[issue ${issue.number}]`);
    expect(issue.comments.map(({ body }) => body)).toEqual([expect.stringContaining("now tracks the request")]);
    await command(desk, idea, "/decline Not now.");
    expect(issue.closed).toBe(false);
  });
});

describe("/decline", () => {
  it("wants a reason, and offers docs that help instead", async () => {
    const idea = await request(desk, "Change the log level to debug", "Why: I want to change the log level to debug.");
    expect((await command(desk, idea, "/decline")).replies).toEqual([expect.stringContaining("should learn why")]);
    expect(idea.closed).toBe(false);
    await command(desk, idea, "/decline There is a switch for that.");
    expect(botText(desk, idea)).toContain("**Declined**");
    expect(botText(desk, idea)).toContain("Change the log level");
    expect(botText(desk, idea)).toContain("docs/logging.md");
  });

  it("is looked at anew when many vote for it later", async () => {
    const idea = await request(desk, "Come back later");
    await command(desk, idea, "/decline Not now.");
    for (let i = 0; i < 10; i++) upvote(desk.person(`voter-${i}`), idea);
    await desk.restart();
    expect(botText(desk, idea)).toContain("on the list of what to decide again");
    expect(labelsOf(idea)).toEqual(["declined", "ready for decision"]);
  });

  it("is taken back by /reopen", async () => {
    const idea = await request(desk, "Never mind");
    await command(desk, idea, "/decline Not now.");
    await command(desk, idea, "/reopen");
    expect(idea.closed).toBe(false);
    expect(labelsOf(idea)).toEqual(["complete"]);
    expect((await command(desk, idea, "/reopen")).replies).toEqual([expect.stringContaining("does not fit")]);
  });
});

describe("what people do to the thread", () => {
  it("moves the request as their commands do", async () => {
    const { world } = desk.github;
    const idea = await request(desk, "Closed by hand");
    closeDiscussion(world, desk.person("mia"), idea, "OUTDATED");
    await desk.settle();
    expect(labelsOf(idea)).toEqual([]);
    reopenDiscussion(world, desk.person("mia"), idea);
    await desk.settle();
    expect(labelsOf(idea)).toEqual(["complete"]);
  });

  it("a comment of ours that was deleted stays so: what follows is answered below the command", async () => {
    const idea = await request(desk, "Please be quiet", "Nothing is said here.");
    for (const comment of desk.botComments(idea)) {
      deleteDiscussionComment(desk.github.world, desk.person("mia"), comment);
    }
    const { replies } = await command(desk, idea, "/accept");
    expect(replies).toEqual([expect.stringContaining("**Accepted** by mia")]);
    expect(desk.botComments(idea)).toEqual([]);
  });
});

describe("a meeting", () => {
  it("has an agenda, and an outcome before anything is decided", async () => {
    const idea = await request(desk, "Let us talk");
    expect((await command(desk, idea, "/meeting 2020-02-30T10:00Z")).replies).toEqual([
      expect.stringContaining("there is no 2020-02-30 in the calendar"),
    ]);
    await command(desk, idea, "/meeting Friday at ten, in <b>the</b> usual call");
    expect(labelsOf(idea)).toEqual(["meeting"]);
    expect(botText(desk, idea)).toContain("The office is empty by day.");
    expect((await command(desk, idea, "/accept")).replies).toEqual([expect.stringContaining("`/outcome")]);
    expect(issueOf("Let us talk")).toEqual([]);
    await command(desk, idea, "/outcome We want it for admins.");
    expect(botText(desk, idea)).toContain("**Outcome:**\n\n> We want it for admins.");
    await command(desk, idea, "/accept");
    expect(issueOf("Let us talk")[0]?.body).toContain("> We want it for admins.");
  });

  it("can be called off, and have its outcome behind the decision", async () => {
    const idea = await request(desk, "Let us not talk");
    await command(desk, idea, "/meeting tomorrow");
    await command(desk, idea, "/meeting cancel");
    expect(labelsOf(idea)).toEqual(["complete"]);
    await command(desk, idea, "/meeting next week");
    await command(desk, idea, '/decline outcome:"Nobody came." It is not worth a meeting.');
    expect(labelsOf(idea)).toEqual(["declined"]);
    expect(botText(desk, idea)).toContain("> It is not worth a meeting.");
  });
});

describe("/duplicate", () => {
  it("is refused to somebody who had the role a moment ago", async () => {
    const [first, second, third] = [await request(desk, "A"), await request(desk, "B"), await request(desk, "C")];
    setRole(desk.repository, "lea", "triage");
    await command(desk, second, `/duplicate #${first.number}`, "lea");
    expect(second.closed).toBe(true);
    setRole(desk.repository, "lea", null);
    const { reactions } = await command(desk, third, `/duplicate #${first.number}`, "lea");
    expect(reactions).toEqual(["CONFUSED"]);
    expect(third.closed).toBe(false);
  });

  it("closes a request as the same as another, whose votes it adds to, until it is reopened", async () => {
    const first = await request(desk, "Widgets for left hands");
    await command(desk, first, "/accept");
    const second = await request(desk, "Left-handed widgets, please");
    upvote(desk.person("sam"), second);
    await command(desk, second, `/duplicate #${first.number}`, "hana");
    expect(second).toMatchObject({ closed: true, stateReason: "DUPLICATE" });
    expect(botText(desk, second)).toContain(`/discussions/${first.number}>`);
    expect(botText(desk, first)).toContain(`/discussions/${second.number}>) (2 votes)`);
    await command(desk, second, "/reopen");
    expect(botText(desk, first)).not.toContain(`/discussions/${second.number}>`);
    expect(second.closed).toBe(false);
  });

  it("works in any discussion, and leads to the end of the chain", async () => {
    const question = desk.ask("Where is the moon?", "I wonder.", "ann", "q-a");
    const target = await request(desk, "A moon for everyone");
    const middle = await request(desk, "Moons");
    await command(desk, middle, `/duplicate #${target.number}`);
    const { replies } = await command(desk, question, `/duplicate #${middle.number}`, "hana");
    expect(replies).toEqual([expect.stringContaining(`/discussions/${target.number}>`)]);
    expect(question.stateReason).toBe("DUPLICATE");
    expect((await command(desk, target, `/duplicate #${middle.number}`)).replies[0]).toContain("cannot be a duplicate");
    expect((await command(desk, target, `/duplicate #${target.number}`)).replies[0]).toContain(
      "no duplicate of itself",
    );
    expect((await command(desk, target, "/duplicate #99999")).replies[0]).toContain("no discussion or issue 99999");
    expect((await command(desk, target, "/duplicate that one")).replies[0]).toContain("by its number");
  });
});

it("nothing was given up", async () => {
  expect(await desk.givenUp()).toBe(0);
});
