import { execFileSync } from "node:child_process";
import { ConventionalChangelog } from "conventional-changelog";
import createPreset from "conventional-changelog-conventionalcommits";

/**
 * What a release says of itself, as Markdown: first what users notice, by the section of its version in the changelog (or what
 * is unreleased, for a version that has none yet), then the commits since the last release, by Conventional Commits. The
 * release of 1.2.3 tells all since 1.2.2, whatever was tried of it before; that of 1.2.3-rc.2 what is new since 1.2.3-rc.1.
 */
export async function releaseNotes(folder: string, version: string, changelog: string): Promise<string> {
  const noticed = sectionOf(changelog, version) ?? sectionOf(changelog, "Unreleased") ?? "";
  const commits = (await commitsSince(folder, lastRelease(folder, version))).trim();
  return [noticed, commits && `## Commits\n\n${commits}`].filter((it) => it !== "").join("\n\n") + "\n";
}

/** The text below `## [version]`; undefined where there is no such heading. */
function sectionOf(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /mu).slice(1);
  const own = sections.find((it) => it.startsWith(`[${version}]`));
  // Links at the end of the file belong to no section.
  return own
    ?.replace(/^.*\n/u, "")
    .replaceAll(/^\[[^\]]+\]: .*$/gmu, "")
    .trim();
}

/** The tag of the release before; undefined where this is the first. */
function lastRelease(folder: string, version: string): string | undefined {
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: folder, encoding: "utf8" });
  // Newest first, as versions are ordered: 1.0.0 is after 1.0.0-rc.1. https://git-scm.com/docs/git-config#Documentation/git-config.txt-versionsortsuffix
  const tags = git("-c", "versionsort.suffix=-", "tag", "--list", "v*", "--merged", "HEAD", "--sort=-v:refname");
  const before = tags.split("\n").filter((it) => it !== "" && it !== `v${version}`);
  return version.includes("-") ? before[0] : before.find((it) => !it.includes("-"));
}

async function commitsSince(folder: string, tag: string | undefined): Promise<string> {
  const changelog = new ConventionalChangelog(folder)
    .config(createPreset())
    .options({ releaseCount: 0, outputUnreleased: true })
    .commits(tag === undefined ? {} : { from: tag })
    // One list without a heading, whatever was tagged in between.
    .writer({ headerPartial: () => "", generateOn: () => false });
  let text = "";
  for await (const chunk of changelog.write()) text += chunk;
  return text;
}
