import { openPostgresDatabase } from "../helpers/test-postgres.ts";
import { forgetsOldRecords } from "./forget-old-contract.ts";

forgetsOldRecords(openPostgresDatabase);
