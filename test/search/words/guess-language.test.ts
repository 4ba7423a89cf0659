import { describe, expect, it } from "vitest";
import { guessLanguage } from "../../../src/search/words/guess-language.ts";

describe("the language of a text", () => {
  it.each([
    ["de", "Build schlägt fehl mit Fehler TS2307 auf Windows"],
    ["de", "Wie kann ich den Proxyserver hinter einer Firewall einrichten?"],
    ["fr", "Erreur de connexion au serveur proxy"],
    ["fr", "Comment installer le module"],
    ["es", "¿Cómo configuro el proxy?"],
    ["pt", "Não consigo instalar o plugin, alguém pode ajudar?"],
    ["it", "Come si configura il server con Docker?"],
    ["nl", "Hoe installeer ik de app in Windows?"],
    ["pl", "Dlaczego nie mogę zainstalować wtyczki"],
    ["tr", "Eklenti nasıl kurulur, hata veriyor ama neden bilmiyorum"],
    ["ru", "Почему не получается установить пакет"],
    ["ru", "Как загрузить образ диска из облака?"],
    ["bg", "Как да изчистя временните файлове"],
    ["uk", "Чому не працює встановлення?"],
  ])("is %s: %s", (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it.each([
    ["English", "How do I install the plugin behind a proxy?"],
    ["English with a foreign word", "What does the über option do for die casting?"],
    ["English about another language", "Translate 'nicht gefunden' and 'aber' with the i18n plugin of the app"],
    ["a name", "Segment Editor"],
    ["names that are words elsewhere", "Pod logs via CON port, ES modules, DER format, var sin, del list"],
    ["an error", "error TS2307: Cannot find module './de' or its type declarations"],
    ["code", "const die = async (de, la, el) => { for (const es of de) await la(es, el); }"],
    ["one word", "Installation"],
    ["emoji", "🎉🎉"],
    ["nothing", ""],
  ])("is left as usual for %s", (_, text) => {
    expect(guessLanguage(text)).toBeUndefined();
  });

  it("shows in prose around names and commands", () => {
    const text =
      "npm install react-router-dom useEffect\n\nDas klappt bei mir leider nicht, weil die Abhängigkeiten fehlen.";
    expect(guessLanguage("React Router DOM v6 setup", text)).toBe("de");
  });

  it("is not swayed by a German word in an English post", () => {
    const post =
      "The translation of the button is wrong: it says 'und nicht' but should be 'oder nicht' in the dialog.";
    expect(guessLanguage("Wrong German label", post)).toBeUndefined();
  });
});
