import type { Hono } from "hono";
import { showPage } from "../views/layout.ts";
import { boardView, milestonesView } from "../views/project-views.ts";
import { mustFindRepository, notFound, type PageEnv } from "../visit.ts";

/** Milestones of a repository and the project boards of its organization. */
export function routeProjects(app: Hono<PageEnv>): void {
  app.get("/:owner/:name/milestones", (c) => {
    const repository = mustFindRepository(c);
    const main = milestonesView(repository, c.var.visit.world.now());
    return showPage(c, { title: "Milestones", repository, tab: "Milestones", main });
  });
  app.get("/orgs/:login/projects/:number{[0-9]+}", (c) => {
    const { world } = c.var.visit;
    const organization = world.findOrganization(c.req.param("login"));
    const project = organization?.projectsV2.find(({ number }) => String(number) === c.req.param("number"));
    if (organization === undefined || project === undefined) throw notFound("project");
    const repository = world.all("Repository").find(({ owner }) => owner === organization);
    const main = boardView(project);
    return showPage(c, {
      title: project.title,
      tab: "Board",
      main,
      ...(repository === undefined ? {} : { repository }),
    });
  });
}
