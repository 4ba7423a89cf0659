import { openPostgresDatabase } from "../../helpers/test-postgres.ts";
import { forgetsPeople } from "./forget-person-contract.ts";

forgetsPeople(openPostgresDatabase);
