import { accessNotices } from './access-notices';
import { accountNotices } from './account-notices';
import { documentNotices } from './document-notices';
import type { Notice } from './notice';
import type { NoticeKind } from './notice-channels';
import { personalDataNotices } from './personal-data-notices';
import { securityNotices } from './security-notices';

/** Every event that members are told about, and what kind of notice it makes. */
export const notices: { event: string; kind: NoticeKind; notice: Notice }[] = [
  ...ofKind('security', { ...securityNotices, ...accessNotices, ...personalDataNotices }),
  ...ofKind('cover', accountNotices),
  ...ofKind('documents', documentNotices),
];

function ofKind(kind: NoticeKind, all: Record<string, Notice>) {
  return Object.entries(all).map(([event, notice]) => ({ event, kind, notice }));
}
