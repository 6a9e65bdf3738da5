import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RunningHouse, type HouseOptions } from '@of/testing';

export const TERMS_VERSION = '2026-11-01';

/** A house without pages whose legal texts and questions are our own, so that the tests know the versions. */
export function startHouse(options: Omit<HouseOptions, 'env'> & { env?: Record<string, string> } = {}) {
  return RunningHouse.start({
    ...options,
    env: (dataDir) => ({ ...writeTexts(dataDir), ...noPages(dataDir), ...options.env }),
  });
}

const noPages = (dataDir: string) => ({
  WEB_ROOT: join(dataDir, 'no-portal'),
  COMPANION_ROOT: join(dataDir, 'no-companion'),
});

function writeTexts(dataDir: string): Record<string, string> {
  for (const language of ['de', 'en']) {
    for (const kind of ['terms', 'privacy']) {
      mkdirSync(join(dataDir, 'legal', kind), { recursive: true });
      const text = `---\ntitle: ${kind} ${language}\npublishedAt: ${TERMS_VERSION}\nchanges: Neu\n---\n# ${kind}\n`;
      writeFileSync(join(dataDir, 'legal', kind, `${TERMS_VERSION}.${language}.md`), text);
    }
    for (const group of ['general', 'registration', 'login', 'second-factor', 'support']) {
      mkdirSync(join(dataDir, 'faq', group), { recursive: true });
      const text = `---\nquestion: Frage zu ${group}\norder: 1\n---\nAntwort zu ${group}\n`;
      writeFileSync(join(dataDir, 'faq', group, `first.${language}.md`), text);
    }
  }
  return { LEGAL_DIR: join(dataDir, 'legal'), FAQ_DIR: join(dataDir, 'faq') };
}
