import type { RepositoryRef } from "../../core/discussion.ts";
import type { BoardFields, BoardWork, IterationItem } from "../../core/planned-work.ts";
import { BoardWork as ReadBoardWork, type BoardWorkQuery } from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import { toCloseReason } from "../issues/find-issue.ts";
import { readSomePages } from "../read-pages.ts";
import { maxPages, toEstimate } from "./planned-work.ts";

type Board = Extract<NonNullable<BoardWorkQuery["node"]>, { readonly items: unknown }>;
type Item = NonNullable<NonNullable<Board["items"]["nodes"]>[number]>;

/**
 * The issues of a board that are in an iteration. 1 point for each hundred items. GitHub shows a new item of a board
 * only after minutes: what it says of the running iteration is a moment old.
 */
export async function boardWork(
  clients: GitHubClients,
  { installation, owner }: RepositoryRef,
  project: string,
  fields: BoardFields,
): Promise<BoardWork> {
  const operation = { doing: `read a board of ${owner}`, needs: "organization_projects: read" };
  const { nodes, isAll } = await readSomePages<Item>(async (page) => {
    const { node } = await clients.graphql(installation, ReadBoardWork, { project, ...fields, ...page }, operation);
    return node && "items" in node ? node.items : undefined;
  }, maxPages);
  return { items: nodes.flatMap((it) => toIterationItem(it) ?? []), isAll };
}

function toIterationItem({ content, planned, weight }: Item): IterationItem | undefined {
  if (content?.__typename !== "Issue" || !planned || !("iterationId" in planned)) return undefined;
  const { iterationId: id, title, startDate: start, duration: days } = planned;
  const closed = toCloseReason(content);
  return { iteration: { id, title, start, days }, ...(closed && { closed }), ...toEstimate(weight) };
}
