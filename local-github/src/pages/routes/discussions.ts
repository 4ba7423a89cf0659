import type { Hono } from "hono";
import { addDiscussionComment } from "../../world/discussion-comments.ts";
import type { DiscussionCategory } from "../../world/objects.ts";
import { filterDiscussions, toDiscussionFilter } from "../discussion-filter.ts";
import { discussionList } from "../views/discussion-list.ts";
import { discussionView } from "../views/discussion-view.ts";
import { showPage } from "../views/layout.ts";
import { pathOf } from "../../world/urls.ts";
import {
  formFields,
  mustBeSomebody,
  mustFindNumbered,
  mustFindRepository,
  notFound,
  type PageEnv,
  type PageRequest,
} from "../visit.ts";

/** Lists of discussions, a discussion, and what is said in it. */
export function routeDiscussions(app: Hono<PageEnv>): void {
  app.get("/:owner/:name/discussions", (c) => showList(c, undefined));
  app.get("/:owner/:name/discussions/categories/:slug", (c) => {
    const categories = mustFindRepository(c).discussionCategories;
    const category = categories.find(({ slug }) => slug === c.req.param("slug"));
    if (category === undefined) throw notFound("category");
    return showList(c, category);
  });
  app.get("/:owner/:name/discussions/:number{[0-9]+}", showDiscussion);
  app.post("/:owner/:name/discussions/:number{[0-9]+}/comments", comment);
}

async function showList(c: PageRequest, category: DiscussionCategory | undefined): Promise<Response> {
  const repository = mustFindRepository(c);
  const filter = toDiscussionFilter(new URL(c.req.url).searchParams, category);
  const found = filterDiscussions(repository, filter);
  const main = discussionList(c.var.visit, repository, filter, found);
  return showPage(c, { title: category?.name ?? "Discussions", repository, tab: "Discussions", main });
}

async function showDiscussion(c: PageRequest): Promise<Response> {
  const repository = mustFindRepository(c);
  const discussion = mustFindNumbered(c, repository.discussions);
  const main = discussionView(c.var.visit, discussion);
  return showPage(c, { title: `${discussion.title} #${discussion.number}`, repository, tab: "Discussions", main });
}

async function comment(c: PageRequest): Promise<Response> {
  const { visit } = c.var;
  const discussion = mustFindNumbered(c, mustFindRepository(c).discussions);
  const fields = await formFields(c);
  const parent = fields.get("replyTo");
  const made = addDiscussionComment(visit.world, mustBeSomebody(visit), discussion, {
    body: fields.get("body") ?? "",
    ...(parent === undefined ? {} : { replyTo: visit.world.node(parent, "DiscussionComment") }),
  });
  return c.redirect(`${pathOf(discussion)}#discussioncomment-${made.databaseId}`, 303);
}
