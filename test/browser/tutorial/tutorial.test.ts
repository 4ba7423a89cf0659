import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hasBrowser, visitDemo } from "../visit-demo.ts";
import { pictureNames, walkTutorial } from "./walk-tutorial.ts";

const page = readFileSync("docs/tutorial/ten-minutes.md", "utf8");

describe.skipIf(!hasBrowser)("the tutorial", () => {
  const visit = visitDemo();

  it("comes to its end as it stands there, and what each picture shows is there", { timeout: 240_000 }, async () => {
    const looked: string[] = [];
    const typed: string[] = [];
    const opened = await visit.openPage({ width: 880 });
    await walkTutorial({
      page: opened,
      dashboard: visit.ready.dashboard,
      repository: visit.ready.repository,
      look: async (picture, until, from) => {
        looked.push(picture);
        expect([await until.isVisible(), await from.isVisible()]).toEqual([true, true]);
      },
      typed: (words) => typed.push(words),
    });
    expect(looked).toEqual(pictureNames);
    expect(typed.filter((it) => !page.includes(it))).toEqual([]);
    expect(visit.troubles).toEqual([]);
  });
});
