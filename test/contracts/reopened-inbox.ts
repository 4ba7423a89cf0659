import type { Inbox } from "../../src/core/inbox.ts";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";

/**
 * An inbox whose database is opened for each call and closed after it: what it knows is what is on disk. Calls at the
 * same moment come one after the other, as those of one process do.
 */
export function reopenedInbox(folder: string, holder: string): Inbox {
  let last: Promise<unknown> = Promise.resolve();
  const once = async <T>(act: (inbox: Inbox) => Promise<T>): Promise<T> => {
    const mine = last.then(() => atOnce(act));
    last = mine.catch(() => undefined);
    return mine;
  };
  const atOnce = async <T>(act: (inbox: Inbox) => Promise<T>): Promise<T> => {
    const database = await openDatabase({ dataFolder: folder });
    try {
      return await act(new InboxStore(database, holder));
    } finally {
      await database.close();
    }
  };
  return {
    accept: (...args) => once((inbox) => inbox.accept(...args)),
    claim: (...args) => once((inbox) => inbox.claim(...args)),
    renew: (...args) => once((inbox) => inbox.renew(...args)),
    keepPlan: (...args) => once((inbox) => inbox.keepPlan(...args)),
    dropPlan: (...args) => once((inbox) => inbox.dropPlan(...args)),
    markDone: (...args) => once((inbox) => inbox.markDone(...args)),
    finish: (...args) => once((inbox) => inbox.finish(...args)),
    fail: (...args) => once((inbox) => inbox.fail(...args)),
    forget: (...args) => once((inbox) => inbox.forget(...args)),
    recordShutdown: () => once((inbox) => inbox.recordShutdown()),
    giveBack: (...args) => once((inbox) => inbox.giveBack(...args)),
    list: (...args) => once((inbox) => inbox.list(...args)),
    show: (...args) => once((inbox) => inbox.show(...args)),
    retry: (...args) => once((inbox) => inbox.retry(...args)),
    counts: () => once((inbox) => inbox.counts()),
    nextRunAt: () => once((inbox) => inbox.nextRunAt()),
    prune: (...args) => once((inbox) => inbox.prune(...args)),
  };
}
