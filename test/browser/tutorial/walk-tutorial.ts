import type { Locator, Page } from "playwright-core";

/** What the walk needs: the demo's two sites in a browser, and somebody who looks where the tutorial has a picture. */
export interface Tour {
  /** A page of the local GitHub. */
  readonly page: Page;
  /** Address of the dashboard of the demo's repository. */
  readonly dashboard: string;
  /** `owner/name` of the demo's repository. */
  readonly repository: string;
  /** Called at each picture, with its name, and the last and the first thing on the page that it shows. */
  readonly look: (picture: PictureName, until: Locator, from: Locator) => Promise<void>;
  /** Told all that is typed: the tutorial has the same words. */
  readonly typed?: (words: string) => void;
}

/** The pictures in docs/tutorial/ten-minutes.md, in their order. */
export const pictureNames = [
  "answer",
  "promote",
  "pull-request",
  "from-the-faq",
  "request",
  "tracked",
  "dashboard",
] as const;

/** One of the tutorial's pictures; it is the file's name without `.png`. */
export type PictureName = (typeof pictureNames)[number];

/** Takes the steps of docs/tutorial/ten-minutes.md one by one, with the words that stand there. */
export async function walkTutorial(tour: Tour): Promise<void> {
  await askWhatTheDocsAnswer(tour);
  const thread = await askWhatNothingAnswers(tour);
  await answerAndPromote(tour, thread);
  await mergeTheEntry(tour);
  await askAgain(tour);
  await acceptARequest(tour);
  await lookAtTheFigures(tour);
}

async function askWhatTheDocsAnswer(tour: Tour): Promise<void> {
  const { page, look } = tour;
  await ask(tour, "priya-raman", "How do I share the build cache with CI?", [
    "Every run builds everything from scratch. Can CI and our laptops use one cache?",
  ]);
  const answer = said(page, "frontdesk commented");
  await answer.getByRole("link", { name: /Share the cache in a team/u }).waitFor();
  await look("answer", answer, title(page));
}

/** Its address: nothing is suggested there. */
async function askWhatNothingAnswers(tour: Tour): Promise<string> {
  const { page } = tour;
  await ask(tour, "priya-raman", "Can I rename a service and keep its releases?", [
    "Our service is called `web` and should be `shop`. Does `millrace rollback` still find the old releases then?",
  ]);
  return page.url();
}

async function answerAndPromote(tour: Tour, thread: string): Promise<void> {
  const { page, look } = tour;
  await actAs(page, "jonas-weber");
  await page.goto(thread);
  await comment(
    tour,
    "jonas-weber",
    'Yes. Give the renamed service the line `was = "web"` and deploy it once: its releases, secrets and volumes come along. After that deployment the line can go.',
  );
  const answer = said(page, "jonas-weber commented");
  await answer.getByRole("button", { name: "Mark as answer" }).click();
  await page.getByText("Answered by jonas-weber").waitFor();
  await comment(tour, "jonas-weber", "/promote-faq");
  await said(page, "frontdesk commented")
    .getByRole("link", { name: /pull request \d+/u })
    .waitFor();
  await look("promote", said(page, "frontdesk commented"), page.getByText("Answered by jonas-weber"));
}

async function mergeTheEntry(tour: Tour): Promise<void> {
  const { page, repository, look } = tour;
  await actAs(page, "mirela-popa");
  await page.goto(`/${repository}/pulls`);
  await page
    .getByRole("link", { name: /rename a service/u })
    .first()
    .click();
  await page.getByLabel("Changes").getByText('was = "web"').waitFor();
  await look("pull-request", page.getByLabel("Changes"), title(page));
  await page.getByRole("button", { name: "Merge pull request" }).click();
  await page.getByText("Merged by mirela-popa").waitFor();
}

async function askAgain(tour: Tour): Promise<void> {
  const { page, look } = tour;
  await ask(tour, "dan-okoro", "Are old releases lost when a service is renamed?", [
    "We want to rename a service and still be able to roll back to what was released under its old name.",
  ]);
  const answer = said(page, "frontdesk commented");
  await answer.getByRole("link", { name: /Can I rename a service and keep its releases/u }).waitFor();
  await look("from-the-faq", answer, title(page));
}

async function acceptARequest(tour: Tour): Promise<void> {
  const { page, look } = tour;
  await ask(
    tour,
    "lena-fischer",
    "Let a deployment wait for a green light from CI",
    [
      "We deploy by hand, and twice a week somebody is faster than the tests. Then we roll back, and customers have seen it.",
      "`millrace deploy web --after-checks` waits until all checks of the commit are green, and gives up when one is red.",
    ],
    "ideas",
  );
  await actAs(page, "mirela-popa");
  await comment(tour, "mirela-popa", '/accept milestone:"2.6"');
  const tracked = said(page, "frontdesk commented").locator("a[href*='/issues/']").first();
  await tracked.waitFor();
  await look("request", said(page, "frontdesk commented").last(), title(page));
  await tracked.click();
  await page.waitForURL(/\/issues\/\d+/u);
  await look("tracked", page.getByRole("article").last(), title(page));
}

async function lookAtTheFigures(tour: Tour): Promise<void> {
  const { page, dashboard, look } = tour;
  await page.goto(dashboard);
  await page.getByRole("heading", { name: "Time to first response", exact: true }).waitFor();
  await look(
    "dashboard",
    page
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name: "Unanswered", exact: true }) })
      .last(),
    page.locator("body"),
  );
}

/** Opens a discussion by the form of its category, whose text fields are filled in order. */
async function ask(
  { page, repository, typed }: Tour,
  who: string,
  title: string,
  texts: readonly string[],
  category = "q-a",
): Promise<void> {
  await page.goto(`/${repository}/discussions/new?category=${category}`);
  await actAs(page, who);
  await page.getByLabel("Title").fill(title);
  const fields = page.locator("main textarea");
  for (const [at, text] of texts.entries()) await fields.nth(at).fill(text);
  if (category === "q-a") {
    await page.getByLabel("Version").selectOption("2.4");
    await page.getByLabel("Operating system").fill("Debian 12");
    await page.getByLabel("I searched the docs").check();
  } else {
    await page.getByLabel("How urgent is it?").selectOption("Saves me time every week");
  }
  for (const words of [who, title, ...texts]) typed?.(words);
  await page.getByRole("button", { name: `Start discussion as ${who}` }).click();
  await page.waitForURL(/\/discussions\/\d+/u);
}

/** Chooses somebody at the top of the page, which then is shown to them. */
async function actAs(page: Page, who: string): Promise<void> {
  const list = page.getByLabel("Act as");
  if ((await list.inputValue()) === who) return;
  const shown = page.waitForEvent("load");
  await list.selectOption(who);
  await shown;
}

async function comment({ page, typed }: Tour, who: string, words: string): Promise<void> {
  typed?.(words);
  await page.getByLabel(`Comment as ${who}`).fill(words);
  await page.getByRole("button", { name: "Comment", exact: true }).click();
}

function said(page: Page, who: string): Locator {
  return page.getByRole("article", { name: who });
}

function title(page: Page): Locator {
  return page.getByRole("heading", { level: 1 });
}
