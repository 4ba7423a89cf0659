import { actionSet, type ActionSet, type Writes } from "../../actions/action-set.ts";
import type { SharedAction } from "../../actions/shared-actions.ts";
import type { Plan } from "../../core/plan.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { DocsSite } from "../../core/docs-site.ts";
import type { PageRef } from "../../core/knowledge.ts";
import { fullName } from "../../core/repository-name.ts";

/** What the docs are from now on: these pages, no others. */
interface PublishDocs {
  readonly do: "publish-docs";
  readonly repository: RepositoryRef;
  readonly commit: string;
  readonly site: DocsSite | undefined;
  readonly pages: readonly PageRef[];
}

/** The changes that only the wiki plans. */
type OwnAction = PublishDocs;

export type WikiAction = SharedAction | OwnAction;
export type WikiPlan = Plan<WikiAction>;

export const wikiActions: ActionSet<OwnAction, Writes> = actionSet({
  "publish-docs": {
    perform: ({ repository, commit, site, pages }, { knowledge }) =>
      knowledge.publishDocs(repository, commit, site, pages),
    describe: ({ repository, commit, pages }) =>
      `publish ${pages.length} docs pages of ${fullName(repository)} at ${commit.slice(0, 7)}`,
  },
});
