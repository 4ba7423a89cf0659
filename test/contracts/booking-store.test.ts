import { BookingStore } from "../../src/features/office-hours/store/booking-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { dataFolder } from "./data-folder.ts";
import { bookingStoreContract } from "./booking-store-contract.ts";

bookingStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    store: new BookingStore(database),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
