import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editDiscussion } from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const form = (why: string, outcome: string, urgency: string) =>
  `### Why is it needed?\n\n${why}\n\n### What outcome is wanted?\n\n${outcome}\n\n### How urgent is it?\n\n${urgency}\n`;

describe("a feature request", () => {
  it("with all three answers and nothing alike is left in peace, with a label", async () => {
    const request = desk.ask("Print labels at night", form("We pay by day.", "A schedule.", "Soon."), "ann", "ideas");
    await desk.settle();
    expect(desk.botComments(request)).toEqual([]);
    expect(request.labels.map(({ name }) => name)).toEqual(["complete"]);
  });

  it("is asked once for what is missing, and the list ticks itself off", async () => {
    const request = desk.ask("Widgets in space", "They should fly.", "ann", "ideas");
    await desk.settle();
    const [comment] = desk.botComments(request);
    expect(comment?.body).toContain("- [ ] Why is it needed?");
    expect(request.labels.map(({ name }) => name)).toEqual(["asked"]);

    editDiscussion(desk.github.world, desk.person("ann"), request, {
      body: form("Gravity.", "Flight.", "_No response_"),
    });
    await desk.settle();
    expect(comment?.body).toContain("- [x] Why is it needed?");
    expect(comment?.body).toContain("- [ ] How urgent is it?");

    if (!comment) throw new Error("no comment");
    desk.comment(request, "Not urgent at all.", "ann", comment);
    await desk.settle();
    expect(comment.body).toContain("All three questions are answered");
    expect(request.labels.map(({ name }) => name)).toEqual(["complete"]);
    expect(desk.botComments(request)).toHaveLength(1);
    expect(await desk.givenUp()).toBe(0);
  });
});
