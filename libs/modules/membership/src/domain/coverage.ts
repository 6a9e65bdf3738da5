/** Where a day stands to somebody's insurance periods. `none`: no period is known. */
export type Coverage = 'running' | 'future' | 'ended' | 'none';

/** `ending`: running, its last day is known and nothing follows on. */
export type InsuranceStatus = 'active' | 'ending' | 'ended';
