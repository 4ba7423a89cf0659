import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadConfig } from "../config/load.ts";
import { configPath } from "../config/schema.ts";
import type { DocsSite, GeneratorName } from "../core/docs-site.ts";
import { findSite, resolveSite, siteFiles, type SiteSettings } from "../docs-site/resolve-site.ts";
import { filesUnder } from "./docs-folder.ts";

/** What was said of a folder's site on the command line. */
export interface GivenSite {
  readonly site?: string;
  readonly generator?: GeneratorName;
}

/**
 * Where a folder's docs are published: by what was given, by the Frontdesk config in it, or else by the files of a site
 * generator. Undefined where none of them tells. A site without a known address has addresses that begin with `/`.
 */
export async function siteOfFolder(
  folder: string,
  pages: readonly string[],
  { site, generator }: GivenSite,
): Promise<DocsSite | undefined> {
  const configured = await configuredSite(folder);
  const wanted = generator ?? configured?.generator ?? "auto";
  const files = await siteFilesOf(folder, wanted);
  const url = site ?? configured?.url;
  if (url !== undefined) return resolveSite({ ...configured, url, generator: wanted }, files, pages);
  const found = findSite(files, pages, wanted);
  if (found === undefined) return generator && resolveSite({ url: "", generator }, files, pages);
  const own = found.layout.url;
  return resolveSite(
    { url: own !== undefined && URL.canParse(own) ? own : "", generator: found.generator },
    files,
    pages,
  );
}

/** All paths of a folder, and the texts of the files by which site generators are set. */
export async function siteFilesOf(folder: string, wanted: SiteSettings["generator"]) {
  const paths = await filesUnder(folder, () => undefined);
  const texts = new Map<string, string>();
  for (const path of siteFiles(paths, wanted)) texts.set(path, await readFile(join(folder, path), "utf8"));
  return { paths, text: (path: string) => texts.get(path) };
}

/** The site that a Frontdesk config in the folder names. */
async function configuredSite(folder: string): Promise<SiteSettings | undefined> {
  try {
    const loaded = loadConfig(await readFile(join(folder, configPath), "utf8"));
    return "config" in loaded ? loaded.config.docs.site : undefined;
  } catch {
    // Most folders have no config, and it is not what was asked for.
    return undefined;
  }
}
