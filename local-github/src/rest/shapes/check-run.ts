import type { CheckAnnotation, CheckRun } from "../../world/objects.ts";
import type { World } from "../../world/world.ts";
import { toApp } from "./installation.ts";
import { apiUrl, htmlUrl } from "./repository.ts";

/** A check run, as REST shows it. Suites are emulated as far as a run names its own. */
export function toCheckRun(world: World, run: CheckRun): Record<string, unknown> {
  const url = `${apiUrl(world, run.repository)}/check-runs/${run.databaseId}`;
  const page = `${htmlUrl(world, run.repository)}/runs/${run.databaseId}`;
  const { annotations, ...output } = run.output;
  return {
    id: run.databaseId,
    head_sha: run.headSha,
    node_id: run.id,
    external_id: run.externalId,
    url,
    html_url: page,
    details_url: run.detailsUrl ?? page,
    status: run.status.toLowerCase(),
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: { ...output, annotations_count: annotations.length, annotations_url: `${url}/annotations` },
    name: run.name,
    check_suite: { id: run.databaseId },
    app: run.app === null ? null : toApp(world, run.app),
    pull_requests: [],
  };
}

/** An annotation of a check run, as REST shows it. */
export function toAnnotation(world: World, run: CheckRun, annotation: CheckAnnotation): Record<string, unknown> {
  return {
    path: annotation.path,
    blob_href: `${htmlUrl(world, run.repository)}/blob/${run.headSha}/${annotation.path}`,
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    start_column: annotation.startColumn,
    end_column: annotation.endColumn,
    annotation_level: annotation.annotationLevel,
    title: annotation.title,
    message: annotation.message,
    raw_details: null,
  };
}
