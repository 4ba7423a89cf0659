import type { RepositoryRef } from "../core/discussion.ts";
import type { FieldSetting } from "../core/project.ts";
import type { GitHubWrites } from "../core/github-writes.ts";
import { threadName } from "../core/repository-name.ts";
import type { ActionKind } from "./action-set.ts";

/** Put an issue into a project, unless it is there, and set fields of it. */
export interface SetProjectFields {
  readonly do: "set-project-fields";
  readonly repository: RepositoryRef;
  /** Of the issue. */
  readonly number: number;
  /** Node id of the issue. */
  readonly issue: string;
  readonly project: { readonly id: string; readonly title: string };
  readonly fields: readonly FieldSetting[];
}

/** Take an issue out of a project, with all that is set there. */
export interface RemoveFromProject {
  readonly do: "take-off-board";
  readonly repository: RepositoryRef;
  /** Of the issue. */
  readonly number: number;
  readonly board: { readonly id: string; readonly title: string };
  /** Node id of its item there. */
  readonly item: string;
}

export const setProjectFields: ActionKind<SetProjectFields> = {
  async perform({ repository, issue, project, fields }, { github: { writes } }) {
    const item = await writes.addToProject(repository, project.id, issue);
    for (const field of fields) await setField(repository, project.id, item, field, writes);
  },
  describe: (action) =>
    `put ${threadName(action)} on board ${action.project.title} with ${fieldsInWords(action.fields)}`,
};

export const removeFromProject: ActionKind<RemoveFromProject> = {
  perform: ({ repository, board: project, item }, { github: { writes } }) =>
    writes.removeFromProject(repository, project.id, item),
  describe: (action) => `take ${threadName(action)} off board ${action.board.title}`,
};

/** Sets or clears one field of an item. */
export async function setField(
  repository: RepositoryRef,
  project: string,
  item: string,
  { id, value }: FieldSetting,
  writes: GitHubWrites,
): Promise<void> {
  if (value === null) await writes.clearProjectField(repository, project, item, id);
  else await writes.setProjectField(repository, project, item, id, value);
}

/** `Priority p2, Estimate empty`. */
export function fieldsInWords(fields: readonly FieldSetting[]): string {
  return (
    fields.map(({ name, shown, value }) => `${name} ${value === null ? "empty" : shown}`).join(", ") || "nothing set"
  );
}
