import { Button } from '@of/ui';
import { m } from '@of/i18n';

interface MoreButtonProps {
  /** What `useInfiniteQuery` says about the list. */
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
  /** What comes. */
  children: string;
}

/** Brings the next page of a list; nothing where all is shown. */
export function MoreButton({ list, children }: MoreButtonProps) {
  if (!list.hasNextPage) return null;
  return (
    <div className="button-row">
      <Button
        look="second"
        isBusy={list.isFetchingNextPage}
        busyLabel={m.shell_loading()}
        onClick={() => void list.fetchNextPage()}
      >
        {children}
      </Button>
    </div>
  );
}
