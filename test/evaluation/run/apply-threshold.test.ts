import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toReport } from "../../../src/evaluation/report/report.ts";
import { applyThreshold, type OpenRecords } from "../../../src/evaluation/run/apply-threshold.ts";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { RecordStore } from "../../../src/storage/record-store.ts";
import { day, found, history, replayed, threadTruth } from "../past.ts";
import { dataFolder, type DataFolder } from "../../contracts/data-folder.ts";
import { repository } from "../../helpers/builders.ts";

let data: DataFolder;
beforeEach(async () => {
  data = await dataFolder();
});
afterEach(() => data.remove());

/** The records of a folder, as the command opens them. */
const open = async (folder: string) => {
  const database = await openDatabase({ dataFolder: folder });
  return { records: new RecordStore(database), close: () => database.close() };
};
const nothingThere: OpenRecords = async () => undefined;

/** A back-test of so many questions, of which nine in ten got the right link. */
function reportOf(count: number) {
  const questions = Array.from({ length: count }, (_, i) =>
    replayed(i + 10, [found(i % 10 === 0 ? "thread:2" : "thread:1", 0.8)], [threadTruth(1)]),
  );
  const options = { threshold: 0.6, shipped: 0.6, limit: 3, madeAt: day(30) };
  return toReport(history(questions.map(({ thread }) => thread)), questions, options);
}

/** What is stored for the repository by now. */
async function storedIn(folder: string) {
  const { records, close } = await open(folder);
  const fitted = await records.findThreshold(repository);
  await close();
  return fitted;
}

async function serve(folder: string): Promise<void> {
  const { records, close } = await open(folder);
  await records.rememberRepository(repository);
  await close();
}

describe("the recommended threshold", () => {
  it("is stored for its repository, with what it rests on", async () => {
    await serve(data.folder);
    const said = await applyThreshold(reportOf(60), data.folder, open, day(31));
    expect(said).toContain("acme/widgets now speaks from 0.30 on");
    expect(await storedIn(data.folder)).toEqual({
      threshold: 0.3,
      cases: 60,
      from: "a back-test of 2026-01 to 2026-03",
      at: day(31),
    });
  });

  it("is not stored where it rests on a few cases", async () => {
    await serve(data.folder);
    expect(await applyThreshold(reportOf(10), data.folder, open, day(31))).toContain("Nothing was stored");
    expect(await storedIn(data.folder)).toBeUndefined();
  });

  it("is not stored where its repository is not served", async () => {
    await expect(applyThreshold(reportOf(60), data.folder, open, day(31))).rejects.toThrow(
      "acme/widgets is not served here",
    );
  });

  it("is not stored where there is no database", async () => {
    await expect(applyThreshold(reportOf(60), data.folder, nothingThere, day(31))).rejects.toThrow(
      "There is no Frontdesk database in",
    );
  });
});
