import { isApi, problem } from "./api/problem.ts";
import type { DashboardDeps, DashboardRequest } from "./dashboard-env.ts";
import { layout, type FramedPage } from "./frame/layout.ts";
import { notFound, type Message } from "./frame/messages.ts";

type Shown = Pick<FramedPage, "title" | "body" | "repository">;

/** Answers with a page, in its frame. */
export async function showPage(
  c: DashboardRequest,
  deps: Pick<DashboardDeps<unknown>, "signIn">,
  page: Shown,
  status: 200 | Message["status"] = 200,
): Promise<Response> {
  const { session } = c.var;
  const url = new URL(c.req.url);
  const viewer =
    session && deps.signIn ? { ...session.viewer, formToken: deps.signIn.sessions.formToken(session) } : undefined;
  // What is in it is for whoever asked; browsers ask each time whether it is still so.
  c.header("Cache-Control", viewer ? "private, no-cache" : "no-cache");
  const hasSignIn = deps.signIn !== undefined;
  return c.html(layout({ ...page, viewer, hasSignIn, path: url.pathname + url.search }), status);
}

/** Answers with what there is to say instead of a page. */
export async function showMessage(
  c: DashboardRequest,
  deps: Pick<DashboardDeps<unknown>, "signIn">,
  { status, ...message }: Message,
): Promise<Response> {
  if (isApi(c.req)) return problem(c, status, message.title);
  return showPage(c, deps, message, status);
}

/** Answers that there is nothing here for whoever asks. */
export async function showNotFound(
  c: DashboardRequest,
  deps: Pick<DashboardDeps<unknown>, "signIn">,
): Promise<Response> {
  return showMessage(c, deps, notFound(c.var.session !== undefined, deps.signIn !== undefined));
}
