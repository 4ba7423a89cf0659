import { room } from "../../../words/room.ts";
import { en } from "./en.ts";
import { zhCn } from "./zh-cn.ts";

export const { room: livingIssueWords, say } = room("living-issue", en, zhCn);
