import {
  addDiscussionComment,
  changeRepositories,
  createOrganization,
  createRepository,
  deleteDiscussion,
  deleteDiscussionComment,
  deleteIssue,
  deleteRepository,
  markAnswer,
  openDiscussion,
  openIssue,
  renameRepository,
  suspendInstallation,
  transferDiscussion,
  transferIssue,
  uninstallApp,
  type Installation,
  type Repository,
} from "local-github-server/world";
import { afterEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { openDesk, type Desk, type DeskOptions } from "../../helpers/open-desk.ts";
import { pushTo } from "../../helpers/push-to.ts";
import { rowsWith } from "../../helpers/tables-with.ts";

const hour = 60 * 60 * 1000;

/** Where webhooks come late, twice and out of order. */
const isTroubled = process.env["FRONTDESK_TROUBLE"] !== undefined;

let desk: Desk;

/** Rows that hold a word, those left out that only say that something of this name was there. */
async function rows(word: string): Promise<readonly string[]> {
  const database = await openDatabase(desk.place);
  try {
    // Of docs that are gone the path stays, by which indexes learn of it.
    return (await rowsWith(database, word)).filter((it) => !/^docs_pages\.path|^deliveries\.order_key/u.test(it));
  } finally {
    await database.close();
  }
}

/** A repository of the organization `acme`, with a word of its own in all that there can be in one. */
async function tell(name: string, word: string): Promise<Repository> {
  const { world } = desk.github;
  const repository = createRepository(world, desk.repository.owner, name, {
    collaborators: { ann: "read", hana: "triage", mia: "admin" },
  });
  await pushTo(desk, repository, {
    ".github/frontdesk.yml": `# ${word}\n`,
    "docs/a.md": `# About\n\n## The ${word} level\n\nPass \`--${word}\`.\n`,
  });
  await desk.settle();
  const category = repository.discussionCategories.find(({ slug }) => slug === "q-a");
  if (!category) throw new Error("there is no category");
  const question = openDiscussion(world, desk.person("ann"), repository, {
    category,
    title: `How do I set the ${word} level?`,
    body: `My ${word} hums.`,
  });
  const answer = addDiscussionComment(world, desk.person("hana"), question, { body: `Use the ${word} flag.` });
  markAnswer(world, desk.person("ann"), answer);
  openIssue(world, desk.person("mia"), repository, { title: `The ${word} hums`, body: word });
  await desk.settle();
  return repository;
}

async function installationOf(name: string): Promise<Installation> {
  const found = desk.github.world.all("Installation").find(({ account }) => account.login === name);
  if (!found) throw new Error(`the app is not installed on ${name}`);
  return found;
}

const served = async () => {
  const database = await openDatabase(desk.place);
  try {
    const all = await database.db.selectFrom("repositories").select(["owner", "name"]).execute();
    return all.map(({ owner, name }) => `${owner}/${name}`).toSorted();
  } finally {
    await database.close();
  }
};

/** What holds on every engine; `optionsOf` gives a desk a database of its own. */
export function forgetsWhatGoes(optionsOf: () => Promise<DeskOptions>): void {
  describe("what goes on GitHub", () => {
    afterEach(() => desk.close());

    it("goes from every table, whatever took it away", async () => {
      desk = await openDesk({ ...(await optionsOf()), startAt: new Date("2026-03-02T09:01:00Z") });
      const { world } = desk.github;
      const mia = desk.person("mia");
      const umbrella = createOrganization(world, "umbrella", { owners: [mia] });
      const strange = createOrganization(world, "strange", { owners: [mia] });
      desk.github.install(mia, umbrella);
      const words = ["zyxdeleted", "zyxremoved", "zyxrenamed", "zyxstrange", "zyxumbrella", "zyxprivate"];
      const [deleted, removed, renamed, away, moved, closed] = await Promise.all(
        words.map((word) => tell(`of-${word}`, word)),
      );
      if (!deleted || !removed || !renamed || !away || !moved || !closed) throw new Error("one is missing");
      // New repositories are found by the hourly comparison, too.
      await desk.advance(hour);
      for (const word of words) expect((await rows(word)).length).toBeGreaterThan(10);

      deleteRepository(world, mia, deleted);
      renameRepository(world, mia, renamed, "of-zyxothername");
      // GitHub tells of a transfer whoever has the app on the new account, and nobody else; here nobody is told:
      // https://docs.github.com/en/webhooks/webhook-events-and-payloads?actionType=transferred#repository
      Object.assign(away, { owner: strange });
      Object.assign(moved, { owner: umbrella });
      closed.isPrivate = true;
      world.emit({ event: "repository", action: "privatized", repository: closed, actor: mia });
      await desk.settle();
      expect(await rows("zyxdeleted")).toEqual([]);
      expect((await rows("zyxrenamed")).length).toBeGreaterThan(10);
      expect((await rows("zyxprivate")).length).toBeGreaterThan(10);
      expect(await served()).toContain("acme/of-zyxothername");

      // What no webhook told is found by the hourly comparison.
      await desk.advance(hour);
      expect(await served()).toEqual([
        "acme/of-zyxothername",
        "acme/of-zyxprivate",
        "acme/of-zyxremoved",
        "acme/widgets",
        "umbrella/of-zyxumbrella",
      ]);
      expect(await rows("zyxstrange")).toEqual([]);
      expect((await rows("zyxumbrella")).length).toBeGreaterThan(10);

      const acme = await installationOf("acme");
      changeRepositories(world, mia, acme, { add: [desk.repository, removed, renamed, closed] });
      changeRepositories(world, mia, acme, { remove: [removed] });
      await desk.settle();
      // What GitHub says of it when it is forgotten already, such as late that it was added, is kept as deliveries are.
      const isLate = (row: string) => isTroubled && row.startsWith('delivery_payloads.payload: {"action":"added"');
      expect((await rows("zyxremoved")).filter((it) => !isLate(it))).toEqual([]);

      suspendInstallation(world, mia, acme);
      await desk.settle();
      expect([...(await rows("zyxrenamed")), ...(await rows("zyxprivate"))]).toEqual([]);
      expect((await rows("zyxumbrella")).length).toBeGreaterThan(10);
      uninstallApp(world, mia, await installationOf("umbrella"));
      await desk.settle();
      expect(await rows("zyxumbrella")).toEqual([]);
      expect(await served()).toEqual([]);
      expect(await desk.givenUp()).toBe(0);
    }, 240_000);

    it("takes with it what deliveries said of it: a discussion, a comment, an issue", async () => {
      desk = await openDesk({
        ...(await optionsOf()),
        files: { ".github/frontdesk.yml": "living-issue:\n  mode: off\n" },
      });
      const { world } = desk.github;
      const mia = desk.person("mia");
      const there = createRepository(world, desk.repository.owner, "there", { collaborators: { mia: "admin" } });
      const ask = async (word: string) => {
        const question = desk.ask(`Why does the ${word} hum?`, `It is ${word}.`);
        const answer = desk.comment(question, `Oil the ${word}.`, "hana");
        markAnswer(world, desk.person("ann"), answer);
        await desk.settle();
        return question;
      };
      const [gone, moved, commented] = [await ask("zyxgone"), await ask("zyxmoved"), await ask("zyxstays")];
      const said = desk.comment(commented, "It zyxsaid so.", "sam");
      const issues = ["zyxissue", "zyxtransferred"].map((word) =>
        openIssue(world, mia, desk.repository, { title: `The ${word}`, body: word }),
      );
      await desk.settle();
      for (const word of ["zyxgone", "zyxmoved", "zyxsaid", "zyxissue", "zyxtransferred"]) {
        expect((await rows(word)).length).toBeGreaterThan(0);
      }
      deleteDiscussion(world, mia, gone);
      transferDiscussion(world, mia, moved, there);
      deleteDiscussionComment(world, desk.person("sam"), said);
      if (issues[0]) deleteIssue(world, mia, issues[0]);
      if (issues[1]) transferIssue(world, mia, issues[1], there);
      await desk.settle();
      const inIt = async (word: string) => (await rows(word)).filter((it) => !it.includes("there"));
      expect(await inIt("zyxgone")).toEqual([]);
      expect(await inIt("zyxmoved")).toEqual([]);
      expect(await inIt("zyxsaid")).toEqual([]);
      expect(await inIt("zyxissue")).toEqual([]);
      expect(await inIt("zyxtransferred")).toEqual([]);
      expect((await rows("zyxstays")).length).toBeGreaterThan(3);
    }, 120_000);
  });
}
