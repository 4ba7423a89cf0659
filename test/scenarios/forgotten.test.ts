import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { changeRepositories, markAnswer, openIssue, uninstallApp } from "local-github-server/world";
import { inDatabase, tablesWith } from "../helpers/in-database.ts";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { onPostgres } from "../helpers/test-database.ts";

/** A word that is nowhere but in what the repository and its people told. */
const planted = "zyxomma";

let desk: Desk;
afterEach(() => desk.close());

/** The planted word in docs, questions, comments, answers, issues and the config, with all that the app makes of them. */
async function tellEverything(): Promise<void> {
  desk = await openDesk({
    files: {
      ".github/frontdesk.yml": `# ${planted}\nrelated-answers:\n  threshold: 0\n`,
      "docs/logging.md": `# Logging\n\n## The ${planted} level\n\nPass \`--${planted}\` to see every request.\n`,
      "FAQ.md": `# FAQ\n\n## How do I start the ${planted}?\n\nWith the ${planted} key.\n`,
    },
  });
  const { world } = desk.github;
  openIssue(world, desk.person("mia"), desk.repository, { title: `The ${planted} hums`, body: planted });
  const question = desk.ask(`How do I set the ${planted} level?`, `My ${planted} hums.`);
  const answer = desk.comment(question, `Use the ${planted} flag.`, "hana");
  desk.comment(question, `/promote-faq question:"Why does the ${planted} hum?"`, "mia");
  markAnswer(world, desk.person("ann"), answer);
  const idea = desk.ask(`A ${planted} by night`, `I want a ${planted}.`, "ann", "ideas");
  desk.comment(idea, `/accept label:${planted}`, "mia");
  desk.comment(idea, `/decline because ${planted}`, "ann");
  await desk.settle();
  // Once more, so that the index with all of it is made and kept.
  desk.ask(`Which ${planted}?`, planted);
  await desk.settle();
}

/** The files of the data folder that hold the word, as bytes. A server's files are its own: there, the tables. */
async function placesWith(word: string): Promise<readonly string[]> {
  if (onPostgres) return tablesWith(desk, word);
  const names = await readdir(desk.dataFolder, { recursive: true });
  const holding = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(desk.dataFolder, name)).catch(() => Buffer.alloc(0));
      const isIn = [word, word.toUpperCase()].some((it) => bytes.includes(it) || bytes.includes(it, 0, "utf16le"));
      return isIn ? [name] : [];
    }),
  );
  return holding.flat();
}

const rows = (query: string) => inDatabase(desk, query);

describe("a repository that is no longer served", () => {
  it.each([
    [
      "because the app was uninstalled",
      () => {
        const { world } = desk.github;
        const [installation] = world.all("Installation");
        if (installation) uninstallApp(world, desk.person("mia"), installation);
      },
    ],
    [
      "because it was taken out of the installation",
      () => {
        const { world } = desk.github;
        const [installation] = world.all("Installation");
        if (!installation) return;
        changeRepositories(world, desk.person("mia"), installation, { add: [desk.repository] });
        changeRepositories(world, desk.person("mia"), installation, { remove: [desk.repository] });
      },
    ],
  ])("leaves none of its words in any file, %s", async (_, leave) => {
    await tellEverything();
    expect(await placesWith(planted)).not.toEqual([]);
    expect(await rows("select * from snapshots where edition is not null")).not.toEqual([]);
    leave();
    await desk.settle();

    expect(await placesWith(planted)).toEqual([]);
    expect(await rows("select * from pages")).toEqual([]);
    expect(await rows("select * from snapshot_pieces")).toEqual([]);
    const id = desk.repository.databaseId;
    const kept = await rows(`select id, state, outcome from deliveries where repository = ${id}`);
    expect(kept.length).toBeGreaterThan(5);
    for (const { state, outcome } of kept) {
      expect(state).toBe("done");
      expect(outcome).toMatch(/the rest was forgotten$/);
    }
    expect(
      await rows(`select * from delivery_payloads join deliveries on seq = delivery where repository = ${id}`),
    ).toEqual([]);
    // A webhook that comes late may have asked GitHub anew what it allows, which says nothing of anybody.
    const plans = "delivery_plans join deliveries on seq = delivery";
    expect(await rows(`select * from ${plans} where name <> 'frontdesk' and plan not like '%renew-access%'`)).toEqual(
      [],
    );
    if (!onPostgres) expect(await rows("pragma freelist_count")).toEqual([{ freelist_count: 0 }]);
  });
});
