import type { ActionKind, Writes } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { TrackedIssue } from "../../../core/issue-tracking.ts";
import { fullName } from "../../../core/repository-name.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { marker } from "../../../text/marker.ts";
import type { ConfigIssue, ConfigIssueRecords } from "../store/config-issue-records.ts";

/** What its actions write beside what all may. */
export interface ConfigCheckWrites extends Writes {
  readonly configIssues: ConfigIssueRecords;
}

/** Have one open issue that tells these problems of the config. `digest` tells them from others. */
export interface WriteConfigIssue {
  readonly do: "write-config-issue";
  readonly repository: RepositoryRef;
  /** Of an issue that is opened; one that is there keeps its own. */
  readonly title: string;
  readonly text: string;
  readonly digest: string;
}

/** The config is good again: say so in the issue, and close it. */
export interface CloseConfigIssue {
  readonly do: "close-config-issue";
  readonly repository: RepositoryRef;
  readonly text: string;
}

/**
 * The issue is found by our records, or else by its marker: an earlier try may have opened it without hearing of its
 * success. One that a person closed or deleted is not opened for the same problems; other problems open it again.
 */
export const writeConfigIssue: ActionKind<WriteConfigIssue, ConfigCheckWrites> = {
  async perform({ repository, title, text, digest }, { github: { reads, writes }, configIssues }) {
    const known = await configIssues.findConfigIssue(repository);
    const issue = await findIssue(repository, known, reads);
    const body = `${markOf(repository)}\n${stateMark(digest)}\n${text}`;
    if (issue === undefined) {
      if (known?.digest === digest) return;
      const { number } = await writes.createIssue(repository, { title, body });
      return configIssues.keepConfigIssue(repository, { number, digest });
    }
    const isClosed = issue.closed !== undefined;
    if (!(isClosed && issue.body.includes(stateMark(digest))) && (isClosed || issue.body !== body)) {
      await writes.editIssue(repository, issue.number, { body, ...(isClosed && { state: "open" }) });
    }
    await configIssues.keepConfigIssue(repository, { number: issue.number, digest });
  },
  describe: ({ repository }) => `tell in an issue what is wrong with the config of ${fullName(repository)}`,
};

/** One that a person has closed before is told as well: else the same problems, come back, would be told nowhere. */
export const closeConfigIssue: ActionKind<CloseConfigIssue, ConfigCheckWrites> = {
  async perform({ repository, text }, { github: { reads, writes }, configIssues }) {
    const issue = await findIssue(repository, await configIssues.findConfigIssue(repository), reads);
    if (issue && !issue.body.includes(stateMark(mended))) {
      const body = `${markOf(repository)}\n${stateMark(mended)}\n${text}`;
      const isOpen = issue.closed === undefined;
      await writes.editIssue(repository, issue.number, { body, ...(isOpen && { state: "completed" }) });
    }
    await configIssues.keepConfigIssue(repository, undefined);
  },
  describe: ({ repository }) => `close the issue about the config of ${fullName(repository)}`,
};

/** In place of a digest, in an issue whose problems are gone: the next time there is another issue. */
const mended = "mended";

async function findIssue(
  repository: RepositoryRef,
  known: ConfigIssue | undefined,
  reads: ConfigCheckWrites["github"]["reads"],
): Promise<TrackedIssue | undefined> {
  const isHere = (it: TrackedIssue | undefined) =>
    it !== undefined && !it.convertedTo && isSameName(it.repository, fullName(repository));
  if (known) {
    const recorded = await reads.findTrackedIssue(repository, known.number);
    return isHere(recorded) ? recorded : undefined;
  }
  const isIt = (body: string) => body.includes(markOf(repository)) && !body.includes(stateMark(mended));
  const marked = await reads.findIssueMadeFor(repository, isIt, "changed");
  return isHere(marked) ? marked : undefined;
}

function markOf({ id }: RepositoryRef): string {
  return marker("config-issue", String(id));
}

function stateMark(digest: string): string {
  return marker("config-problems", digest);
}
