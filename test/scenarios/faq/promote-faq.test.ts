import { afterEach, describe, expect, it } from "vitest";
import { mergePullRequest } from "local-github-server/world";
import { openFaqDesk, someFaq, type FaqDesk } from "../../helpers/faq-desk.ts";

let desk: FaqDesk;
afterEach(() => desk.close());

describe("/promote-faq", () => {
  it("makes a file that is not there, leaves an entry that is there alone, and says so", async () => {
    desk = await openFaqDesk();
    const { question } = await desk.answered("Why does the gyrotron hum?", "Since 2.4 it is cold.");
    await desk.promote(question, 'file: docs/questions/gyrotron.md question: "What makes the gyrotron hum?"');
    const [pull] = desk.pulls();
    const branch = pull?.headRefName ?? "";
    const text = await desk.file(branch, "docs/questions/gyrotron.md");
    expect(text).toMatch(/^# Frequently asked questions\n\n## What makes the gyrotron hum\?\n/u);
    const elsewhere = "is on its way into `docs/questions/gyrotron.md` already";
    expect((await desk.promote(question, "file: docs/FAQ.md")).said).toContain(elsewhere);
    expect((await desk.promote(question, 'section: "Other"')).said).toContain("This discussion has its entry already");
    expect((await desk.promote(question)).reactions).toEqual(["EYES", "ROCKET"]);
    if (pull) await mergePullRequest(desk.github.world, desk.person("mia"), pull, {});
    await desk.settle();
    expect((await desk.promote(question)).said).toContain("The FAQ says this already: [What makes the gyrotron hum?]");
    expect(desk.pulls()).toHaveLength(1);
  });

  it("puts an entry behind the problems of a file that is a FAQ by its name alone, and knows them again", async () => {
    const problems =
      "Some notes.\n\n## Broken images\n\nClear it.\n\n## Cannot log in\n\nReset it.\n\n## Gyrotron hums\n\nWait.\n\n## License\n\nMIT\n";
    desk = await openFaqDesk({ files: { "docs/FAQ.md": problems } });
    const { question } = await desk.answered("How do I mend it?", "Mend.");
    await desk.promote(question);
    const { headRefName = "" } = desk.pulls()[0] ?? {};
    expect(await desk.file(headRefName)).toMatch(
      /## Gyrotron hums\n\nWait\.\n\n## How do I mend it\?[^#]*## License\n/u,
    );
    await desk.promote((await desk.answered("Images are broken", "Reload.")).question, "update: broken-images");
    const { headRefName: updated = "" } = desk.pulls()[1] ?? {};
    expect(await desk.file(updated)).toMatch(/## Broken images\n[^#]*Reload\.[^#]*## Cannot log in\n/u);
  });

  it("writes into a page that is no FAQ by its name, and none of the docs, as into any", async () => {
    desk = await openFaqDesk({
      files: {
        ".github/frontdesk.yml": "docs:\n  include: [docs/install.md]\nfaq:\n  file: help/trouble.md\n",
        "help/trouble.md": "# Trouble\n\n## It is dark\n\nPress the switch.\n",
      },
    });
    const { question } = await desk.answered("How do I see more logs?", "Use `--verbose`.");
    await desk.promote(question);
    const [pull] = desk.pulls();
    if (pull) await mergePullRequest(desk.github.world, desk.person("mia"), pull, {});
    await desk.settle();
    expect(desk.news(question)).toContain("/blob/HEAD/help/trouble.md#how-do-i-see-more-logs");
    const next = desk.ask("How do I see more logs?", "I need more logs.");
    await desk.settle();
    expect(desk.news(next)).toContain("help/trouble.md#how-do-i-see-more-logs>) (FAQ)");
    expect(desk.news(next)).not.toContain(`/discussions/${question.number}`);
    const same = await desk.answered("How do I see more logs, please?", "With `-v`.");
    expect((await desk.promote(same.question)).said).toContain("`/promote-faq update: how-do-i-see-more-logs`");
    const dark = await desk.answered("It is dark", "Wait for the morning.");
    expect((await desk.promote(dark.question)).reactions).toEqual(["EYES", "ROCKET"]);
  });

  it("knows the entries that people wrote into such a page", async () => {
    desk = await openFaqDesk({
      files: {
        ".github/frontdesk.yml": "faq:\n  file: docs/trouble.md\n",
        "docs/trouble.md": "# Trouble\n\n## How do I feed the gyrotron?\n\nWith hay.\n",
      },
    });
    const { question } = await desk.answered("How do I feed the gyrotron?", "With oats.");
    expect((await desk.promote(question)).said).toContain("`/promote-faq update: how-do-i-feed-the-gyrotron`");
  });

  it("leads to an entry with an id of its own by GitHub's anchor for its heading", async () => {
    const withIds = "# FAQ\n\n## How do I feed the gyrotron? {#feed}\n\nWith hay.\n";
    desk = await openFaqDesk({ files: { "docs/FAQ.md": withIds } });
    const { question } = await desk.answered("How do I feed the gyrotron?", "With oats.");
    const { said } = await desk.promote(question);
    expect(said).toContain("/blob/HEAD/docs/FAQ.md#how-do-i-feed-the-gyrotron-feed");
    expect(said).toContain("`/promote-faq update: feed`");
    await desk.promote(question, "update: feed");
    const [pull] = desk.pulls();
    if (pull) await mergePullRequest(desk.github.world, desk.person("mia"), pull, {});
    await desk.settle();
    expect(desk.news(question)).toContain("/blob/HEAD/docs/FAQ.md#how-do-i-feed-the-gyrotron-feed");
  });

  it("opens a pull request with one entry more, and goes on to tell the thread what becomes of it", async () => {
    desk = await openFaqDesk();
    const { question } = await desk.answered(
      "[Question] how do I see more logs",
      "Use `--verbose`, @ann. See [logging](docs/logging.md).\n\nThanks!",
    );
    const { reactions, said } = await desk.promote(question);
    expect(said).toBe("");
    expect(reactions).toEqual(["EYES", "ROCKET"]);
    const [pull] = desk.pulls();
    expect(desk.pulls()).toHaveLength(1);
    expect(pull).toMatchObject({
      title: "FAQ: How do I see more logs?",
      headRefName: `faq/discussion-${question.number}`,
      state: "OPEN",
    });
    const text = (await desk.file(`faq/discussion-${question.number}`)) ?? "";
    expect(text.startsWith(someFaq)).toBe(true);
    expect(text.slice(someFaq.length)).toMatch(
      /^\n## How do I see more logs\?\n\n<!-- frontdesk:faq:[^ ]+ -->\n\nUse `--verbose`, @\u200Bann\. See \[logging\]\(<[^)]*\/acme\/widgets\/blob\/HEAD\/docs\/logging\.md>\)\.\n\n_From \[discussion \d+\]\([^)]+\), answered by sam, verified on \d{4}-\d\d-\d\d\._\n$/u,
    );
    expect(desk.news(question)).toContain("On its way into the FAQ");
    expect(desk.news(question)).toContain(`/acme/widgets/pull/${pull?.number}`);

    if (pull) await mergePullRequest(desk.github.world, desk.person("mia"), pull, {});
    await desk.settle();
    expect(desk.news(question)).toContain("/acme/widgets/blob/HEAD/docs/FAQ.md#how-do-i-see-more-logs");
    expect(question.labels.map(({ name }) => name)).toEqual(["in-faq"]);

    const next = desk.ask("How do I see more logs?", "I need more logs.");
    await desk.settle();
    const hint = desk.news(next);
    expect(hint).toContain("docs/FAQ.md#how-do-i-see-more-logs");
    expect(hint).not.toContain(`/discussions/${question.number}`);
  });
});
