import { checkOnGitHub } from "../../config/on-github/check-on-github.ts";
import type { ReferenceKind } from "../../config/on-github/references.ts";
import type { ProblemInFile } from "../../config/problem.ts";
import { configPath } from "../../config/schema.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { ProposedCommits } from "../../core/event.ts";
import { checkName } from "./check-name.ts";
import { readConfigFiles, type ConfigFile } from "./config-file.ts";
import { problemsOfFile } from "./problems-of-file.ts";
import type { ReadsWithConfigIssues } from "./reads.ts";

/** A config that was looked at at one commit. */
export interface CheckedConfig {
  readonly commit: string;
  readonly isThere: boolean;
  readonly problems: readonly ProblemInFile[];
  /** What could not be looked at, and why. */
  readonly unknown: readonly string[];
}

/** The proposed config, where the commits change it. `lookalikes` that were there before are none of this proposal's. */
export async function gatherProposed(
  repository: RepositoryRef,
  { head, base, isOwn }: ProposedCommits,
  reads: ReadsWithConfigIssues,
): Promise<CheckedConfig | undefined> {
  const before = await reads.github.findMergeBase(repository, base, head);
  const [now, then] = await readConfigFiles(repository, before === undefined ? [head] : [head, before], reads.github);
  if (!now) return undefined;
  const lookalikes = now.lookalikes.filter((it) => !then?.lookalikes.includes(it));
  const isSame = now.kind === (then?.kind ?? "missing") && now.sha === then?.sha;
  if (isSame && lookalikes.length === 0) return undefined;
  return check(repository, head, { ...now, lookalikes }, reads, isOwn ? nothingHidden : hidden);
}

/** The config at a commit of which we have said something before: whoever asks again asks for that. */
export async function gatherAgain(
  repository: RepositoryRef,
  head: string,
  reads: ReadsWithConfigIssues,
): Promise<CheckedConfig | undefined> {
  if (!(await reads.github.findCheckRun(repository, head, checkName))) return undefined;
  const [now] = await readConfigFiles(repository, [head], reads.github);
  return now && check(repository, head, now, reads, hidden);
}

/** What only members of the organization may know: a stranger must not learn by guesses which teams there are. */
const hidden: ReadonlySet<ReferenceKind> = new Set(["team"]);
const nothingHidden: ReadonlySet<ReferenceKind> = new Set();

async function check(
  repository: RepositoryRef,
  commit: string,
  file: ConfigFile,
  { github }: ReadsWithConfigIssues,
  leftOut: ReadonlySet<ReferenceKind>,
): Promise<CheckedConfig> {
  const { config, problems } = problemsOfFile(file);
  const isThere = file.kind !== "missing";
  if (!config || file.text === undefined) return { commit, isThere, problems, unknown: [] };
  const placed = { repository, commit, path: configPath, text: file.text, config };
  const online = await checkOnGitHub(placed, github, leftOut);
  return { commit, isThere, problems: [...problems, ...online.problems], unknown: online.unknown };
}
