import { Injectable } from '@nestjs/common';
import { AppConfig, keyedHash, Sealer, type SealContext } from '@of/platform';
import { gramsLookedFor, searchGrams } from '../domain/search-grams';

const subjectOf = (id: string): SealContext => `letters.postbox_item.subject_sealed:${id}`;
const textOf = (id: string): SealContext => `letters.postbox_item.text_sealed:${id}`;

/** Seals what stands in an item, and turns it into keyed hashes that can be searched and not read. */
@Injectable()
export class PostboxSeals {
  /** Today's key first, then the former ones: what was delivered before a change is still found. */
  private readonly keys: readonly [string, ...string[]];

  constructor(
    private readonly sealer: Sealer,
    config: AppConfig,
  ) {
    this.keys = [config.MASTER_KEY, ...(config.FORMER_MASTER_KEYS ?? '').split(',').filter(Boolean)];
  }

  sealSubject(id: string, subject: string): Buffer {
    return this.sealer.seal(subject, subjectOf(id));
  }

  openSubject(id: string, sealed: Buffer): string {
    return this.sealer.open(sealed, subjectOf(id)).toString();
  }

  sealText(id: string, text: string | null): Buffer | null {
    return text === null ? null : this.sealer.seal(text, textOf(id));
  }

  openText(id: string, sealed: Buffer | null): string | null {
    return sealed && this.sealer.open(sealed, textOf(id)).toString();
  }

  /** What an item of this person is found by. */
  grams(insuredId: string, text: string): string[] {
    return searchGrams(text).map((gram) => hash(this.keys[0], insuredId, gram));
  }

  /** What this person's items must have to be found, once for each key; nothing when no word is long enough. */
  gramsLookedFor(insuredId: string, query: string): string[][] {
    const grams = gramsLookedFor(query);
    return grams.length === 0 ? [] : this.keys.map((key) => grams.map((gram) => hash(key, insuredId, gram)));
  }
}

/** The person is part of what is hashed: the same word in the letters of two persons does not look the same. */
function hash(key: string, insuredId: string, gram: string): string {
  return keyedHash(key, 'postbox-search', `${insuredId}\n${gram}`).readBigInt64BE().toString();
}
