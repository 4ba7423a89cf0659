import {
  addDiscussionComment,
  createRepository,
  markAnswer,
  openDiscussion,
  openIssue,
  transferIssue,
  type Repository,
} from "local-github-server/world";
import { afterEach, expect, it } from "vitest";
import { DashboardBrowser } from "../../helpers/dashboard-browser.ts";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { pushTo } from "../../helpers/push-to.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const publicUrl = "https://desk.example";
/** In all that people wrote in the private repository, and nowhere else. */
const word = "zyxcanary";
const config = "living-issue:\n  in: acme/widgets\ndashboard:\n  public: true\n";

let desk: Desk;
afterEach(() => desk.close());

function ask(repository: Repository, slug: string, title: string, body: string) {
  const category = repository.discussionCategories.find((it) => it.slug === slug);
  if (!category) throw new Error(`there is no category ${slug}`);
  return openDiscussion(desk.github.world, desk.person("ann"), repository, { category, title, body });
}

/** People ask, answer, wish and promote there, with the word in all they write. */
async function talkIn(repository: Repository, it: string): Promise<void> {
  const { world } = desk.github;
  openIssue(world, desk.person("mia"), repository, { title: `The ${it} level hums`, body: `It is ${it}.` });
  const question = ask(repository, "q-a", `How do I change the log level of ${it}?`, `My ${it} hums.`);
  const say = (body: string, by: string) => addDiscussionComment(world, desk.person(by), question, { body });
  await desk.settle();
  markAnswer(world, desk.person("hana"), say(`Turn the ${it} off.`, "hana"));
  say(`/promote-faq question:"Why does the ${it} hum?"`, "mia");
  say(`/rate 1 the ${it} cost me a day`, "ann");
  const idea = ask(repository, "ideas", `A ${it} by night`, `I want a ${it}.`);
  addDiscussionComment(world, desk.person("mia"), idea, { body: `/decline the ${it} is loud` });
  ask(repository, "q-a", `Where is the ${it} kept?`, `I lost my ${it}.`);
  await desk.settle();
}

const texts = ({ discussions, issues, pullRequests }: Repository) =>
  JSON.stringify([
    discussions.flatMap((it) => it.comments.flatMap(({ body, replies }) => [body, ...replies.map((one) => one.body)])),
    issues.flatMap((it) => [it.title, it.body, ...it.comments.map(({ body }) => body)]),
    pullRequests.flatMap((it) => [it.title, it.body]),
  ]);

it("says nothing of a private repository in a public one, on pages of others, in the log or in metrics", async () => {
  desk = await openDesk({
    startAt: new Date("2026-03-02T09:01:00Z"),
    publicUrl,
    operators: ["mia"],
    trustedProxies: 1,
    calm: true,
    metrics: true,
    files: { ".github/frontdesk.yml": config },
  });
  const { world } = desk.github;
  desk.github.setCallbacks([`${publicUrl}/sign-in/callback`]);
  const secret = createRepository(world, desk.repository.owner, "zyxsecret", {
    isPrivate: true,
    collaborators: { ann: "read", hana: "triage", mia: "admin" },
  });
  await pushTo(desk, secret, {
    ".github/frontdesk.yml": `# ${word}\n${config}`,
    "docs/logging.md": `# Logging\n\n## Change the log level\n\nPass \`--${word}\` for the ${word} level.\n`,
  });
  // New repositories are found by the hourly comparison.
  await desk.advance(60 * minute);
  await talkIn(secret, word);
  await talkIn(desk.repository, "flange");
  const moved = openIssue(world, desk.person("mia"), desk.repository, { title: "Moves away", body: "It does." });
  transferIssue(world, desk.person("mia"), moved, secret);
  await desk.advance(day);
  await desk.advance(5 * minute);
  // It was there to be told.
  expect(texts(secret)).toContain(word);
  expect(desk.repository.issues.some(({ body }) => body?.includes("in private repositories"))).toBe(true);

  expect(texts(desk.repository)).not.toMatch(/zyxcanary|zyxsecret/iu);
  expect(desk.logLines.filter((it) => it.toLowerCase().includes(word))).toEqual([]);
  const metrics = await (await fetch(`${desk.app.operationsUrl}/metrics`)).text();
  expect(metrics).toContain("# HELP");
  expect(metrics).not.toMatch(/zyxcanary|zyxsecret/iu);

  const nobody = new DashboardBrowser(desk, publicUrl, "nobody");
  const sam = new DashboardBrowser(desk, publicUrl, "sam");
  await sam.signIn();
  const pages = [
    "",
    "/waiting",
    "/threads",
    "/threads/1",
    "/requests",
    "/faq",
    "/office-hours",
    "/search?q=change+the+log+level",
  ];
  for (const browser of [nobody, sam]) {
    for (const path of ["/", ...pages.map((it) => `/acme/widgets${it}`)]) {
      const text = await (await browser.get(path)).text();
      expect([path, /zyxcanary|zyxsecret/iu.exec(text)?.[0]]).toEqual([path, undefined]);
    }
    expect((await browser.get("/acme/zyxsecret")).status).toBe(404);
    expect((await browser.get("/calendar/acme/zyxsecret.ics")).status).toBe(404);
  }
}, 180_000);
