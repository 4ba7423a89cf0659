import { afterEach, describe, expect, it } from "vitest";
import { mergePullRequest } from "local-github-server/world";
import { openFaqDesk, type FaqDesk } from "../../helpers/faq-desk.ts";

let desk: FaqDesk;
afterEach(() => desk.close());

const page = "# FAQ\n\n## Why?\n\nSo.\n";
const config = (faq: string) => ({ ".github/frontdesk.yml": `faq:\n  ${faq}\n` });

describe("an answer that would be a program where the docs are built", () => {
  it.each<[string, string, Record<string, string>, boolean]>([
    ["an .mdx file", "docs/FAQ.mdx", config("file: docs/FAQ.mdx"), true],
    ["a site of Docusaurus around the file", "docs/FAQ.md", { "docusaurus.config.js": "" }, true],
    ["a site of Docusaurus beside the docs", "docs/FAQ.md", { "website/docusaurus.config.mts": "" }, true],
    ["a project that says so", "docs/FAQ.md", config("mdx: always"), true],
    ["a project that says it is none", "docs/FAQ.md", { "docusaurus.config.ts": "", ...config("mdx: never") }, false],
    ["any other repository", "docs/FAQ.md", { "website/index.html": "", "notes/docusaurus.config.js": "" }, false],
  ])("in %s", async (_, path, files, isMdx) => {
    desk = await openFaqDesk({ files: { ...files, [path]: page } });
    const { question } = await desk.answered("How do I set {max}?", "Set it to {process.env.MAX}<br>or more.");
    await desk.promote(question);
    const [pull] = desk.pulls();
    const text = (await desk.file(pull?.headRefName ?? "", path)) ?? "";
    expect(text).toContain(isMdx ? "\\{process.env.MAX}<br />or more." : "{process.env.MAX}<br>or more.");
    expect(text).toContain(isMdx ? "## How do I set \\{max\\}?" : "## How do I set {max}?");
    expect(text).toContain(path.endsWith(".mdx") ? "{/* frontdesk:faq:" : "<!-- frontdesk:faq:");
    if (pull) await mergePullRequest(desk.github.world, desk.person("mia"), pull, {});
    await desk.settle();
    await desk.restart();
    expect(desk.news(question)).toContain("**In the FAQ:**");
    expect(desk.pulls()).toHaveLength(1);
  });
});
