import { useQuery } from '@tanstack/react-query';
import { classes } from '@of/ui';
import { m } from '@of/i18n';
import { unreadPostQuery } from './api/postbox.api';
import styles from './unread-badge.module.css';

const MOST = 9;

/** How much post is unread, beside the name of the area; nothing where there is none. */
export function UnreadBadge({ personId, isInCorner = false }: { personId: string; isInCorner?: boolean }) {
  const count = useQuery(unreadPostQuery(personId)).data ?? 0;
  if (count === 0) return null;
  const shown = count > MOST ? `${MOST}+` : String(count);
  return (
    <>
      <span className={classes(styles.badge, isInCorner && styles.corner)} aria-hidden>
        {shown}
      </span>
      <span className="vh"> {count > MOST ? m.postbox_unread_many() : m.postbox_unread_count({ count: shown })}</span>
    </>
  );
}
