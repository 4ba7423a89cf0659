import { describe, expect, it } from "vitest";
import { redash } from "../../../evaluation/sets/redash.ts";
import { treeOf } from "./own-repository.ts";

/** A thread as the archive's pages show it to search engines. */
function page(
  title: string,
  category: string,
  posts: readonly { readonly who: string; readonly day: string; readonly html: string }[],
): string {
  const quote = title.includes('"') ? "'" : '"';
  const bodies = posts.map(
    ({ who, day, html }, index) =>
      `<div class="topic-body crawler-post" id="post_${index + 1}"><span itemprop="name">${who}</span><time datetime="${day}T00:00:00Z"></time>\n<div class="post" itemprop="text">\n${html}\n</div>\n<div itemprop="interactionStatistic"></div></div>`,
  );
  return `<meta content=${quote}${title}${quote} itemprop="headline"/>\n<meta content="${category}" itemprop="articleSection"/>\n${bodies.join("\n")}`;
}

const help = {
  "src/pages/kb/user-guide/lamp.md":
    "---\nhelpscout_url: https://help.redash.io/article/7-lamp\ntitle: Lamp\n---\n\n# Lamp\n\n{% callout info %}\nHot.\n{% endcallout %}\n\n## Oil\n\nPour.\n",
  "src/pages/kb/user-guide/lamp_category.md": "---\ntitle: Lamps\n---\n",
};

const asked = page('Say "dark" &amp; light', "Support", [
  {
    who: "ann",
    day: "2018-01-01",
    html: '<h2><a class="anchor" href="#x"></a>Issue</h2><p>a\u2028b <code>x</code></p><pre><code>y = 1\n</code></pre>',
  },
  { who: "bob", day: "2018-01-02", html: '<p><a href="https://redash.io/help/user-guide/lamp#oil">See</a></p>' },
]);

const archive = {
  "t/say-dark/5.html": asked,
  "t/again/6.html": page("Again", "Usage Support", [
    { who: "cy", day: "2021-01-01", html: "<p>Again</p>" },
    {
      who: "bob",
      day: "2021-01-02",
      html: '<p><a href="/t/say-dark/5">there</a> <a href="https://help.redash.io/article/7-lamp">and there</a></p>',
    },
  ]),
  "t/news/7.html": page("News", "Announcements", [{ who: "bob", day: "2018-01-01", html: "<p>New</p>" }]),
  "t/say-dark/assets/5.rss": "<rss/>",
};

describe("the set redash", () => {
  it("takes from forum and help what helpers linked", async () => {
    const { documents, labels } = await redash.extract([await treeOf(archive), await treeOf(help)]);
    expect(documents.map(({ id }) => id)).toEqual(["docs:user-guide/lamp", "docs:user-guide/lamp#oil", "thread:5"]);
    expect(documents[0]).toMatchObject({ title: "Lamp", body: "Hot." });
    expect(documents[2]).toMatchObject({
      title: 'Say "dark" & light',
      body: "## Issue\n\na\u2028b `x`\n\n```\ny = 1\n```",
      links: ["docs:user-guide/lamp#oil"],
      url: "https://discuss.redash.io/t/say-dark/5",
    });
    expect(labels).toEqual([
      { query: "q:6", document: "thread:5", grade: 2 },
      { query: "q:6", document: "docs:user-guide/lamp", grade: 1 },
      { query: "q:5", document: "docs:user-guide/lamp#oil", grade: 2 },
    ]);
  });

  it("names the page that is no thread", async () => {
    const broken = { ...archive, "t/broken/8.html": '<meta content="Support" itemprop="articleSection"/>' };
    await expect(redash.extract([await treeOf(broken), await treeOf(help)])).rejects.toThrow(
      /t\/broken\/8\.html is not a thread/u,
    );
  });

  it("names the folder that is missing", async () => {
    await expect(redash.extract([await treeOf(archive), await treeOf({ a: "" })])).rejects.toThrow(
      /no files under "src\/pages\/kb/u,
    );
  });
});
