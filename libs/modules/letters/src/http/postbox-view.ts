import { type PersonScope } from '@of/platform';
import type { ListPostbox } from '../application/list-postbox.query';

/** Whose post is looked at and by whom, as the guard has found it. */
export function viewOf({ subject, accountId, isSelf }: PersonScope): Parameters<ListPostbox['execute']>[0] {
  return { insuredId: subject, accountId, isSelf };
}
