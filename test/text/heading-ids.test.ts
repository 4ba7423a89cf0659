import { describe, expect, it } from "vitest";
import { splitSections } from "../../src/text/split-sections.ts";

/** Title, id and other ids of the last heading of a page. */
function lastHeading(text: string, path = "a.md") {
  const sections = splitSections(path, text);
  const { id, others = [], old = [] } = sections[0]?.outline?.headings.at(-1) ?? {};
  return { title: sections.at(-1)?.title, ids: [id, ...others], old };
}

describe("a heading's own id", () => {
  it.each([
    ["## Install {#install}", "Install", "install"],
    ["## Install { #install }", "Install", "install"],
    ["## Install {: #install }", "Install", "install"],
    ["## Install {:#install}", "Install", "install"],
    ["## Install \\{#install}", "Install", "install"],
    ['## Install {#in.st_all-1 .wide data-x="a b"}', "Install", "in.st_all-1"],
    ["## Install {.wide #install}", "Install", "install"],
    ["## Install {id=install}", "Install", "install"],
    ["## Install [#install]", "Install", "install"],
    ["## Install <!-- #install -->", "Install", "install"],
    ["## Use `npx` {#npx}", "Use npx", "npx"],
    ["## *Install* {#install} ##", "Install", "install"],
    ["Install {#install}\n---", "Install", "install"],
    ["## Install\n{: #install }", "Install", "install"],
    ["## Install\n{: .no_toc #install }\nText", "Install", "install"],
    ["## 日本語 {#日本}", "日本語", "日本"],
    ['<h2 id="install">Install</h2>', "Install", "install"],
    ["## Install it now #install", "Install it now", "install"],
    ["## Whole new #a1\n\n## Another #b2", "Another", "b2"],
  ])("%j", (text, title, id) => {
    expect(lastHeading(text)).toEqual({ title, ids: [id], old: [] });
  });

  it.each([
    ["## Install {#install}", "Install", "install"],
    ["## Install {/* #install */}", "Install", "install"],
  ])("%j in MDX", (text, title, id) => {
    expect(lastHeading(`import A from "a";\n\n${text}`, "a.mdx")).toMatchObject({ title, ids: [id] });
  });
});

describe("anchors at a heading", () => {
  it.each([
    ['<a id="x"></a>\n\n## Install', ["x"]],
    ['<a name="x"></a>\n## Install', ["x"]],
    ['<span id="x"></span>\n\n## Install', ["x"]],
    ["[](){#x}\n\n## Install", ["x"]],
    ["<!-- prettier-ignore -->\n[](){ #x }\n## Install", ["x"]],
    ["(x)=\n## Install", ["x"]],
    ["(x)=\n(y/z)=\n\n## Install", ["x", "y/z"]],
    ['## <a id="x"></a>Install', ["x"]],
    ['## Install <a name="x"></a>', ["x"]],
    ['<h2><a id="x"></a>Install</h2>', ["x"]],
  ])("%j", (text, ids) => {
    expect(lastHeading(text)).toEqual({ title: "Install", ids: [undefined, ...ids], old: [] });
  });

  it("in MDX", () => {
    expect(lastHeading('<a id="x" />\n\n## Install', "a.mdx")).toMatchObject({
      title: "Install",
      ids: [undefined, "x"],
    });
  });

  it("are told from those that are kept for old links", () => {
    const text = '<!-- Old headings. Do not remove or links may break. -->\n\n<a id="x"></a>\n\n## Install';
    expect(lastHeading(text)).toEqual({ title: "Install", ids: [undefined], old: ["x"] });
  });

  it("belong to what comes right behind them", () => {
    expect(lastHeading('<a id="x"></a>\n\nText\n\n## Install')).toMatchObject({ ids: [undefined] });
  });

  it("are no text", () => {
    expect(splitSections("a.md", "# A\n\n(x)=\n[](){#y}\n\n## B\n{: .c }")).toMatchObject([{ text: "" }, { text: "" }]);
  });
});

describe("what is no id stays in the title", () => {
  it.each([
    ["## Use `{#id}`", "Use {#id}"],
    ["## What is {}", "What is {}"],
    ["## Routes /a/{id}", "Routes /a/{id}"],
    ["## {{ name }}", "{{ name }}"],
    ["## Arrays [0]", "Arrays [0]"],
    ["## [#install]", "[#install]"],
    ["## Join us in #general", "Join us in #general"],
    ["## Write C #", "Write C"],
    ["## a {b c}", "a {b c}"],
  ])("%j", (text, title) => {
    expect(lastHeading(text)).toMatchObject({ title });
  });
});

it("GitHub's own anchor is of the heading as it stands", () => {
  expect(splitSections("a.md", "## Install {#setup}")[0]?.anchor).toBe("install-setup");
});
