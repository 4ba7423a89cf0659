import { room } from "../../../words/room.ts";
import { en } from "./en.ts";
import { zhCn } from "./zh-cn.ts";

export const { room: feedbackWords, say } = room("feedback", en, zhCn);
