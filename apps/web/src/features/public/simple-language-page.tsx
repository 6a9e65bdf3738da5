import text from './texts/simple-language.de.md?raw';
import { TextPage } from './text-page';

/** Leichte Sprache is a form of German; the page is German in every language of the portal. */
export function SimpleLanguagePage() {
  return (
    <TextPage
      title="Leichte Sprache"
      lead="Hier steht: Was ist die Onlinefiliale? Und wie benutzen Sie die Onlinefiliale?"
      text={text}
      lang="de"
      look="simple"
    />
  );
}
