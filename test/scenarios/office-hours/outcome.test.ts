import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  deleteDiscussionComment,
  editDiscussionComment,
  markAnswer,
  mergePullRequest,
  unmarkAnswer,
  type Discussion,
  type DiscussionComment,
} from "local-github-server/world";
import type { Desk } from "../../helpers/open-desk.ts";
import { bookingOf, clinicConfig, openClinic, said, statusOf, write } from "../../helpers/office-hours-desk.ts";
import { someFaq } from "../../helpers/faq-desk.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const freely = "office-hours:\n  gate: none\n  per-person: 50\n";

let desk: Desk;
beforeAll(async () => {
  desk = await openClinic(clinicConfig({ slots: 6 }, freely));
});
afterAll(() => desk.close());

/** A question with a slot of the next session. */
async function booked(title: string, category = "q-a"): Promise<Discussion> {
  const question = desk.ask(title, "The agent loses its lease each night.", "ann", category);
  await desk.settle();
  await write(desk, question, "/office-hours");
  expect((await bookingOf(desk, question))?.state).toBe("booked");
  return question;
}

/** Time passes until the session of a thread has been held. */
async function held(question: Discussion, overBy = 0): Promise<void> {
  const end = Date.parse((await bookingOf(desk, question))?.end ?? "");
  await desk.advance(end - desk.github.world.now().getTime() + overBy + 6 * 60_000);
}

async function outcome(question: Discussion, body: string, by = "hana") {
  const comment = desk.comment(question, body, by);
  await desk.settle();
  return {
    comment,
    refused: desk
      .botReplies(comment)
      .map((it) => it.body)
      .join("\n"),
  };
}

const bodyOf = (comment: DiscussionComment) => comment.body;

describe("a session that was held", () => {
  it("asks its host for the outcome by edit, which is marked as the answer, in their words and with credit", async () => {
    const question = await booked("Why does the agent lose its lease at night?");
    expect(await statusOf(desk, question)).toBe("session-booked");
    await held(question);
    expect(await statusOf(desk, question)).toBe("waiting-on-team");
    expect(said(desk, question)).toContain("hana, please write down what came of it");
    expect(desk.botComments(question)).toHaveLength(1);

    const words =
      "/outcome The clock jumps when daylight saving ends.\n\n- set `lease = 30s`\n- restart\n\n/label docs";
    const { comment, refused } = await outcome(question, words);
    expect(refused).toBe("");
    expect(question.answer).toBe(comment);
    expect(await statusOf(desk, question)).toBe("answered");
    expect(said(desk, question)).toContain("**What came of the session** with hana on");
    expect(said(desk, question)).toContain(
      "> The clock jumps when daylight saving ends.\n> \n> - set `lease = 30s`\n> - restart\n",
    );
    expect(said(desk, question)).toContain(`#discussioncomment-${comment.databaseId}>`);
    expect(said(desk, question)).not.toContain("/label");
    expect(bodyOf(comment)).toBe(words);

    // Of two marks within one second GitHub's times do not tell the order.
    await desk.advance(minute);
    unmarkAnswer(desk.github.world, desk.person("ann"), comment);
    await desk.settle();
    expect(said(desk, question)).toContain("> - restart\n\nNo comment is marked as the answer.");
    markAnswer(desk.github.world, desk.person("mia"), desk.comment(question, "Rather without a lease.", "mia"));
    await desk.settle();
    expect(said(desk, question)).toContain("> - restart\n\nAnother comment is marked as the answer.");
  });

  it("may have its outcome written by somebody else of the team, while it goes on, and corrected", async () => {
    const question = await booked("Why does the lease end?");
    const start = Date.parse((await bookingOf(desk, question))?.start ?? "");
    const { refused } = await outcome(question, "/outcome Too early.");
    expect(refused).toContain("write the outcome when it has begun");
    await desk.advance(start - desk.github.world.now().getTime() + 5 * 60_000);
    const { comment: first } = await outcome(question, "/outcome It is too short.", "mia");
    expect(question.answer).toBe(first);
    expect(await statusOf(desk, question)).toBe("answered");
    expect(said(desk, question)).toMatch(/with hana on .* \(\[written down\]\(<.*>\) by mia\)/u);

    const { comment: second } = await outcome(question, "/outcome It is too long.");
    expect(question.answer).toBe(second);
    expect(said(desk, question)).toContain("> It is too long.");
    expect(said(desk, question)).not.toContain("too short");

    editDiscussionComment(desk.github.world, desk.person("hana"), second, "/outcome It is 30 s too long.");
    await desk.settle();
    expect(said(desk, question)).toContain("> It is 30 s too long.");
    // GitHub counts in seconds, within which a mark comes last.
    await desk.advance(minute);
    deleteDiscussionComment(desk.github.world, desk.person("hana"), second);
    await desk.settle();
    expect(question.answer).toBeNull();
    await held(question);
    expect(said(desk, question)).toContain("please write down what came of it");
    expect(await statusOf(desk, question)).toBe("waiting-on-team");
  });

  it("that nobody came to waits on the asker, who is told kindly and can book again", async () => {
    const question = await booked("Why is the lease short?");
    await held(question);
    await outcome(question, "/outcome no-show");
    expect(await statusOf(desk, question)).toBe("waiting-on-asker");
    expect(question.answer).toBeNull();
    expect(said(desk, question)).toContain("was missed.** That happens.");
    await write(desk, question, "/office-hours");
    expect((await bookingOf(desk, question))?.state).toBe("booked");
    expect(await statusOf(desk, question)).toBe("session-booked");

    const early = await booked("Why is the lease long?");
    const start = Date.parse((await bookingOf(desk, early))?.start ?? "");
    await desk.advance(start - desk.github.world.now().getTime() + 8 * 60_000);
    await outcome(early, "/outcome no-show");
    await held(early);
    expect(await statusOf(desk, early)).toBe("waiting-on-asker");
  });

  it("shows an outcome that cannot be marked, and says so", async () => {
    const question = await booked("Let us talk about leases", "general");
    await held(question);
    await outcome(question, "/outcome We talked.");
    expect(question.answer).toBeNull();
    expect(said(desk, question)).toContain("> We talked.");
    expect(said(desk, question)).toContain("so I marked none");
  });
});

it("an outcome is shown under the comment that booked where people have folded our comment away", async () => {
  const question = desk.ask("How can I change the log level to debug?", "I want to see the requests.");
  await desk.settle();
  await write(desk, question, "/not-helpful");
  const booking = desk.comment(question, "/office-hours", "ann");
  await desk.settle();
  const replies = () => desk.botReplies(booking).map(({ body }) => body);
  await held(question);
  expect(replies()).toEqual([expect.stringContaining("please write down what came of it")]);
  await outcome(question, "/outcome Set `log.level`.");
  expect(replies()).toEqual([expect.stringContaining("> Set `log.level`.")]);
  expect(question.answer?.body).toContain("/outcome Set");
});

it("an outcome is for the team, for a session, and has words", async () => {
  const unbooked = desk.ask("Is there a lease?");
  await desk.settle();
  expect((await outcome(unbooked, "/outcome There is.")).refused).toContain("No session is booked");
  const question = await booked("Is the lease there?");
  expect((await outcome(question, "/outcome It is.", "ann")).refused).toContain("people with triage rights");
  await held(question);
  expect((await outcome(question, "/outcome")).refused).toContain("in as many lines as it takes");
  await write(desk, question, "/office-hours cancel");
  expect(question.answer).toBeNull();
});

/** The FAQ on the default branch. */
async function faqOf({ github, repository }: Desk): Promise<string> {
  const git = github.git(repository);
  const blob = await git.resolve("refs/heads/main:docs/FAQ.md");
  return blob === undefined ? "" : (await git.readBlob(blob)).toString();
}

it("held, listed a day later, written down, promoted, suggested to the next asker", async () => {
  const files = {
    "docs/FAQ.md": someFaq,
    ".github/frontdesk.yml": `${clinicConfig({}, freely).replace("living-issue:\n  mode: off\n", "")}faq:\n  file: docs/FAQ.md\n`,
  };
  const own = await openClinic("", { files });
  try {
    const question = own.ask("Why does the agent lose its lease at midnight?", "The agent loses its lease.");
    await own.settle();
    await write(own, question, "/office-hours");
    const end = Date.parse((await bookingOf(own, question))?.end ?? "");
    await own.advance(end - own.github.world.now().getTime() + hour);
    const issue = () => own.repository.issues.find(({ title }) => title === "Support: who waits on whom")?.body ?? "";
    expect(issue()).not.toContain("Sessions without an outcome");
    await own.advance(day);
    expect(issue()).toContain("### Sessions without an outcome (1)");
    expect(issue()).toContain("with hana");

    const answer = own.comment(
      question,
      "/outcome Set `lease.renew = 10s`; the clock jumps.\n\n```\n/outcome is code\n```",
      "hana",
    );
    await own.settle();
    await own.advance(hour);
    expect(issue()).not.toContain("Sessions without an outcome");
    expect(question.answer).toBe(answer);

    own.comment(question, "/promote-faq", "hana");
    await own.settle();
    const [pull] = own.repository.pullRequests;
    if (!pull) throw new Error("nothing was promoted");
    await mergePullRequest(own.github.world, own.person("mia"), pull, {});
    await own.settle();
    const faq = await faqOf(own);
    expect(faq).toContain("Set `lease.renew = 10s`; the clock jumps.");
    expect(faq).not.toContain("/outcome Set");
    expect(faq).toContain("/outcome is code");

    const next = own.ask("The agent loses its lease at midnight, why?", "Our agent loses the lease.", "sam");
    await own.settle();
    expect(own.botComments(next)[0]?.body).toContain("FAQ.md");
    expect(own.botComments(next)[0]?.body).not.toContain("/outcome Set");
    expect(await own.givenUp()).toBe(0);
  } finally {
    await own.close();
  }
});
