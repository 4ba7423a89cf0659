import type { Threads } from "../../src/compose.ts";
import type { Settings } from "../../src/config/settings.ts";
import type { Log } from "../../src/core/log.ts";
import { splitPage } from "../../src/section-thread/split-page.ts";
import { directEditor } from "../../src/faq-file/faq-editor.ts";
import { composeFinder } from "../../src/search-thread/compose-finder.ts";
import type { Database } from "../../src/storage/open-database.ts";

/**
 * Splits and finds on the thread of the test: a thread of its own costs an app half a second of processor to start, and
 * what a test asks takes milliseconds. `test/section-thread` and `test/search-thread` hold the threads to what they promise, and the
 * tests of whole processes start them.
 */
export function noThreads(database: Database, { webUrl }: Settings, log: Log): Threads {
  const finder = composeFinder(database, { webUrl }, log);
  return {
    splitter: { split: async (path, bytes) => splitPage(path, bytes), close: async () => undefined },
    editor: { ...directEditor(), close: async () => undefined },
    finder: {
      find: (repository, question, limit) => finder.find(repository, question, limit),
      close: () => finder.settled(),
    },
  };
}
