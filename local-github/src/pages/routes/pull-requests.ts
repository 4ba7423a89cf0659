import type { Hono } from "hono";
import { addIssueComment } from "../../world/issue-comments.ts";
import type { PullRequest } from "../../world/objects.ts";
import { showPage } from "../views/layout.ts";
import { pullRequestList, pullRequestView } from "../views/pull-request-views.ts";
import { pathOf } from "../../world/urls.ts";
import {
  formFields,
  mustBeSomebody,
  mustFindNumbered,
  mustFindRepository,
  type PageEnv,
  type PageRequest,
  type Visit,
} from "../visit.ts";
import type { Comparison } from "../../git/git-objects.ts";

/** Pull requests: the list, one of them with its diff, and what is said in it. */
export function routePullRequests(app: Hono<PageEnv>): void {
  app.get("/:owner/:name/pulls", showList);
  app.get("/:owner/:name/pull/:number{[0-9]+}", showPullRequest);
  app.get("/:owner/:name/pull/:number{[0-9]+}/files", showPullRequest);
  app.post("/:owner/:name/pull/:number{[0-9]+}/comments", comment);
}

async function showList(c: PageRequest): Promise<Response> {
  const repository = mustFindRepository(c);
  const state = c.req.query("state") === "closed" ? "closed" : "open";
  const main = pullRequestList(c.var.visit, repository, state);
  return showPage(c, { title: "Pull requests", repository, tab: "Pull requests", main });
}

async function showPullRequest(c: PageRequest): Promise<Response> {
  const { visit } = c.var;
  const repository = mustFindRepository(c);
  const pull = mustFindNumbered(c, repository.pullRequests);
  const main = pullRequestView(visit, pull, await compare(visit, pull));
  return showPage(c, { title: `${pull.title} #${pull.number}`, repository, tab: "Pull requests", main });
}

/** What the pull request changes; undefined when its commits are gone. */
async function compare(visit: Visit, pull: PullRequest): Promise<Comparison | undefined> {
  const git = visit.git(pull.repository);
  const ends = [pull.baseRefOid, pull.headRefOid].map((oid) => git.resolve(`${oid}^{commit}`));
  const [base, head] = await Promise.all(ends);
  return base === undefined || head === undefined ? undefined : git.compare(base, head);
}

async function comment(c: PageRequest): Promise<Response> {
  const { visit } = c.var;
  const pull = mustFindNumbered(c, mustFindRepository(c).pullRequests);
  const fields = await formFields(c);
  const made = addIssueComment(visit.world, mustBeSomebody(visit), pull, fields.get("body") ?? "");
  return c.redirect(`${pathOf(pull)}#issuecomment-${made.databaseId}`, 303);
}
