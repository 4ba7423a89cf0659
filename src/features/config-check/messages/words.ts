import { room } from "../../../words/room.ts";
import { en } from "./en.ts";
import { zhCn } from "./zh-cn.ts";

export const { room: configCheckWords, say } = room("config-check", en, zhCn);
