import { afterEach, expect, it, describe } from "vitest";
import type { Discussion } from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const question = "How can I change the log level to debug?";

/** Opened so many days ago, by what GitHub says of it. */
function opened(daysAgo: number, discussion: Discussion): Discussion {
  const at = new Date(Date.now() - daysAgo * 24 * 60 * 60 * 1000).toISOString().replace(/\.\d+Z$/u, "Z");
  return Object.assign(discussion, { createdAt: at, updatedAt: at });
}

describe("a discussion that was missed", () => {
  it("is answered or asked for what is missing while it is fresh, and left in peace when it is not", async () => {
    desk = await openDesk();
    const asked: Record<string, Discussion> = {};
    await desk.restart(() => {
      asked["fresh"] = opened(1, desk.ask(question));
      asked["old"] = opened(3, desk.ask(question));
      asked["fresh idea"] = opened(1, desk.ask("Widgets in space", "They should fly.", "ann", "ideas"));
      asked["old idea"] = opened(3, desk.ask("Widgets at sea", "They should swim.", "ann", "ideas"));
    });
    const spoken = Object.keys(asked).filter((it) => desk.botComments(asked[it] as Discussion).length > 0);
    expect(spoken).toEqual(["fresh", "fresh idea"]);
  });

  it("is answered for as long as the config says", async () => {
    desk = await openDesk({ files: { ".github/frontdesk.yml": "freshness: 96h\n" } });
    let old: Discussion | undefined;
    await desk.restart(() => {
      old = opened(3, desk.ask(question));
    });
    expect(old && desk.botComments(old)).toHaveLength(1);
  });

  it("is not answered when people have answered it meanwhile", async () => {
    desk = await openDesk();
    let helped: Discussion | undefined;
    await desk.restart(() => {
      helped = desk.ask(question);
      desk.comment(helped, "Pass `--log-level debug`.", "sam");
    });
    expect(helped && desk.botComments(helped)).toEqual([]);
  });
});
