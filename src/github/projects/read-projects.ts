import type { RepositoryRef } from "../../core/discussion.ts";
import { GoneError, RefusedError } from "../../core/errors.ts";
import type { Project, ProjectField, Projects } from "../../core/project.ts";
import { Projects as ReadProjects, type ProjectFieldsFragment } from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import { present } from "../discussions/to-discussion.ts";
import { readPages } from "../read-pages.ts";

type Field = NonNullable<NonNullable<ProjectFieldsFragment["fields"]["nodes"]>[number]>;

/**
 * The open projects of the organization that owns the repository. 1 point for each twenty. Without the permission those
 * that are public at most, or none: whether GitHub leaves out the others or refuses to tell is not documented, so that
 * both mean the same here.
 */
export async function projects(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
): Promise<Projects> {
  const operation = { doing: `read the projects of ${owner}`, needs: "organization_projects: read" };
  let isOrganization = true;
  let isPrivate = false;
  const found = await readPages(async (page) => {
    const { repository } = await clients.graphql(installation, ReadProjects, { owner, name, ...page }, operation);
    if (!repository) throw new GoneError(`Could not ${operation.doing}: the repository is gone`);
    isPrivate = repository.visibility === "PRIVATE";
    isOrganization = repository.owner.__typename === "Organization";
    return "projectsV2" in repository.owner ? repository.owner.projectsV2 : undefined;
  }).catch(noneUnlessPermitted);
  if (!isOrganization) return { owner: "user" };
  const open = found.filter(({ closed }) => !closed);
  return { owner: "organization", projects: open.map((it) => toProject(it, isPrivate)) };
}

function noneUnlessPermitted(error: unknown): [] {
  if (error instanceof RefusedError && error.reason === "permission") return [];
  throw error;
}

function toProject(from: ProjectFieldsFragment, isPrivate: boolean): Project {
  const { id, number, title, url } = from;
  const fields = present(from.fields.nodes).flatMap((it) => toField(it) ?? []);
  return { id, number, title, url, isShown: from.public || isPrivate, fields };
}

const types = { TEXT: "text", NUMBER: "number", DATE: "date" } as const;

/** What follows from the issue, such as its title, cannot be set here and is left out. */
function toField(field: Field): ProjectField | undefined {
  const { id, name } = field;
  switch (field.__typename) {
    case "ProjectV2SingleSelectField":
      return { id, name, type: "single-select", options: field.options };
    case "ProjectV2IterationField":
      return {
        id,
        name,
        type: "iteration",
        iterations: field.configuration.iterations.map((it) => ({
          id: it.id,
          title: it.title,
          start: it.startDate,
          days: it.duration,
        })),
      };
    default: {
      const type = (types as Readonly<Partial<Record<string, "text" | "number" | "date">>>)[field.dataType];
      return type && { id, name, type };
    }
  }
}
