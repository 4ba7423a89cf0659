import type { RepositoryRef } from "../../../core/discussion.ts";
import { isNameOf } from "../../../core/repository-name.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import type { ReadsWithLivingIssues } from "../reads.ts";

/** Whose issue lists a repository, where it is not its own; `because`: why it is its own though the config names another. */
export interface Holder {
  readonly holder?: RepositoryRef;
  readonly because?: string;
}

/**
 * The repository that the config names, by our own records. It has to be of the same owner and installation, and its own
 * config has to name it, too: else whoever may write to one repository could fill the issue of any other. Wherever that
 * does not hold, the repository keeps an issue of its own, and nothing that waits is out of sight.
 */
export async function findHolder(
  repository: RepositoryRef,
  wanted: string | undefined,
  { records, livingIssues }: Pick<ReadsWithLivingIssues, "records" | "livingIssues">,
): Promise<Holder> {
  if (wanted === undefined || isNameOf(wanted, repository)) return {};
  const holder = (await records.repositories()).find((it) => isNameOf(wanted, it));
  if (!holder || !isListedWith(repository, holder)) {
    return { because: `living-issue.in names ${wanted}, which is no repository of the same owner that I serve` };
  }
  const record = await livingIssues.findLivingIssue(holder);
  if (record?.in === undefined || !isNameOf(record.in, holder)) {
    return { because: `living-issue.in names ${wanted}, whose own config does not name it` };
  }
  if (record.state === "off") return { because: `living-issue.in names ${wanted}, where living-issue.mode is off` };
  return { holder };
}

/** Whether two repositories have the same owner and the same installation. */
export function isListedWith(one: RepositoryRef, other: RepositoryRef): boolean {
  return one.installation === other.installation && isSameName(one.owner, other.owner);
}
