import { BookingStore } from "../../src/features/office-hours/store/booking-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { bookingStoreContract } from "./booking-store-contract.ts";

bookingStoreContract(engineName, async () => {
  const database = await openTestDatabase();
  return {
    store: new BookingStore(database),
    close: () => database.close(),
  };
});
