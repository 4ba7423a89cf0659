import type { RestAnswer } from "../../request-context.ts";
import { validationFailed } from "../../world/error-texts.ts";
import { checkRunsOf, rerequestCheckRun } from "../../world/check-runs.ts";
import type { CheckAnnotation, CheckRun } from "../../world/objects.ts";
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
import { toAnnotation, toCheckRun } from "../shapes/check-run.ts";

const CHECKS = "/repos/{owner}/{repo}/check-runs";

/** Check runs: an app's verdict on a commit. */
export const checkOperations: readonly RestOperation[] = [
  repositoryOperation(`POST ${CHECKS}`, "checks=write", "checks/runs#create-a-check-run", createRun),
  repositoryOperation(`GET ${CHECKS}/{check_run_id}`, "checks=read", "checks/runs#get-a-check-run", (request) =>
    ok(toCheckRun(request.world, findRun(request))),
  ),
  repositoryOperation(`PATCH ${CHECKS}/{check_run_id}`, "checks=write", "checks/runs#update-a-check-run", (request) => {
    const run = mustBeOwn(request, findRun(request));
    const wasCompleted = run.status === "COMPLETED";
    applyInput(request, run);
    const { world, repository, viewer } = request;
    if (!wasCompleted && run.status === "COMPLETED") {
      world.emit({ event: "check_run", action: "completed", repository, checkRun: run, actor: viewer.actor });
    }
    return ok(toCheckRun(request.world, run));
  }),
  repositoryOperation(
    `GET ${CHECKS}/{check_run_id}/annotations`,
    "checks=read",
    "checks/runs#list-check-run-annotations",
    (request) => {
      const run = findRun(request);
      return paged(request, run.output.annotations, (it) => toAnnotation(request.world, run, it));
    },
  ),
  repositoryOperation(
    `POST ${CHECKS}/{check_run_id}/rerequest`,
    "checks=write",
    "checks/runs#rerequest-a-check-run",
    (request) => {
      rerequestCheckRun(request.world, request.viewer.actor, findRun(request));
      return created({});
    },
  ),
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
  const name = input.text("name");
  mustFitOutput(input);
  const run = world.register<CheckRun>({
    ...world.stamp("CheckRun", repository),
    repository,
    app: viewer.app,
    name,
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
  const about = { event: "check_run", repository, checkRun: run, actor: viewer.actor } as const;
  world.emit({ ...about, action: "created" });
  if (run.status === "COMPLETED") world.emit({ ...about, action: "completed" });
  return created(toCheckRun(world, run));
}

/** "Check run can only be modified by the GitHub App that created it", and so say the others. */
function mustBeOwn({ viewer }: RepositoryRequest, run: CheckRun): CheckRun {
  if (viewer.kind === "installation" && viewer.app === run.app) return run;
  const id = viewer.kind === "installation" ? String(viewer.app.databaseId) : "";
  throw refusalByText(restErrorTexts.checkOfAnotherApp, { id });
}

/** Each request may carry as many annotations: https://docs.github.com/en/rest/checks/runs#create-a-check-run */
const maxAnnotations = 50;
const maxText = 65_535;

/** What does not fit is refused before anything is changed. */
function mustFitOutput(input: RequestBody): void {
  if (!input.has("output")) return;
  const output = input.object("output");
  for (const text of [output.text("summary"), output.optionalText("text") ?? ""]) {
    if (text.length <= maxText) continue;
    throw refusalByText(restErrorTexts.tooManyCharacters, { max: String(maxText), count: String(text.length) });
  }
  const annotations = output.has("annotations") ? output.objects("annotations") : [];
  if (annotations.length > maxAnnotations) {
    throw refusalByText(restErrorTexts.tooManyItems, {
      max: String(maxAnnotations),
      count: String(annotations.length),
    });
  }
  for (const it of annotations.map(toAnnotationOf)) {
    const hasColumns = it.startColumn !== null || it.endColumn !== null;
    // Columns come in pairs (probot/probot#790), and only within one line.
    const isPair = it.startColumn !== null && it.endColumn !== null && it.startLine === it.endLine;
    if (it.startLine < 1 || it.endLine < it.startLine || (hasColumns && !isPair)) {
      throw validationFailed({ resource: "CheckRun", field: "annotations", code: "invalid" });
    }
  }
}

function applyInput({ world, input }: RepositoryRequest, run: CheckRun): void {
  mustFitOutput(input);
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
      ...(output.has("annotations") ? output.objects("annotations") : []).map(toAnnotationOf),
    ],
  };
}

function toAnnotationOf(annotation: RequestBody): CheckAnnotation {
  const level = annotation.text("annotation_level");
  return {
    path: annotation.text("path"),
    startLine: annotation.optionalNumber("start_line") ?? 1,
    endLine: annotation.optionalNumber("end_line") ?? 1,
    startColumn: annotation.optionalNumber("start_column") ?? null,
    endColumn: annotation.optionalNumber("end_column") ?? null,
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
  if (sha === undefined) throw refusalByText(restErrorTexts.noCommitFound, { sha: parameters["ref"] ?? "" });
  const [name, app] = [query.get("check_name"), query.get("app_id")];
  const all = world.all("CheckRun").filter((run) => run.repository === repository && run.headSha === sha);
  const runs = (query.get("filter") === "all" ? all : checkRunsOf(world, repository, sha)).filter(
    (run) => (name === null || run.name === name) && (app === null || String(run.app?.databaseId) === app),
  );
  return paged(
    request,
    runs,
    (run) => toCheckRun(world, run),
    (shown) => ({ total_count: runs.length, check_runs: shown }),
  );
}
