import { createRoute, OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import { z } from "zod";
import type { ApiEndpoint } from "./endpoint.ts";
import { problemSchema, problemType } from "./problem.ts";

/** Under which all of it stands. */
export const apiPath = "/api/v1";

const owner = z.string().meta({ description: "Who owns the repository.", example: "acme" });
const name = z.string().meta({ description: "Its name.", example: "widgets" });

const refusal = (description: string) => ({
  description,
  content: { [problemType]: { schema: problemSchema } },
});

const refusals = {
  400: refusal("The query makes no sense."),
  404: refusal("There is no such thing, or it is not for whoever asks: nobody can tell one from the other."),
  414: refusal("The address is too long."),
  429: refusal("More requests than are answered in so short a time; `Retry-After` says when to ask again."),
  500: refusal("A bug, of which the operator finds more in the log."),
};

/** The route of an endpoint, as it is described and as it is served. */
export function routeOf({ path, operation, summary, params, query, answer, audience }: ApiEndpoint) {
  return createRoute({
    method: "get",
    path: `/repositories/{owner}/{name}${path}`,
    operationId: operation,
    summary,
    ...(audience === "helper" && { description: "For those with triage rights in the repository." }),
    // A name that is mistyped would be passed over, and the answer be to another question.
    request: { params: z.object({ owner, name, ...params }), query: z.strictObject({ ...query }) },
    responses: { 200: { description: summary, content: { "application/json": { schema: answer } } }, ...refusals },
  });
}

/** Which repositories one may ask about. */
export const repositoriesRoute = createRoute({
  method: "get",
  path: "/repositories",
  operationId: "listRepositories",
  summary: "The repositories that whoever asks may ask about.",
  request: {},
  responses: {
    200: {
      description: "The repositories, by their names.",
      content: {
        "application/json": {
          schema: z.strictObject({ repositories: z.array(z.strictObject({ owner: z.string(), name: z.string() })) }),
        },
      },
    },
    429: refusals[429],
    500: refusals[500],
  },
});

/** The description of the API: OpenAPI 3.1, https://spec.openapis.org/oas/v3.1.1 */
export function describeApi(endpoints: readonly ApiEndpoint[]): ReturnType<OpenAPIHono["getOpenAPI31Document"]> {
  const app = new OpenAPIHono();
  const routes: readonly RouteConfig[] = [repositoriesRoute, ...endpoints.map(routeOf)];
  for (const { path, ...route } of routes) app.openAPIRegistry.registerPath({ ...route, path: apiPath + path });
  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "__Host-frontdesk",
    description: "Whoever is signed in on the pages. Public repositories whose config says so need none.",
  });
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Frontdesk",
      version: "1",
      description:
        "What the dashboard shows, for programs. Times are ISO 8601 in UTC, durations are seconds. Fields may be added; what is there stays as it is.",
      license: { name: "MIT" },
    },
    servers: [{ url: "/" }],
    security: [{ session: [] }, {}],
  });
}
