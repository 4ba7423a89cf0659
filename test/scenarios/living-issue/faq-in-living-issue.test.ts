import { afterEach, expect, it } from "vitest";
import { addIssueComment, createRepository } from "local-github-server/world";
import { openFaqDesk, type FaqDesk } from "../../helpers/faq-desk.ts";
import { pushTo } from "../../helpers/push-to.ts";

let desk: FaqDesk;
afterEach(() => desk.close());

const minute = 60_000;
const day = 24 * 60 * minute;
const gyrotron = "# Gyrotron\n\n## Cooling\n\nThe gyrotron is cooled by liquid helium; keep the valve open.\n";
const faq =
  "# FAQ\n\n## Why does the gyrotron hum?\n\nIt is warm: see [cooling](gyrotron.md#cooling).\n\n## How do I stop?\n\nRun `widgets stop`.\n";

const named = (start: string) => desk.repository.issues.find(({ title }) => title.startsWith(start));

/** A desk whose FAQ has an entry that becomes stale, with this of the living issue in its config. */
async function open(settings: string, meanwhile?: () => Promise<void>): Promise<void> {
  const config = `living-issue:\n  ${settings}\n`;
  desk = await openFaqDesk({
    files: { "docs/FAQ.md": faq, "docs/gyrotron.md": gyrotron, ".github/frontdesk.yml": config },
  });
  await meanwhile?.();
  await desk.advance(day);
  await desk.push({ "docs/gyrotron.md": "# Gyrotron\n\n## Heating\n\nIt glows.\n" });
  await desk.settle();
  await desk.advance(day);
  await desk.advance(5 * minute);
}

async function retire(start: string): Promise<readonly string[]> {
  const issue = named(start);
  if (!issue) throw new Error(`there is no issue ${start}`);
  const comment = addIssueComment(desk.github.world, desk.person("hana"), issue, "/retire why-does-the-gyrotron-hum");
  await desk.settle();
  return comment.reactions.map(({ content }) => content);
}

it("the FAQ's lists stand in the living issue, and their commands work there", async () => {
  await open("mode: on");
  expect(named("FAQ review")).toBeUndefined();
  const body = named("Support:")?.body ?? "";
  expect(body).toContain("### FAQ\n\n#### Stale entries (1)");
  expect(body).toContain("`/verify docs/FAQ.md#why-does-the-gyrotron-hum`");
  expect(await retire("Support:")).toEqual(["EYES", "ROCKET"]);
  expect(desk.pulls().at(-1)).toMatchObject({ title: expect.stringContaining("Why does the gyrotron hum?") });
});

it("an issue of their own says where they went, and takes them back when there is no living issue any more", async () => {
  await open("mode: off");
  expect(named("FAQ review")).toMatchObject({ closed: false, body: expect.stringContaining("### Stale entries (1)") });
  await desk.push({ ".github/frontdesk.yml": null });
  await desk.settle();
  // The living issue is opened beside the first review, which may not see it yet; the next one does.
  for (const ms of [day, 5 * minute, day, 5 * minute]) await desk.advance(ms);
  expect(named("Support:")?.body).toContain("#### Stale entries (1)");
  expect(named("FAQ review")).toMatchObject({ closed: true, body: expect.stringMatching(/stand in \[issue \d+\]/u) });

  await desk.push({ ".github/frontdesk.yml": "living-issue:\n  mode: off\n" });
  await desk.settle();
  await desk.advance(day);
  expect(named("Support:")?.closed).toBe(true);
  expect(named("FAQ review")).toMatchObject({ closed: false, body: expect.stringContaining("### Stale entries (1)") });
  expect(desk.repository.issues).toHaveLength(2);
  expect(await retire("FAQ review")).toEqual(["EYES", "ROCKET"]);
});

it("a repository that is listed in another's issue has an issue of its own for them", async () => {
  await open("in: acme/support", async () => {
    const support = createRepository(desk.github.world, desk.repository.owner, "support");
    await desk.advance(5 * minute);
    await pushTo(desk, support, { ".github/frontdesk.yml": "living-issue:\n  in: acme/support\n" });
    await desk.settle();
  });
  expect(named("Support:")).toBeUndefined();
  expect(named("FAQ review")).toMatchObject({ closed: false, body: expect.stringContaining("### Stale entries (1)") });
  expect(await retire("FAQ review")).toEqual(["EYES", "ROCKET"]);
});
