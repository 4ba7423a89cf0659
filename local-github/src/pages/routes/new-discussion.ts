import type { Hono } from "hono";
import { openDiscussion } from "../../world/discussions.ts";
import { findLabel } from "../../world/labels.ts";
import type { Discussion, DiscussionCategory, Repository } from "../../world/objects.ts";
import { toBody, toCategoryForm, type CategoryForm, type FormAnswers } from "../category-form.ts";
import { showPage } from "../views/layout.ts";
import { chooseCategory, newDiscussionForm } from "../views/new-discussion-form.ts";
import { pathOf } from "../../world/urls.ts";
import {
  formFields,
  mustBeSomebody,
  mustFindRepository,
  type PageEnv,
  type PageRequest,
  type Visit,
} from "../visit.ts";

/** Opening a discussion: choose a category, then fill in its form or a plain text. */
export function routeNewDiscussion(app: Hono<PageEnv>): void {
  app.get("/:owner/:name/discussions/new", showNew);
  app.post("/:owner/:name/discussions/new", open);
}

async function showNew(c: PageRequest): Promise<Response> {
  const repository = mustFindRepository(c);
  const category = findCategory(repository, c.req.query("category"));
  const main =
    category === undefined
      ? chooseCategory(repository)
      : newDiscussionForm(c.var.visit, category, await findForm(c.var.visit, category));
  return showPage(c, { title: "New discussion", repository, tab: "Discussions", main });
}

async function open(c: PageRequest): Promise<Response> {
  const { visit } = c.var;
  const repository = mustFindRepository(c);
  const person = mustBeSomebody(visit);
  const category = findCategory(repository, c.req.query("category"));
  if (category === undefined) return c.redirect(`/${repository.owner.login}/${repository.name}/discussions/new`, 303);
  const form = await findForm(visit, category);
  const fields = await formFields(c);
  const body = form === undefined ? (fields.get("body") ?? "") : toBody(form, toAnswers(form, fields));
  const discussion = openDiscussion(visit.world, person, repository, {
    category,
    title: fields.get("title") ?? "",
    body,
  });
  labelByForm(visit, discussion, form);
  return c.redirect(pathOf(discussion), 303);
}

function findCategory(repository: Repository, slug: string | undefined): DiscussionCategory | undefined {
  return repository.discussionCategories.find((category) => category.slug === slug);
}

/** The category's form on the default branch, if there is one. */
async function findForm(visit: Visit, category: DiscussionCategory): Promise<CategoryForm | undefined> {
  const { repository, slug } = category;
  const git = visit.git(repository);
  for (const ending of ["yml", "yaml"]) {
    const entry = await git.resolve(`${repository.defaultBranchName}:.github/DISCUSSION_TEMPLATE/${slug}.${ending}`);
    if (entry !== undefined) return toCategoryForm((await git.readBlob(entry)).toString());
  }
  return undefined;
}

function toAnswers(form: CategoryForm, fields: ReadonlyMap<string, string>): FormAnswers {
  return new Map(form.body.map((_, index) => [index, (fields.get(`answer-${index}`) ?? "").split("\n")]));
}

/** A form's labels are put on for authors who could not do it themselves; labels that do not exist are not made. */
function labelByForm(visit: Visit, discussion: Discussion, form: CategoryForm | undefined): void {
  const { repository, author } = discussion;
  for (const name of form?.labels ?? []) {
    const label = findLabel(repository, name);
    if (label === undefined || author === null) continue;
    discussion.labels.push(label);
    visit.world.emit({ event: "discussion", action: "labeled", repository, discussion, label, actor: author });
  }
}
