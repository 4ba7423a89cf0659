import type { GitHubReads, GitHubWrites } from "../../core/ports.ts";
import type { RequestAction } from "../../core/request-actions.ts";
import type { RequestStore } from "../../core/request-store.ts";

/** What carrying out the actions of feature requests takes. */
export interface RequestDeps {
  readonly github: { readonly reads: GitHubReads; readonly writes: GitHubWrites };
  readonly requests: RequestStore;
}

/** One kind of action. */
export type RequestActionOf<Name extends RequestAction["do"]> = Extract<RequestAction, { readonly do: Name }>;
