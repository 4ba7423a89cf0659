import type { RepositoryRef } from "../../../core/discussion.ts";
import { fullName } from "../../../core/repository-name.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import type { ReportRecord } from "../report-record.ts";
import type { ReportsWrites } from "./keep-reports.ts";

/** An issue or discussion of ours that has a report. */
export interface Place {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly isClosed: boolean;
  write(text: { readonly title: string; readonly body: string }): Promise<void>;
}

/** Where reports are written. */
export type Where = { readonly where: "issue" } | { readonly where: "discussion"; readonly category: string };

/** By its number where that is known, else by the marker in its body: an earlier try may have opened it without hearing of its success. */
export async function findPlace(
  repository: RepositoryRef,
  { where }: Where,
  mark: string,
  { known, github }: { readonly known: ReportRecord["in"]; readonly github: ReportsWrites["github"] },
): Promise<Place | undefined> {
  const number = known?.where === where ? known.number : undefined;
  return where === "issue"
    ? findIssue(repository, number, mark, github)
    : findDiscussion(repository, number, mark, github);
}

/** The number of the new one. */
export async function openPlace(
  repository: RepositoryRef,
  place: Where,
  text: { readonly title: string; readonly body: string },
  { writes }: ReportsWrites["github"],
): Promise<number> {
  if (place.where === "discussion") return writes.openDiscussion(repository, { ...text, category: place.category });
  return (await writes.createIssue(repository, text)).number;
}

async function findIssue(
  repository: RepositoryRef,
  number: number | undefined,
  mark: string,
  { reads, writes }: ReportsWrites["github"],
): Promise<Place | undefined> {
  const known = number === undefined ? undefined : await reads.findTrackedIssue(repository, number);
  const isIt = known?.body.includes(mark) && isSameName(known.repository, fullName(repository));
  const issue = isIt ? known : await reads.findIssueMadeFor(repository, (body) => body.includes(mark));
  if (!issue || issue.convertedTo !== undefined) return undefined;
  return {
    number: issue.number,
    title: issue.title,
    body: issue.body,
    isClosed: issue.closed !== undefined,
    async write(text) {
      await writes.editIssue(repository, issue.number, text);
    },
  };
}

async function findDiscussion(
  repository: RepositoryRef,
  number: number | undefined,
  mark: string,
  { reads, writes }: ReportsWrites["github"],
): Promise<Place | undefined> {
  const known = number === undefined ? undefined : await reads.findDiscussion(repository, number);
  const found = known?.body.includes(mark)
    ? known
    : await reads.findDiscussionMadeFor(repository, (body) => body.includes(mark));
  return (
    found && {
      number: found.number,
      title: found.title,
      body: found.body,
      isClosed: found.closed !== undefined,
      write: (text) => writes.editDiscussion(repository, found.id, text),
    }
  );
}
