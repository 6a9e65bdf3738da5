import { Injectable } from '@nestjs/common';
import type { FaqGroup, FaqLanguage } from '../domain/faq';
import { searchFaqs } from '../domain/faq-search';
import { FaqLibrary } from './faq-library';

/** The questions and answers by group. With a query only those that match; every group stays. */
@Injectable()
export class ListFaqs {
  constructor(private readonly library: FaqLibrary) {}

  execute(language: FaqLanguage, query = ''): FaqGroup[] {
    return this.library.inLanguage(language).map((group) => ({ ...group, items: searchFaqs(group.items, query) }));
  }
}
