import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generatorNames, type DocsSite } from "../../src/core/docs-site.ts";
import { findSite, siteFiles } from "../../src/docs-site/resolve-site.ts";
import { linksOfSite } from "./site-links.ts";

// How many links that a project's authors wrote into their own pages lead to an anchor that we know. For a checkout:
//   npm run bench:site -- <folder> [--generator mkdocs] [--misses 20]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { generator: { type: "string", default: "auto" }, misses: { type: "string", default: "0" } },
});

for (const folder of positionals) await measure(folder);

async function measure(folder: string): Promise<void> {
  const paths = await filesUnder(folder);
  const pages = paths.filter((path) => /\.(?:md|mdx|markdown)$/iu.test(path));
  const wanted = generatorNames.find((it) => it === values.generator) ?? "auto";
  const texts = new Map<string, string>();
  for (const path of siteFiles(paths, wanted)) texts.set(path, await readFile(join(folder, path), "utf8"));
  const found = findSite({ paths, text: (path) => texts.get(path) }, pages, wanted);
  if (found === undefined) {
    console.log(`${folder}: no site generator is known by its files`);
    return;
  }
  const { generator, layout } = found;
  const { routes, ending, slugs, url } = layout;
  const site: DocsSite = { url: "https://site.example", root: "", ending, generator, routes, ...(slugs && { slugs }) };
  const files = new Map<string, Uint8Array>();
  for (const path of pages) files.set(path, await readFile(join(folder, path)));
  const { anchored: links, byAddress, unknown } = linksOfSite(site, files, url);
  const count = (leads: string): number => links.filter((it) => it.leads === leads).length;
  const [section, missed, elsewhere] = [count("section"), count("missed"), count("elsewhere")];
  const share = ((100 * section) / Math.max(1, section + missed + elsewhere)).toFixed(1);
  console.log(
    `${folder}: ${generator}, ${section} of ${section + missed + elsewhere} links (${share} %) lead to a section, ${links.filter((it) => it.isOurs).length} by the anchor that we link to; ` +
      `${missed} to a heading that we name otherwise, ${elsewhere} to an id at no heading; besides, ${count("dead")} are dead`,
  );
  console.log(`  ${byAddress - unknown.length} of ${byAddress} links by a path from the site's root find their page`);
  for (const path of unknown.slice(0, Number(values.misses))) console.log(`  no page: ${path}`);
  const others = links.filter((it) => it.leads !== "section");
  for (const { from, url: link, to, leads } of others.slice(0, Number(values.misses))) {
    console.log(`  ${leads}: ${from} -> ${link}${from === to ? "" : ` (${to})`}`);
  }
}

async function filesUnder(folder: string, prefix = ""): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    const path = `${prefix}${entry.name}`;
    if (entry.isFile()) files.push(path);
    else if (entry.isDirectory() && entry.name !== ".git" && entry.name !== "node_modules") {
      files.push(...(await filesUnder(folder, `${path}/`)));
    }
  }
  return files;
}
