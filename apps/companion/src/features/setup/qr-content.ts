import { hasRightCheckSymbol, isPostedCode } from '@of/ui';
import { parseEntryLink, type EntryLink } from '../../app/entry-link';

type SetupLink = Exclude<EntryLink, { kind: 'device' }>;

/** What a QR code of ours says; null for any other. Of its address nothing counts but what stands after `#`. */
export function readQrContent(text: string): SetupLink | null {
  const hash = text.includes('#') ? text.slice(text.indexOf('#')) : '';
  const link = hash ? parseEntryLink(hash) : ({ kind: 'code', code: text } as const);
  if (link?.kind === 'transfer') return link;
  return link?.kind === 'code' && isPostedCode(link.code) && hasRightCheckSymbol(link.code) ? link : null;
}
