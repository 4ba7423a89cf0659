import { NotSetError } from "../../core/not-set-error.ts";
import { milestoneNumber, partInWords } from "./make-issue.ts";
import type { RequestActionOf, RequestDeps } from "./request-deps.ts";

/** Change an issue as asked. Rejects with `NotSetError` where GitHub left something out and no request notes it. */
export async function changeIssue(action: RequestActionOf<"change-issue">, deps: RequestDeps): Promise<void> {
  const { repository, number, change, milestone } = action;
  const { writes } = deps.github;
  const wanted = milestone && (await milestoneNumber(repository, milestone, writes));
  const { notSet } = await writes.editIssue(repository, number, {
    ...change,
    ...(wanted !== undefined && { milestone: wanted }),
  });
  await tell(
    notSet.map((it) => partInWords(it, milestone?.title)),
    action,
    deps,
  );
}

/** Put labels on and take others off. Rejects as `changeIssue` does. */
export async function changeLabels(action: RequestActionOf<"label">, deps: RequestDeps): Promise<void> {
  const { repository, subject, add, remove } = action;
  const { writes } = deps.github;
  if (remove.length > 0) await writes.removeLabels(repository, subject, remove);
  if (add.length === 0) return;
  const { notSet } = await writes.addLabels(repository, subject, add);
  await tell(
    notSet.map((it) => `label ${it}`),
    action,
    deps,
  );
}

async function tell(
  notSet: readonly string[],
  { repository, request }: RequestActionOf<"change-issue" | "label">,
  { requests }: RequestDeps,
): Promise<void> {
  if (notSet.length === 0) return;
  if (request === undefined) throw new NotSetError(notSet);
  for (const what of notSet) await requests.addNotSet(repository, request, what);
}
