import type { ActionKind } from "../../../actions/action-set.ts";
import { fieldsInWords, setField } from "../../../actions/set-project-fields.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { GoneError, RefusedError } from "../../../core/errors.ts";
import type { FieldSetting } from "../../../core/project.ts";
import { threadName } from "../../../text/repository-name.ts";
import type { RequestWrites } from "./keep-records.ts";

/** Put the issue of a request into a project and set fields there. What is refused is noted, so that the rest still comes. */
export interface SetOnBoard {
  readonly do: "set-on-board";
  readonly repository: RepositoryRef;
  /** Of the request whose issue it is. */
  readonly number: number;
  /** `isShown`: whether its names may be told in the thread; missing in plans of earlier releases. */
  readonly board: { readonly id: string; readonly title: string; readonly isShown?: boolean };
  readonly fields: readonly FieldSetting[];
}

export const setOnBoard: ActionKind<SetOnBoard, RequestWrites> = {
  async perform(action, writes) {
    const { repository, number, board, fields } = action;
    const { github, requests } = writes;
    const link = (await requests.findRequest(repository, number))?.issue;
    if (!link) throw new GoneError(`request #${number} has no issue any more`);
    const place = board.isShown ? `project ${board.title}` : "a project that not everybody here may see";
    const item = await noting(`a place in ${place}`, action, writes, () =>
      github.writes.addToProject(repository, board.id, link.id),
    );
    if (item === undefined) return;
    for (const field of fields) {
      const what = `${board.isShown ? `${field.name} ${field.shown}` : "a field"} in ${place}`;
      await noting(what, action, writes, () => setField(repository, board.id, item, field, github.writes));
    }
  },
  describe: (action) =>
    `put the issue of ${threadName(action)} on board ${action.board.title} with ${fieldsInWords(action.fields)}`,
};

async function noting<Answer>(
  what: string,
  { repository, number }: SetOnBoard,
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
