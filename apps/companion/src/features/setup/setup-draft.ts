import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import type { EntryLink } from '../../app/entry-link';

/** What one setting-up has gathered so far. It lives in memory only: neither address bar nor storage ever hold it. */
interface SetupDraft {
  code: string | null;
  isFromLink: boolean;
  transferId: string | null;
  binding: { bindingId: string; publicKey: PublicKeyCredentialCreationOptionsJSON } | null;
}

const empty: SetupDraft = { code: null, isFromLink: false, transferId: null, binding: null };
let draft: SetupDraft = empty;

export function setupDraft(): Readonly<SetupDraft> {
  return draft;
}

export function startDraft(link: Exclude<EntryLink, { kind: 'device' }>): void {
  draft =
    link.kind === 'code' ? { ...empty, code: link.code, isFromLink: true } : { ...empty, transferId: link.transferId };
}

export function keepCode(code: string): void {
  draft = { ...empty, code };
}

export function keepBinding(binding: SetupDraft['binding']): void {
  draft = { ...draft, binding };
}

/** The code has done its work, or is of no use any more. */
export function clearDraft(): void {
  draft = empty;
}
