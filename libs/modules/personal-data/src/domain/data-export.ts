import type { DateOnly, Id } from '@of/kernel';

export type DataExportId = Id<'DataExport'>;

export const exportStates = ['ordered', 'building', 'ready', 'failed', 'expired'] as const;

/** How far an export is. A failed one can be ordered anew; an expired one is erased. */
export type ExportState = (typeof exportStates)[number];

/** An export as its owner sees it. */
export interface DataExport {
  readonly id: DataExportId;
  readonly state: ExportState;
  /** What it holds: `basic` without what a second factor protects. */
  readonly level: 'basic' | 'full';
  /** In percent. */
  readonly progress: number;
  readonly size: number | null;
  readonly createdAt: Date;
  readonly readyAt: Date | null;
  readonly expiresAt: Date | null;
}

interface ExportRules {
  readonly since: string;
  /** Days for which a finished export can be downloaded; then it is erased. */
  readonly keptDays: number;
  readonly mostADay: number;
  /** Minutes without a sign of life after which another worker starts anew. */
  readonly silentMinutes: number;
  readonly mostTries: number;
}

/** Newest first. Figures of the house: Art. 12 (3) GDPR asks for an answer within a month, ours takes minutes. */
const dated: readonly ExportRules[] = [
  { since: '2026-01-01', keptDays: 7, mostADay: 3, silentMinutes: 5, mostTries: 3 },
];

export function exportRulesOn(day: DateOnly): ExportRules {
  const text = day.toString();
  return (dated.find(({ since }) => since <= text) ?? dated.at(-1)) as ExportRules;
}

/** Share of the work that is done; 100 only when all of it is. */
export function progressOf(done: number, total: number): number {
  return total <= 0 ? 0 : Math.min(99, Math.floor((done / total) * 100));
}
