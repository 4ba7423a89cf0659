import { afterEach, describe, expect, it } from "vitest";
import { openFaqDesk, type FaqDesk } from "../../helpers/faq-desk.ts";

let desk: FaqDesk;
afterEach(() => desk.close());

const path = "docs/FAQ.md";
const page = "# FAQ\n\n## Why?\n\nSo.\n";
const fence = "```yaml\nrun: ${{ secrets.X }}\n```";

describe("an answer that a template would run where the docs are built", () => {
  it.each<[string, Record<string, string>, string]>([
    ["a site of VitePress around the file", { "docs/.vitepress/config.mts": "" }, "vue"],
    ["a site of Jekyll", { "_config.yml": "" }, "template"],
    ["a site of Sphinx beside the docs", { "website/conf.py": "" }, "template"],
    ["any other repository", { "docs/index.md": "" }, "markdown"],
  ])("in %s", async (_, files, syntax) => {
    desk = await openFaqDesk({ files: { ...files, [path]: page } });
    const { question } = await desk.answered("How do I set {{ max }}?", `Set {{ process.env.MAX }}.\n\n${fence}`);
    await desk.promote(question);
    const [pull] = desk.pulls();
    const text = (await desk.file(pull?.headRefName ?? "", path)) ?? "";
    const isPlain = syntax === "markdown";
    expect(text).toContain(isPlain ? "## How do I set {{ max }}?" : "## How do I set \\{<!-- -->\\{ max \\}\\}?");
    expect(text).toContain(isPlain ? "Set {{ process.env.MAX }}." : "Set \\{<!-- -->\\{ process.env.MAX }}.");
    expect(text.includes(fence)).toBe(syntax !== "template");
    expect(text).toContain("<!-- frontdesk:faq:");
  });
});
