import { existsSync, readdirSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pictureNames } from "../../browser/tutorial/walk-tutorial.ts";
import { loadConfig } from "../../../src/config/load.ts";
import { Config } from "../../../src/config/schema.ts";
import { pages } from "./pages.ts";

const byPath = new Map(pages.map((it) => [it.path, it]));

describe("the docs", () => {
  it("link to files, headings and pictures that are there", () => {
    const broken = pages.flatMap((page) =>
      page.links
        .filter(
          ({ path, anchor }) => !existsSync(path) || (anchor !== "" && byPath.get(path)?.anchors.has(anchor) === false),
        )
        .map(({ path, anchor, line }) => `${page.path}:${line} ${path}#${anchor}`),
    );
    expect(broken).toEqual([]);
  });

  it("can all be reached from docs/README.md", () => {
    const reached = new Set(["docs/README.md"]);
    for (const path of reached) {
      const folder = existsSync(path) && statSync(path).isDirectory() ? [`${path}/README.md`] : [];
      for (const to of [...folder, ...(byPath.get(path)?.links ?? []).map((it) => it.path)]) reached.add(to);
    }
    expect(pages.map((it) => it.path).filter((it) => it.startsWith("docs/") && !reached.has(it))).toEqual([]);
  });

  it("are linked from the README, which leads to their index", () => {
    expect(byPath.get("README.md")?.links.map((it) => it.path)).toContain("docs/README.md");
  });

  it("have one title each, the first line", () => {
    const untitled = pages.filter(({ path, text }) => path.startsWith("docs/") && !/^# \S/u.test(text));
    expect(untitled.map((it) => it.path)).toEqual([]);
  });
});

/** What a part of a config may lack: another part. */
const elsewhere = /there is no calendar `|needs `layers` in `on-call`/u;

it("configs in the docs are good, but for what another part of them would say", () => {
  const wrong = pages.flatMap(({ path, blocks }) =>
    blocks
      .filter(({ language, text }) => language === "yaml" && (/^([a-z-]+):/u.exec(text)?.[1] ?? "") in Config.shape)
      .flatMap(({ text, line }) => {
        const loaded = loadConfig(text);
        const problems = "problems" in loaded ? loaded.problems : [];
        return problems
          .filter(({ message }) => !elsewhere.test(message))
          .map((it) => `${path}:${line + it.line - 1} ${it.message}`);
      }),
  );
  expect(wrong).toEqual([]);
});

describe("the pictures of the tutorial", () => {
  const folder = "docs/tutorial/pictures";
  const files = readdirSync(folder);

  it("are those that the script makes, and each is shown with words for whoever cannot see it", () => {
    expect(files.sort()).toEqual(pictureNames.map((it) => `${it}.png`).sort());
    const shown = byPath.get("docs/tutorial/ten-minutes.md")?.links.filter((it) => it.isPicture) ?? [];
    expect(shown.map(({ path }) => path)).toEqual(pictureNames.map((it) => `${folder}/${it}.png`));
    expect(
      pages.flatMap(({ links }) => links).filter(({ isPicture, words }) => isPicture && words.length < 20),
    ).toEqual([]);
  });

  it("are small: less than 100 kB each", () => {
    expect(files.filter((it) => statSync(`${folder}/${it}`).size >= 100_000)).toEqual([]);
  });
});
