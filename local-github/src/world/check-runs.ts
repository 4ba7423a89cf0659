import { validationFailed } from "./error-texts.ts";
import type { Actor, CheckRun, Repository } from "./objects.ts";
import { mustHaveRole } from "./people.ts";
import type { World } from "./world.ts";

/** The newest check run of each name and app on a commit: what a pull request shows. */
export function checkRunsOf(world: World, repository: Repository, headSha: string): readonly CheckRun[] {
  const runs = world.all("CheckRun").filter((run) => run.repository === repository && run.headSha === headSha);
  return runs.filter((run, index) => !runs.slice(index + 1).some((it) => it.name === run.name && it.app === run.app));
}

/**
 * Ask the app for its verdict again: write and above. The run itself stays as it is; what becomes of it is the app's:
 * https://docs.github.com/en/rest/checks/runs#rerequest-a-check-run
 */
export function rerequestCheckRun(world: World, actor: Actor, run: CheckRun): void {
  mustHaveRole(run.repository, actor, "write", "RerequestCheckRun");
  if (run.status !== "COMPLETED") {
    throw validationFailed({ resource: "CheckRun", field: "status", code: "invalid" });
  }
  world.emit({ event: "check_run", action: "rerequested", repository: run.repository, checkRun: run, actor });
}
