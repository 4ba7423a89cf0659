// Words of a thank-you, by what they say. From comments in public repositories; those in `test/features/timeline/` are
// among them. In small letters, one word each.

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u).filter((it) => it !== ""));
}

/** Say thank you. */
export const thanking = words(`
  thanks thank thx thnx thanx tnx ty tysm cheers tks thankyou thanku kudos appreciated appreciate grateful gratitude
  danke dankeschön dankesehr dank merci gracias agradezco agradecido agradecida obrigado obrigada valeu agradeço
  grazie bedankt dankjewel dankje dziękuję dziekuje dzięki dzieki спасибо благодарю спс teşekkürler teşekkür sağol
  tack takk tak kiitos díky děkuji дякую 감사합니다 고맙습니다 감사해요 고마워요
`);

/** Say that it is solved. */
export const confirming = words(`
  worked works working solved solves fixed resolved helped helps awesome perfect perfectly
  funktioniert geklappt klappt gelöst geholfen läuft marche fonctionne résolu réglé funciona funcionó funciono resuelto
  solucionado resolvido funcionou funziona risolto werkt opgelost gelukt działa zadziałało работает заработало помогло
  решено çalıştı çözüldü
`);

/** Stand around these and ask for nothing. Among them what will be tried: the next word is still its author's. */
export const filling = words(`
  a all am an and as at be been being both by did do does doing everything everyone everybody every for from get got
  had has have i i'd i'll i'm i've im in is it it's its just me my now of on out really so some such that that's the
  them these this those to too up very was we we'll we've were will with you you're your yours yet guys
  guy folks team sir man mate buddy dude friend friends all's hi hello hey dear good great nice cool super excellent
  brilliant amazing fantastic wonderful lovely sweet wow yes yeah yep yup yay ok okay oh ah haha lol indeed exactly sure
  alright catch want wanna say saying perfeitamente right absolutely definitely totally truly sincerely kindly so much many lot lots ton tons million again once
  advance always already finally well quick quickly fast prompt promptly detailed thorough clear useful helpful kind
  patient insightful informative valuable clarifying explaining answering replying responding helping looking checking
  sharing pointing taking making fixing investigating providing giving taking help support answer answers reply replies
  response responses explanation explanations clarification info information tip tips hint hints pointer pointers
  suggestion suggestions advice guidance insight insights solution workaround fix example examples link links feedback
  time effort efforts work hard job patience attention assistance input trick day weekend
  looking makes made sense got understand understood see charm like a1 expected intended here
  try trying test testing check checking give tomorrow later today soon asap back report shot go look into
  closing close mark marked marking answer answered accepted solves did me saved save saver life lifesaver
  für deine die das ihre eure schnelle hilfe antwort erklärung vielen herzlichen besten sehr jetzt hat alles es super gut
  mir ich habe damit so ja genau tausend schönen tag perfekt
  beaucoup pour votre ton ta la réponse le aide c'est bon ça parfait bien tout mille fois bonne journée oui je vous te de
  muchas muchísimas por tu su ayuda respuesta la el perfecto muy todo ya lo sí si mil que excelente rápida me sirvió
  muito pela pelo sua ajuda resposta agora deu certo tudo isso perfeito
  mille molte per il tuo aiuto la risposta ora perfetto tutto
  heel erg voor je hulp het nu alles
  bardzo za pomoc odpowiedź teraz wszystko
  большое огромное за помощь ответ всё все теперь очень вам тебе
  çok yardım için ederim
  så mycket för hjälpen tusen
`);

/** What was solved. Without a word that says so it is not. */
export const topics = words("problem problems issue issues question questions bug error errors butt bacon problema");

/** Phrases whose words ask for something where they stand alone. In small letters. */
export const phrases: readonly string[] = [
  "exactly what i needed",
  "exactly what i was looking for",
  "just what i needed",
  "what i needed",
  "what i was looking for",
  "let you know",
  "what i wanted",
  "no more questions",
];

/** Begin the lines that say who wrote it. */
export const farewells: ReadonlySet<string> = new Set([
  "best",
  "best regards",
  "kind regards",
  "regards",
  "warm regards",
  "all the best",
  "sincerely",
  "yours",
  "br",
  "viele grüße",
  "liebe grüße",
  "mit freundlichen grüßen",
  "beste grüße",
  "lg",
  "cordialement",
  "saludos",
  "un saludo",
  "abraços",
  "cordiali saluti",
  "met vriendelijke groet",
  "pozdrawiam",
]);

/** Pictures that say it without a word. */
export const thanksSigns: readonly string[] = [
  ":+1:",
  ":thumbsup:",
  ":pray:",
  ":heart:",
  ":tada:",
  "👍",
  "🙏",
  "❤️",
  "❤",
  "🎉",
  "🙌",
  "💯",
  "🚀",
];

/** Phrases of languages without blanks between words, the longer before those they hold. */
export const joined: readonly string[] = [
  "非常感谢您的帮助",
  "非常感谢你的帮助",
  "非常感谢",
  "十分感谢",
  "万分感谢",
  "太感谢了",
  "感谢您的回复",
  "感谢你的回复",
  "感谢回复",
  "感谢大佬",
  "感谢您",
  "感谢你",
  "感谢",
  "謝謝您",
  "謝謝你",
  "謝謝",
  "谢谢您的回复",
  "谢谢大佬",
  "谢谢您",
  "谢谢你",
  "谢谢",
  "多谢",
  "问题已解决",
  "已经解决了",
  "已解决",
  "解决了",
  "搞定了",
  "可以了",
  "好的",
  "明白了",
  "收到",
  "どうもありがとうございました",
  "どうもありがとうございます",
  "ありがとうございました",
  "ありがとうございます",
  "ありがとう",
  "助かりました",
  "解決しました",
  "해결되었습니다",
  "해결했습니다",
  "해결됐습니다",
];
