/** English words that carry grammar and no topic. Neither indexed nor asked for. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against ain all also am an and any are aren as at be because been before being below
  between both but by can cannot cant could couldn did didn do does doesn doesnt doing don dont down during e.g each
  either else etc ever few for from further had hadn has hasn have haven having he her here hers herself him himself his how
  however i i.e if im in instead into is isn isnt it its itself ive just let lets like ll may maybe me might more most much
  must mustn my myself need needn neither no nor not now of off on once one only or other our ours ourselves out over
  own per quite rather re really s same shall shan she should shouldn since so some such t than that thats the their
  theirs them themselves then there these they this those though through thus to too under until up upon us ve very via
  was wasn we well were weren what whatever when where whether which while who whom whose why will with within without
  won would wouldn yes yet you your yours yourself yourselves`.split(/\s+/u),
);

/**
 * Words people greet, thank and ask with. They stay in the index (a page may well be called "Getting help"),
 * but a question in which they stand is not about them.
 */
export const courtesyWords: ReadonlySet<string> = new Set(
  `advance afternoon anybody anyone appreciate appreciated assist assistance best bit body cheers community day dear
  evening everybody everyone folks forum friends good greetings guys happy hello help helpful hey hi hope hoping idea
  ideas kind kindly know love lot many morning newbie nice patience people please pls plz question questions regards
  somebody someone sincerely sorry suggestion suggestions team thank thankful thanks thx tia welcome wonder wondering
  advise advice ask asking able way ways thing things something anything nothing want wanted trying tried try seem seems
  figure find found get getting got make making go going still using use used work working works come see look looking
  think thought say tell explain understand sure right correct properly possible currently already always never first
  new old problem problems issue issues trouble stuck
  hallo danke bitte hilfe frage moin bonjour salut merci hola gracias ayuda olá obrigado obrigada ajuda ciao grazie aiuto
  bedankt dank hulp hej tack tak hjälp hjælp hei takk dzięki proszę cześć děkuji prosím ahoj merhaba teşekkürler привет
  здравствуйте спасибо пожалуйста помогите вопрос дякую привіт`.split(/\s+/u),
);
