import { GoneError, RefusedError } from "../../core/errors.ts";
import type { BoardField } from "../../core/request-actions.ts";
import type { RequestActionOf, RequestDeps } from "./request-deps.ts";

type SetOnBoard = RequestActionOf<"set-on-board">;

/** Put an issue on a board and set fields there. What is refused of a request's new issue is noted, so that the rest still comes. */
export async function setOnBoard(action: SetOnBoard, deps: RequestDeps): Promise<void> {
  const { repository, board, fields } = action;
  if (action.issue !== undefined) {
    const item = await deps.github.writes.addToProject(repository, board.id, action.issue);
    for (const field of fields) await setField(action, item, field, deps);
    return;
  }
  const link = (await deps.requests.findRequest(repository, action.number))?.issue;
  if (!link) throw new GoneError(`request #${action.number} has no issue any more`);
  const place = board.isShown ? `project ${board.title}` : "a project that not everybody here may see";
  const item = await noting(`a place in ${place}`, action, deps, () =>
    deps.github.writes.addToProject(repository, board.id, link.id),
  );
  if (item === undefined) return;
  for (const field of fields) {
    const what = `${board.isShown ? `${field.name} ${field.shown}` : "a field"} in ${place}`;
    await noting(what, action, deps, () => setField(action, item, field, deps));
  }
}

async function setField(
  { repository, board }: SetOnBoard,
  item: string,
  { id, value }: BoardField,
  { github: { writes } }: RequestDeps,
): Promise<void> {
  if (value === null) await writes.clearProjectField(repository, board.id, item, id);
  else await writes.setProjectField(repository, board.id, item, id, value);
}

async function noting<Answer>(
  what: string,
  { repository, number }: SetOnBoard,
  { requests }: RequestDeps,
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
