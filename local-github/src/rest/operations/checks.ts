import type { RestAnswer } from "../../request-context.ts";
import { validationFailed } from "../../world/error-texts.ts";
import type { CheckAnnotation, CheckRun } from "../../world/objects.ts";
import type { World } from "../../world/world.ts";
import { created, ok, paged } from "../answers.ts";
import { refusalByText, restErrorTexts } from "../error-texts.ts";
import type { RequestBody } from "../request-body.ts";
import {
  mustFind,
  numberIn,
  repositoryOperation,
  type RestOperation,
  type RepositoryRequest,
} from "../rest-operation.ts";
import { toApp } from "../shapes/installation.ts";
import { apiUrl, htmlUrl } from "../shapes/repository.ts";

const CHECKS = "/repos/{owner}/{repo}/check-runs";

/** Check runs: an app's verdict on a commit. */
export const checkOperations: readonly RestOperation[] = [
  repositoryOperation(`POST ${CHECKS}`, "checks=write", "checks/runs#create-a-check-run", createRun),
  repositoryOperation(`GET ${CHECKS}/{check_run_id}`, "checks=read", "checks/runs#get-a-check-run", (request) =>
    ok(toCheckRun(request.world, findRun(request))),
  ),
  repositoryOperation(`PATCH ${CHECKS}/{check_run_id}`, "checks=write", "checks/runs#update-a-check-run", (request) => {
    const run = findRun(request);
    applyInput(request, run);
    return ok(toCheckRun(request.world, run));
  }),
  repositoryOperation(
    "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
    "checks=read",
    "checks/runs#list-check-runs-for-a-git-reference",
    listRuns,
  ),
];

async function createRun(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, viewer, repository, input } = request;
  if (viewer.kind !== "installation") throw refusalByText(restErrorTexts.appNeeded);
  const headSha = input.text("head_sha");
  if ((await request.git(repository).inspect(headSha))?.type !== "commit") {
    throw refusalByText(restErrorTexts.noCommitFound, { sha: headSha });
  }
  const run = world.register<CheckRun>({
    ...world.stamp("CheckRun", repository),
    repository,
    app: viewer.app,
    name: input.text("name"),
    headSha,
    status: "QUEUED",
    conclusion: null,
    detailsUrl: null,
    externalId: "",
    startedAt: world.timestamp(),
    completedAt: null,
    output: { title: null, summary: null, text: null, annotations: [] },
  });
  applyInput(request, run);
  world.emit({ event: "check_run", action: "created", repository, checkRun: run, actor: viewer.actor });
  return created(toCheckRun(world, run));
}

function applyInput({ world, input }: RepositoryRequest, run: CheckRun): void {
  const status = input.optionalText("status");
  const conclusion = input.optionalText("conclusion");
  run.name = input.optionalText("name") ?? run.name;
  run.detailsUrl = input.optionalText("details_url") ?? run.detailsUrl;
  run.externalId = input.optionalText("external_id") ?? run.externalId;
  run.startedAt = input.optionalText("started_at") ?? run.startedAt;
  if (status === "completed" && conclusion === undefined && run.conclusion === null) {
    throw validationFailed({ resource: "CheckRun", field: "conclusion", code: "missing_field" });
  }
  if (status === "in_progress") run.status = "IN_PROGRESS";
  // A conclusion completes: https://docs.github.com/rest/checks/runs#create-a-check-run
  if (conclusion !== undefined) {
    run.status = "COMPLETED";
    run.conclusion = conclusion;
    run.completedAt = input.optionalText("completed_at") ?? world.timestamp();
  }
  if (input.has("output")) applyOutput(input.object("output"), run);
  world.touch(run);
}

function applyOutput(output: RequestBody, run: CheckRun): void {
  run.output = {
    title: output.optionalText("title") ?? run.output.title,
    summary: output.text("summary"),
    text: output.optionalText("text") ?? run.output.text,
    // Each update adds annotations to those that are there.
    annotations: [
      ...run.output.annotations,
      ...(output.has("annotations") ? output.objects("annotations") : []).map(toAnnotation),
    ],
  };
}

function toAnnotation(annotation: RequestBody): CheckAnnotation {
  const level = annotation.text("annotation_level");
  return {
    path: annotation.text("path"),
    startLine: annotation.optionalNumber("start_line") ?? 1,
    endLine: annotation.optionalNumber("end_line") ?? 1,
    annotationLevel: level === "warning" || level === "failure" ? level : "notice",
    message: annotation.text("message"),
    title: annotation.optionalText("title") ?? null,
  };
}

function findRun(request: RepositoryRequest): CheckRun {
  const id = numberIn(request, "check_run_id");
  const run = request.world.all("CheckRun").find((each) => each.databaseId === id);
  return mustFind(run?.repository === request.repository ? run : undefined);
}

async function listRuns(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, repository, parameters, query } = request;
  const sha = await request.git(repository).resolveCommit(parameters["ref"] ?? "");
  const name = query.get("check_name");
  const runs = world
    .all("CheckRun")
    .filter((run) => run.repository === repository && run.headSha === sha && (name === null || run.name === name));
  return paged(
    request,
    runs,
    (run) => toCheckRun(world, run),
    (shown) => ({ total_count: runs.length, check_runs: shown }),
  );
}

function toCheckRun(world: World, run: CheckRun): Record<string, unknown> {
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
