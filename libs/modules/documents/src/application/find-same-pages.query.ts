import { Injectable } from '@nestjs/common';
import { type Acting } from '@of/platform';
import { DocumentRepository, type SamePage } from '../persistence/document.repository';

/**
 * Documents of a person that hold a page which an upload brings again, byte for byte as we keep it. A photo taken anew is
 * another page.
 */
@Injectable()
export class FindSamePages {
  constructor(private readonly documents: DocumentRepository) {}

  /** @param uploadIds of the acting account; unknown and unfinished ones are left out */
  execute({ accountId }: Acting, subject: string, uploadIds: readonly string[]): Promise<SamePage[]> {
    return this.documents.ofPerson(subject, (tx) =>
      this.documents.findSamePages(tx, { accountId, subject, uploadIds }),
    );
  }
}
