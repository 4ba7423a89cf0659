import type { ActionKind } from "../../../actions/action-set.ts";
import { fieldsInWords, setField } from "../../../actions/projects.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { GoneError, RefusedError } from "../../../core/errors.ts";
import type { FieldSetting } from "../../../core/project.ts";
import { threadName } from "../../../core/repository-name.ts";
import { fieldIn, placeIn } from "../messages/not-set.ts";
import type { RequestWrites } from "./record-request.ts";

/** Put the issue of a request into a project and set fields there. What GitHub refuses is noted, and the rest is done. */
export interface AddToProject {
  readonly do: "set-on-board";
  readonly repository: RepositoryRef;
  /** Of the request whose issue it is. */
  readonly number: number;
  /** The project. `isShown`: whether its names may be told in the thread; missing in plans of earlier releases. */
  readonly board: { readonly id: string; readonly title: string; readonly isShown?: boolean };
  readonly fields: readonly FieldSetting[];
}

export const addToProject: ActionKind<AddToProject, RequestWrites> = {
  async perform(action, writes) {
    const { repository, number, board: project, fields } = action;
    const { github, requests } = writes;
    const link = (await requests.findRequest(repository, number))?.issue;
    if (!link) throw new GoneError(`request #${number} has no issue any more`);
    const item = await noteRefused(placeIn(project), action, writes, () =>
      github.writes.addToProject(repository, project.id, link.id),
    );
    if (item === undefined) return;
    for (const field of fields) {
      await noteRefused(fieldIn(project, field), action, writes, () =>
        setField(repository, project.id, item, field, github.writes),
      );
    }
  },
  describe: (action) =>
    `put the issue of ${threadName(action)} on board ${action.board.title} with ${fieldsInWords(action.fields)}`,
};

async function noteRefused<Answer>(
  what: string,
  { repository, number }: AddToProject,
  { requests }: RequestWrites,
  act: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof RefusedError) && !(error instanceof GoneError)) throw error;
    await requests.addNotSet(repository, number, what);
    return undefined;
  }
}
