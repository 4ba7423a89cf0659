import { copyFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { comesBackFromBackups } from "./restore-story.ts";

comesBackFromBackups(
  async () => ({}),
  async ({ dataFolder }) => {
    const file = join(dataFolder, "frontdesk.db");
    const copy = join(dataFolder, "..", "backup.db");
    // What `sqlite3 frontdesk.db ".backup …"` calls: https://www.sqlite.org/backup.html
    const connection = new DatabaseSync(file, { readOnly: true });
    await backup(connection, copy);
    connection.close();
    return async () => {
      for (const ending of ["", "-wal", "-shm"]) await rm(file + ending, { force: true });
      await copyFile(copy, file);
    };
  },
);
