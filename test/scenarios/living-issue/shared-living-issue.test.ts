import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createRepository,
  deleteRepository,
  openDiscussion,
  type Issue,
  type Repository,
} from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { InboxStore } from "../../../src/queue/inbox-store.ts";
import { processHolder } from "../../../src/queue/process-holder.ts";
import { openDatabase, type Database } from "../../../src/storage/open-database.ts";
import { pushTo } from "../../helpers/push-to.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const path = ".github/frontdesk.yml";
const inSupport = "living-issue:\n  in: acme/support\n";

let desk: Desk;
let repositories: Readonly<Record<"support" | "gadgets" | "secret" | ".github", Repository>>;

beforeEach(async () => {
  // In the middle of a day: at midnight others ask GitHub for issues, too.
  desk = await openDesk({ startAt: new Date("2026-03-02T09:01:00Z") });
  const create = (name: string, isPrivate = false) =>
    createRepository(desk.github.world, desk.repository.owner, name, {
      collaborators: { ann: "read", hana: "triage", mia: "maintain" },
      isPrivate,
    });
  repositories = {
    support: create("support"),
    gadgets: create("gadgets"),
    secret: create("secret", true),
    ".github": create(".github"),
  };
  await desk.advance(5 * minute);
});
afterEach(() => desk.close());

/** Somebody pushes a config; the one in `.github` is that of all who have none. */
async function configure(repository: Repository, text: string): Promise<void> {
  await pushTo(desk, repository, { [path]: text });
  await desk.advance(5 * minute);
}

async function askIn(repository: Repository, title: string): Promise<void> {
  const category = repository.discussionCategories.find(({ slug }) => slug === "q-a");
  if (!category) throw new Error("there is no category");
  openDiscussion(desk.github.world, desk.person("ann"), repository, { category, title, body: "How?" });
  await desk.settle();
}

const issues = (repository: Repository): readonly Issue[] =>
  repository.issues.filter(({ title }) => title.startsWith("Support:"));
const bodyIn = (repository: Repository) => issues(repository)[0]?.body ?? "";
const lines = (body: string) => body.split("\n").filter((it) => it.startsWith("- "));

/** All are asked something, in this order. */
async function askAll(): Promise<void> {
  const { support, gadgets, secret } = repositories;
  await askIn(gadgets, "Gadget question");
  await desk.github.clock.advance(2_000);
  await askIn(support, "Support question");
  await askIn(secret, "Sealed question");
  await desk.github.clock.advance(2_000);
  await askIn(desk.repository, "Widget question");
  await desk.advance(5 * minute);
  await desk.advance(5 * minute);
}

async function withDatabase<Answer>(use: (database: Database) => Promise<Answer>): Promise<Answer> {
  const database = await openDatabase(desk.place);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

/** How many plans that are kept have these words in them. */
async function plansWith(words: string): Promise<number> {
  return withDatabase(async ({ db }) => {
    const plans = await db.selectFrom("delivery_plans").select("plan").execute();
    return plans.filter(({ plan }) => plan.includes(words)).length;
  });
}

/** The operator retries what was given up. */
async function retryGivenUp(): Promise<void> {
  await withDatabase(async (database) => {
    const inbox = new InboxStore(database, processHolder(database.engine));
    for (const { id } of await inbox.list({ state: "dead", limit: 10 })) {
      await inbox.retry(id, desk.github.world.now());
    }
  });
  await desk.advance(minute);
}

describe("one living issue for several repositories", () => {
  it("lists what waits in all of them, by time, with their names, and counts what is private", async () => {
    const { support, gadgets, secret } = repositories;
    await configure(repositories[".github"], inSupport);
    await askAll();
    expect([desk.repository, gadgets, secret].map((it) => issues(it).length)).toEqual([0, 0, 0]);
    expect(issues(support)).toHaveLength(1);
    const body = bodyIn(support);
    expect(body).toContain("**4 threads wait on us.**");
    expect(body).toContain("### Waiting on us (4)");
    expect(lines(body).map((it) => /\w+ question|\d in.*$/u.exec(it)?.[0])).toEqual([
      "Gadget question",
      "Support question",
      "Widget question",
      "1 in private repositories",
    ]);
    expect(body).toMatch(/: \[acme\/gadgets\S*1 Gadget question\]\(<http\S+\/acme\/gadgets\/discussions\/1>\)/u);
    expect(body).not.toMatch(/secret|Sealed/u);
  });

  it("is edited no more often for all of them, and not for nothing", async () => {
    await configure(repositories[".github"], inSupport);
    await askAll();
    desk.github.ledger.clear();
    for (const _time of [1, 2, 3]) await desk.advance(5 * minute);
    expect(desk.github.ledger.list().filter(({ operation }) => /issue/iu.test(operation))).toEqual([]);
  });

  it("goes back to one for each, and together again", async () => {
    const { support, gadgets } = repositories;
    await askAll();
    expect([desk.repository, support, gadgets].map((it) => issues(it).length)).toEqual([1, 1, 1]);
    await configure(repositories[".github"], inSupport);
    await desk.advance(5 * minute);
    await desk.advance(5 * minute);
    expect([desk.repository, support, gadgets].map((it) => issues(it)[0]?.closed)).toEqual([true, false, true]);
    expect(bodyIn(gadgets)).toContain("kept in another repository's issue");
    expect(bodyIn(gadgets)).not.toContain("Gadget question");
    expect(bodyIn(support)).toContain("Gadget question");

    await configure(repositories[".github"], "living-issue:\n  mode: on\n");
    await desk.advance(5 * minute);
    await desk.advance(5 * minute);
    expect([desk.repository, support, gadgets].map((it) => issues(it)[0]?.closed)).toEqual([false, false, false]);
    expect(bodyIn(gadgets)).toContain("Gadget question");
    expect(bodyIn(support)).not.toContain("Gadget question");
    expect([desk.repository, support, gadgets].map((it) => issues(it).length)).toEqual([1, 1, 1]);
  });

  it("tells titles of a private repository where that wants it, and never in public", async () => {
    const { support } = repositories;
    await configure(repositories[".github"], `${inSupport}  private-titles: true\n`);
    await askAll();
    expect(bodyIn(support)).not.toMatch(/secret|Sealed/u);
    support.isPrivate = true;
    await desk.advance(day);
    expect(bodyIn(support)).toContain("Sealed question");
    support.isPrivate = false;
    await desk.advance(day);
    expect(bodyIn(support)).not.toMatch(/secret|Sealed/u);
    expect(bodyIn(support)).toContain("1 in private repositories");
  });

  it("counts a repository alone from when it is private", async () => {
    const { support, gadgets } = repositories;
    await configure(repositories[".github"], inSupport);
    await askAll();
    gadgets.isPrivate = true;
    desk.github.world.emit({
      event: "repository",
      action: "privatized",
      repository: gadgets,
      actor: desk.person("mia"),
    });
    await desk.settle();
    expect(bodyIn(support)).not.toMatch(/gadgets|Gadget/u);
    expect(bodyIn(support)).toContain("2 in private repositories");
  });

  it("tells nothing of what became private while GitHub could not be reached", async () => {
    const { support, gadgets } = repositories;
    await configure(repositories[".github"], inSupport);
    await askAll();
    const disarm = desk.github.faults.add({
      on: "PATCH /repos/{owner}/{repo}/issues/{issue_number}",
      kind: "status",
      status: 503,
      when: "before",
    });
    await askIn(gadgets, "Sealed gadget");
    // Where webhooks come late, so does the edit.
    for (let looks = 0; looks < 5 && (await desk.givenUp()) === 0; looks++) await desk.advance(5 * minute);
    expect(await desk.givenUp()).toBe(1);
    gadgets.isPrivate = true;
    disarm();
    await retryGivenUp();
    expect(bodyIn(support)).toContain("**5 threads wait on us.**");
    expect(bodyIn(support)).not.toContain("Sealed gadget");
  });

  it("drops what a repository had in it when that is gone", async () => {
    const { support, gadgets } = repositories;
    await configure(repositories[".github"], inSupport);
    await askAll();
    deleteRepository(desk.github.world, desk.person("mia"), gadgets);
    await desk.settle();
    await desk.advance(5 * minute);
    await desk.advance(5 * minute);
    expect(bodyIn(support)).not.toContain("Gadget");
    expect(bodyIn(support)).toContain("### Waiting on us (3)");
    expect(await plansWith("Gadget question")).toBe(0);
  });

  it("leaves nothing out of sight when the repository that lists it is gone", async () => {
    const { support, gadgets } = repositories;
    await configure(repositories[".github"], inSupport);
    await askAll();
    deleteRepository(desk.github.world, desk.person("mia"), support);
    await desk.settle();
    await desk.advance(5 * minute);
    await desk.advance(5 * minute);
    expect(bodyIn(gadgets)).toContain("Gadget question");
    expect(bodyIn(desk.repository)).toContain("Widget question");
    expect(desk.logLines.some((it) => it.includes("which is no repository of the same owner that I serve"))).toBe(true);
  });

  it("takes no lines of a repository that it does not name itself", async () => {
    const { support, gadgets } = repositories;
    await configure(gadgets, inSupport);
    await askAll();
    expect(bodyIn(gadgets)).toContain("Gadget question");
    expect(bodyIn(support)).not.toContain("Gadget");
    await configure(support, inSupport);
    for (const _time of [1, 2, 3]) await desk.advance(5 * minute);
    expect(issues(gadgets)[0]?.closed).toBe(true);
    expect(bodyIn(support)).toContain("Gadget question");
    await configure(support, `${inSupport}  mode: off\n`);
    for (const _time of [1, 2, 3]) await desk.advance(5 * minute);
    expect(issues(gadgets)[0]?.closed).toBe(false);
    expect(issues(support)[0]?.closed).toBe(true);
  });
});
