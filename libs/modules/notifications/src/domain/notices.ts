import { accessNotices } from './access-notices';
import { accountNotices } from './account-notices';
import type { Notice } from './notice';
import type { NoticeKind } from './notice-channels';
import { securityNotices } from './security-notices';

/** Every event that members are told about, and what kind of notice it makes. */
export const notices: { event: string; kind: NoticeKind; notice: Notice }[] = [
  ...Object.entries(securityNotices).map(([event, notice]) => ({ event, kind: 'security' as const, notice })),
  ...Object.entries(accessNotices).map(([event, notice]) => ({ event, kind: 'security' as const, notice })),
  ...Object.entries(accountNotices).map(([event, notice]) => ({ event, kind: 'cover' as const, notice })),
];
