/** What FAQ files are called, in the languages they are written in. In lower case. */
const faqTitles: readonly string[] = [
  "frequently asked,frequently-asked,common questions,commonly asked questions,questions and answers,questions & answers",
  "häufig gestellte,häufige fragen,häufig gefragt,fragen und antworten,veelgestelde vragen,vanliga frågor,ofte stilte,ofte stillede,usein kysyt",
  "foire aux questions,questions fréquentes,questions fréquemment,preguntas frecuentes,preguntas más frecuentes,perguntas frequentes,perguntas mais frequentes,domande frequenti,întrebări frecvente",
  "часто задаваемые,частые вопросы,вопросы и ответы,часті запитання,часті питання,поширені запитання,поширені питання,питання-відповідь,питання та відповіді,często zadawane,najczęściej zadawane,často kladené,časté dotazy,gyakran ismételt,gyakori kérdések",
  "sık sorulan,sıkça sorulan,pertanyaan yang sering,pertanyaan umum,câu hỏi thường gặp,συχνές ερωτήσεις,أسئلة شائعة,الأسئلة الشائعة,الأسئلة المتكررة,שאלות נפוצות",
  "常见问题,常見問題,常见疑问,问题解答,问答,よくある質問,よくあるご質問,자주 묻는,자주묻는,자주 하는",
].flatMap((line) => line.split(","));

/** Whether a page calls itself a FAQ. */
export function isFaqTitle(title: string): boolean {
  const line = title.slice(0, 300).toLowerCase();
  return /\bfaqs?\b|\bq\s?&\s?a\b/u.test(line) || faqTitles.some((it) => line.includes(it));
}

/** Headings over a table of contents. Letters and digits alone, in lower case. */
const contentsTitles: ReadonlySet<string> = new Set(
  "contents,content,tableofcontents,tableofcontent,toc,index,inhalt,inhaltsverzeichnis,sommaire,tabledesmatières,índice,indice,tabladecontenido,tabladecontenidos,sumário,inhoud,inhoudsopgave,содержание,оглавление,зміст,spistreści,obsah,içindekiler,目录,目錄,目次,목차".split(
    ",",
  ),
);

/** Whether a heading or summary stands over the table of contents. */
export function isContentsTitle(title: string): boolean {
  return contentsTitles.has(bare(title));
}

/** Headings of what closes a page: where to ask on, and who made it. Letters and digits alone, in lower case. */
const endTitles: ReadonlySet<string> = new Set(
  [
    "contact,contactus,support,community,feedback,license,licence,credits,acknowledgements,acknowledgments,changelog,references,resources,links,usefullinks,seealso,related,relatedpages,relatedlinks,relateddocumentation,furtherreading",
    "gethelp,gettinghelp,morehelp,furtherhelp,needhelp,needmorehelp,questions,morequestions,otherquestions,anyquestions,anyotherquestions,furtherquestions,havequestions,havemorequestions,gotquestions,stillhavequestions,haveaquestion,haveanotherquestion,somethingtoadd,stillstuck,stillnotsolved,stillnotworking,stillhavingtrouble,stillhavingissues,stillhavingproblems,stillneedhelp",
    "kontakt,nochfragen,weiterefragen,hilfe,autresquestions,dautresquestions,nouscontacter,contacto,contato,contatti,máspreguntas,otraspreguntas,tienesmáspreguntas,outrasperguntas,maisperguntas,altredomande,aindatemdúvidas,aindatemperguntas,haialtredomande,nochfragenoffen",
    "контакты,осталисьвопросы,другиевопросы,ещёвопросы,контакти,залишилисяпитання,其他问题,其它问题,更多问题,联系我们,聯絡我們,お問い合わせ,その他の質問,문의,아직질문이있으신가요,여전히궁금한점이있나요,还有疑问,还有问题,還有問題,仍有疑问,まだ質問がありますか,他に質問がありますか",
  ].flatMap((line) => line.split(",")),
);

/** Whether a heading closes a page and asks nothing that the page answers. */
export function isEndTitle(title: string): boolean {
  return endTitles.has(bare(title)) || /^\W{0,9}(?:don|did|do|can)['’n ]{0,3}(?:no)?t (?:see|find) /iu.test(title);
}

function bare(title: string): string {
  return title
    .slice(0, 120)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
