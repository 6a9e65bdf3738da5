import { useEffect, useRef, type RefObject } from 'react';
import { keptFocus } from './next-focus';

let isFirstPage = true;

/** The heading of a page that was changed to takes the focus, so that reading goes on there; on the first page nothing moves. */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstPage && keptFocus() === null) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);
  return heading;
}
