import type { Hono } from "hono";
import { addIssueComment } from "../../world/issue-comments.ts";
import { openIssue } from "../../world/issues.ts";
import { issueList, issueView, newIssueForm } from "../views/issue-views.ts";
import { showPage } from "../views/layout.ts";
import { pathOf } from "../../world/urls.ts";
import {
  formFields,
  mustBeSomebody,
  mustFindNumbered,
  mustFindRepository,
  type PageEnv,
  type PageRequest,
} from "../visit.ts";

/** Issues: the list, a new one, one of them, and what is said in it. */
export function routeIssues(app: Hono<PageEnv>): void {
  app.get("/:owner/:name/issues", showList);
  app.get("/:owner/:name/issues/new", showNew);
  app.post("/:owner/:name/issues/new", open);
  app.get("/:owner/:name/issues/:number{[0-9]+}", showIssue);
  app.post("/:owner/:name/issues/:number{[0-9]+}/comments", comment);
}

async function showList(c: PageRequest): Promise<Response> {
  const repository = mustFindRepository(c);
  const state = c.req.query("state") === "closed" ? "closed" : "open";
  return showPage(c, { title: "Issues", repository, tab: "Issues", main: issueList(c.var.visit, repository, state) });
}

async function showNew(c: PageRequest): Promise<Response> {
  const repository = mustFindRepository(c);
  return showPage(c, { title: "New issue", repository, tab: "Issues", main: newIssueForm(c.var.visit) });
}

async function open(c: PageRequest): Promise<Response> {
  const { visit } = c.var;
  const repository = mustFindRepository(c);
  const fields = await formFields(c);
  const issue = openIssue(visit.world, mustBeSomebody(visit), repository, {
    title: fields.get("title") ?? "",
    body: fields.get("body") ?? "",
  });
  return c.redirect(pathOf(issue), 303);
}

async function showIssue(c: PageRequest): Promise<Response> {
  const repository = mustFindRepository(c);
  const issue = mustFindNumbered(c, repository.issues);
  const main = issueView(c.var.visit, issue);
  return showPage(c, { title: `${issue.title} #${issue.number}`, repository, tab: "Issues", main });
}

async function comment(c: PageRequest): Promise<Response> {
  const { visit } = c.var;
  const issue = mustFindNumbered(c, mustFindRepository(c).issues);
  const fields = await formFields(c);
  const made = addIssueComment(visit.world, mustBeSomebody(visit), issue, fields.get("body") ?? "");
  return c.redirect(`${pathOf(issue)}#issuecomment-${made.databaseId}`, 303);
}
