import { CircleAlert, CircleCheck, Clock, Send, type LucideProps } from 'lucide-react';
import type { ComponentType } from 'react';
import type { DocumentProgress } from '@of/api-client';
import { Tag } from '@of/ui';
import { m } from '@of/i18n';

interface Words {
  kind: 'plain' | 'ok' | 'warn' | 'info';
  icon: ComponentType<LucideProps>;
  word: () => string;
  /** Whose turn it is and what happens next. */
  next: () => string;
}

const words: Record<DocumentProgress, Words> = {
  'being-checked': { kind: 'info', icon: Clock, word: m.documents_state_checking, next: m.documents_next_checking },
  submitted: { kind: 'info', icon: Clock, word: m.documents_state_submitted, next: m.documents_next_submitted },
  forwarded: { kind: 'info', icon: Send, word: m.documents_state_forwarded, next: m.documents_next_forwarded },
  acknowledged: {
    kind: 'ok',
    icon: CircleCheck,
    word: m.documents_state_acknowledged,
    next: m.documents_next_acknowledged,
  },
  overdue: { kind: 'warn', icon: Clock, word: m.documents_state_overdue, next: m.documents_next_overdue },
  rejected: { kind: 'warn', icon: CircleAlert, word: m.documents_state_rejected, next: m.documents_next_rejected },
};

export function ProgressTag({ progress }: { progress: DocumentProgress }) {
  const { kind, icon, word } = words[progress];
  return (
    <Tag kind={kind} icon={icon}>
      {word()}
    </Tag>
  );
}

export const whatIsNext = (progress: DocumentProgress): string => words[progress].next();
