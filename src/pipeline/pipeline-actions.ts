import { actionSet, type ActionSet, type Writes } from "../actions/action-set.ts";
import type { SharedAction } from "../actions/shared-actions.ts";
import type { RepositoryRef } from "../core/discussion.ts";
import type { Plan } from "../core/plan.ts";
import type { CommandUse } from "../core/record-reads.ts";
import { fullName } from "../core/repository-name.ts";

/** A person without a role used a command: they may not use many. `told`: and was told in words that it is refused. */
interface RecordCommand {
  readonly do: "record-command";
  readonly repository: RepositoryRef;
  readonly use: CommandUse;
}

/** Remember the config that is in force. */
interface KeepConfig {
  readonly do: "keep-config";
  readonly repository: RepositoryRef;
  readonly source: string;
  readonly text: string;
}

/** The changes that the pipeline itself plans. */
type OwnAction = RecordCommand | KeepConfig;

export type PipelineAction = SharedAction | OwnAction;
export type PipelinePlan = Plan<PipelineAction>;

export const pipelineActions: ActionSet<OwnAction, Writes> = actionSet({
  "record-command": {
    perform: ({ repository, use }, { records, clock }) => records.recordCommand(repository, use, clock()),
    describe: ({ repository, use }) => `record a command in ${fullName(repository)}#${use.number}`,
  },
  "keep-config": {
    perform: ({ repository, source, text }, { records }) => records.keepConfig(repository, source, text),
    describe: ({ repository, source }) => `keep the config of ${fullName(repository)} from ${source}`,
  },
});
