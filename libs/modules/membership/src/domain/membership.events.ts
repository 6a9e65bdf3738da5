/** An import changed somebody's insurance periods. No payload: whom it concerns is told by `TakeCoverChanges`. */
export const coverChanged = 'membership.cover-changed';
