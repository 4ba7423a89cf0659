import { InboxStore } from "../../src/queue/inbox-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { MemoryInbox } from "../helpers/memory-inbox.ts";
import { dataFolder } from "./data-folder.ts";
import { inboxContract, type InboxWorld } from "./inbox-contract.ts";
import { reopenedInbox } from "./reopened-inbox.ts";

const onSqlite = async (): Promise<InboxWorld> => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    as: (holder) => Promise.resolve(new InboxStore(database, holder)),
    close: async () => {
      await database.close();
      await remove();
    },
  };
};

const onSqliteReopened = async (): Promise<InboxWorld> => {
  const { folder, remove } = await dataFolder();
  return { as: (holder) => Promise.resolve(reopenedInbox(folder, holder)), close: remove };
};

const inMemory = async (): Promise<InboxWorld> => {
  const inbox = new MemoryInbox();
  return { as: (holder) => Promise.resolve(inbox.as(holder)), close: async () => undefined };
};

inboxContract("SQLite", onSqlite, 60);
inboxContract("SQLite, opened anew for each call", onSqliteReopened, 8);
inboxContract("memory", inMemory, 200);
