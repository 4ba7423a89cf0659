import { afterEach, describe, expect, it } from "vitest";
import type { Discussion } from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

describe("a process that was down", () => {
  it("has GitHub send again what it missed, and answers it", async () => {
    desk = await openDesk();
    let question: Discussion | undefined;
    await desk.restart(() => {
      question = desk.ask("How can I change the log level to debug?");
    });
    expect(question && desk.botComments(question)).toHaveLength(1);
  });

  it("gets the others although one of them is not sent again, and finds that one by itself", async () => {
    desk = await openDesk();
    const on = "POST /app/hook/deliveries/{delivery_id}/attempts";
    desk.github.faults.add({ on, kind: "status", status: 404, when: "before", times: 1 });
    const questions: Discussion[] = [];
    await desk.restart(() => {
      questions.push(desk.ask("How can I change the log level to debug?"));
      questions.push(desk.ask("How do I install widgets behind a proxy?"));
    });
    // Which of the two is not sent again depends on the order in which they were sent first.
    expect(questions.flatMap((it) => desk.botComments(it))).toHaveLength(2);
  });

  it("forgets nothing of an organization that does not let it in for now", async () => {
    desk = await openDesk();
    const on = "GET /installation/repositories";
    const disarm = desk.github.faults.add({ on, kind: "status", status: 403, when: "before" });
    await desk.restart();
    disarm();
    const question = desk.ask("How can I change the log level to debug?");
    await desk.settle();
    expect(desk.botComments(question)[0]?.body).toContain("docs/logging.md");
  });

  it("knows after its restart what it knew before, and edits what it said", async () => {
    desk = await openDesk();
    const question = desk.ask("How can I change the log level to debug?");
    await desk.settle();
    await desk.restart();
    const again = desk.ask("How do I install widgets behind a proxy?");
    await desk.settle();
    expect(desk.botComments(question)).toHaveLength(1);
    expect(desk.botComments(again)).toHaveLength(1);
  });
});
