import type { RepositoryRef } from "../../../core/discussion.ts";
import type { WatchAction } from "../actions/watch-actions.ts";
import type { WatchSettings } from "../gather/gather-settings.ts";

/** What is to be done about the settings themselves: files are kept, and where they are new, all threads reckoned anew. */
export function settingsActions(
  repository: RepositoryRef,
  { read, digest, before }: WatchSettings,
  now: Date,
): readonly WatchAction[] {
  const isNew = digest !== before;
  return [
    ...(read ? [{ do: "keep-calendar-files", repository, files: Object.fromEntries(read) } as const] : []),
    ...(isNew ? [{ do: "keep-watch", repository, digest, at: now.toISOString() } as const] : []),
    ...(isNew && before !== undefined
      ? [{ do: "follow-up", key: "reckon-clocks", event: { kind: "reckon-clocks", repository, after: 0 } } as const]
      : []),
  ];
}
