import { afterEach, describe, expect, it } from "vitest";
import { nullOid } from "local-github-server/git";
import {
  announcePush,
  createOrganization,
  createRepository,
  installApp,
  openDiscussion,
  type Discussion,
  type Repository,
} from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

/** A second organization with the app on a repository of its own, whose docs tell how to change the log level. */
async function neighbour(): Promise<Repository> {
  const { world } = desk.github;
  const globex = createOrganization(world, "globex", { owners: [desk.person("mia")] });
  const gears = createRepository(world, globex, "gears", { collaborators: { ann: "read" } });
  const content = "# Logging\n\n## Change the log level\n\nPass `--log-level debug` to see every request.\n";
  const author = { name: "Mia", email: "mia@example.com", date: world.timestamp() };
  const after = await desk.github
    .git(gears)
    .importFiles("main", [{ path: "docs/logging.md", content }], { message: "Docs\n", author });
  announcePush(world, desk.person("mia"), gears, {
    ref: "refs/heads/main",
    before: nullOid,
    after,
    forced: false,
  });
  const [app] = world.all("App");
  if (app) installApp(world, desk.person("mia"), app, globex);
  await desk.settle();
  return gears;
}

/** Looks until the bot has commented; how many of `others` it has answered by then. */
async function answeredBefore(question: Discussion, others: readonly Discussion[]): Promise<number> {
  const isAnswered = (it: Discussion) => desk.botComments(it).length + it.comments.flatMap(desk.botReplies).length > 0;
  while (!isAnswered(question)) await new Promise((resolve) => setTimeout(resolve, 20));
  return others.filter(isAnswered).length;
}

/** Where requests fail, they are tried again after seconds, and how many were answered by then says nothing. */
const isTroubled = process.env["FRONTDESK_TROUBLE"] !== undefined;

describe.skipIf(isTroubled)("a crowd at one installation, at the pace that GitHub allows", () => {
  it("does not hold up a question at another, nor one at its own", async () => {
    // Real time: what has to wait for a write waits for it.
    desk = await openDesk({ pace: {} });
    const gears = await neighbour();
    const threads = Array.from({ length: 30 }, (_, index) => desk.ask(`Thread ${index}`, "Hello.", "ann", "general"));
    // Nothing of ann's stands in line any more: whoever has much there comes last, whatever they ask.
    await desk.settle();
    for (const thread of threads) desk.comment(thread, "/help", "hana");
    await desk.github.webhooks.drain();

    const category = gears.discussionCategories.find(({ slug }) => slug === "q-a");
    if (!category) throw new Error("there is no Q&A");
    const title = "How can I change the log level to debug?";
    const elsewhere = openDiscussion(desk.github.world, desk.person("ann"), gears, { category, title, body: "Help." });
    const here = desk.ask(title);
    // Each of the thirty takes three writes: thirty go at once, and the others two seconds apart.
    expect(await answeredBefore(elsewhere, threads)).toBeLessThan(10);
    expect(await answeredBefore(here, threads)).toBeLessThan(15);
  });
});
