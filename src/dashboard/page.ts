import type { HtmlEscapedString } from "hono/utils/html";
import type { RepositoryRef } from "../core/discussion.ts";

/** Who may see a page, beside that they may read the repository: everybody who may, those with triage rights, the operators. */
export type Audience = "reader" | "helper" | "operator";

/** Whoever looks: signed in with GitHub, or nobody in particular. */
export interface Viewer {
  readonly login: string;
  readonly isOperator: boolean;
}

/** What a page is made from. */
export interface PageContext<Reading> {
  readonly repository: RepositoryRef;
  readonly viewer: Viewer | undefined;
  /** Whether they have triage rights. */
  readonly isHelper: boolean;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly reads: Reading;
  readonly now: Date;
}

/** A page as it is sent, inside of the frame that all have. */
export interface RenderedPage {
  readonly title: string;
  readonly body: HtmlEscapedString | Promise<HtmlEscapedString>;
}

/**
 * A page about a repository. Pages are declared, so that nobody can forget to ask who may see one: the router asks before
 * it renders, and a test walks over all of them.
 */
export interface RepositoryPage<Reading = never> {
  /** Under `/:owner/:name`, in Hono's pattern: `/threads/:number`. */
  readonly path: string;
  readonly audience: Audience;
  /** Its entry in the navigation; missing for pages that are reached from others. */
  readonly nav?: string;
  /** What it shows, in one sentence; the docs are made from it. */
  readonly summary: string;
  /** How many ordinary pages it costs, for the limit on how many somebody may ask for; 1 where missing. */
  readonly cost?: number;
  /** Undefined where there is no such thing: 404. Rejects with a `UserError` for a query that makes no sense: 400 with its message. */
  render(context: PageContext<Reading>): Promise<RenderedPage | undefined>;
}
