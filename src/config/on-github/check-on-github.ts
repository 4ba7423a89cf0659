import type { RepositoryRef } from "../../core/discussion.ts";
import { placesOf } from "../places.ts";
import { toPlainText } from "../load.ts";
import type { ProblemInFile } from "../problem.ts";
import type { Config } from "../schema.ts";
import { gatherFacts, type FactReads } from "./github-facts.ts";
import { problemsOnGitHub } from "./problems-on-github.ts";
import { referencesOf, type ReferenceKind } from "./references.ts";

/** A config that is good as far as its text tells, and where it is to hold. */
export interface PlacedConfig {
  readonly repository: RepositoryRef;
  /** At which files are looked for. */
  readonly commit: string;
  /** Where the config lies. */
  readonly path: string;
  readonly text: string;
  readonly config: Config;
}

/** Of a config that holds for all repositories of an owner, only what all of them share can be looked for. */
const shared = new Set(["person", "team", "project", "issue-type"]);

/** What is wrong with a config as only GitHub knows, and what could not be looked at. Defaults are not looked for, nor kinds that are left out. */
export async function checkOnGitHub(
  placed: PlacedConfig,
  reads: FactReads,
  leftOut: ReadonlySet<ReferenceKind> = new Set(),
): Promise<{ readonly problems: readonly ProblemInFile[]; readonly unknown: readonly string[] }> {
  const text = toPlainText(placed.text);
  const places = placesOf(text);
  const isShared = placed.repository.name.toLowerCase() === ".github";
  const references = referencesOf(placed.config)
    .filter(({ path, kind }) => places.has(path) && !leftOut.has(kind) && (!isShared || shared.has(kind)))
    .map((it) => (isShared ? { ...it, needsRole: false } : it));
  const facts = await gatherFacts(placed, references, reads);
  return { problems: problemsOnGitHub({ ...placed, text }, references, facts), unknown: facts.unknown };
}
