import type { RepositoryRef } from "../core/discussion.ts";
import type { Html } from "./html.ts";

/** Who may see a page, beside that they may read the repository: everybody who may, those with triage rights, the operators. */
export type Audience = "reader" | "helper" | "operator";

/** Somebody who is signed in with GitHub. */
export interface Viewer {
  /** GitHub's numeric id of the account: a login may be another's tomorrow. */
  readonly id: number;
  readonly login: string;
  readonly isOperator: boolean;
}

/** What a page is made from. */
export interface PageContext<Reading> {
  readonly repository: RepositoryRef;
  /** Undefined: nobody in particular. */
  readonly viewer: Viewer | undefined;
  /** Whether they have triage rights. */
  readonly isHelper: boolean;
  /** What stands in the address where the page's path has names. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly reads: Reading;
  readonly now: Date;
}

/** A page as it is sent, inside of the frame that all have. */
export interface RenderedPage {
  readonly title: string;
  readonly body: Html;
}

/**
 * A page about a repository. Pages are declared, so that nobody can forget to ask who may see one: the router asks before
 * it renders, and a test walks over all of them.
 */
export interface RepositoryPage<Reading = never> {
  /** Under `/:owner/:name`, in Hono's pattern: `/threads/:number`. Empty: the repository's first page. */
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

/** What a page that is of no repository is made from. */
export interface SiteContext<Reading> {
  readonly viewer: Viewer | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly reads: Reading;
  readonly now: Date;
  /** For each form that sends a POST: what it has to send as `token`. Undefined for whoever is not signed in. */
  readonly formToken: string | undefined;
  /** Whether people can sign in here at all. */
  readonly hasSignIn: boolean;
  /** The repositories that the viewer may see, by their names. */
  readonly visibleRepositories: () => Promise<readonly RepositoryRef[]>;
}

/** A page of no repository: everybody sees it, or the operators alone. */
export interface SitePage<Reading = never> {
  /** From the root, in Hono's pattern. No name of an account begins with a hyphen, so `/-/…` is nobody's. */
  readonly path: string;
  readonly audience: "everybody" | "operator";
  readonly summary: string;
  render(context: SiteContext<Reading>): Promise<RenderedPage | undefined>;
}

/** What an operator can do by a form. Asked for by POST, from a page of ours, with the form's token. */
export interface SiteAction<Reading = never> {
  readonly path: string;
  readonly audience: "operator";
  readonly summary: string;
  /** Does it, and says to which path of ours to go on. Undefined where there is nothing to do it to: 404. */
  act(context: Pick<SiteContext<Reading>, "params" | "reads" | "now">): Promise<string | undefined>;
}
