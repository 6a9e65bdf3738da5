import { ValidationError, type FieldError } from '@of/kernel';
import { postKinds, type PostKind } from './postbox-item';

/** Longest subject and text of an item, in characters, and the largest PDF, in bytes. */
export const postLimits = { subject: 200, text: 100_000, reference: 100, pdf: 25 * 1024 * 1024 } as const;

export interface DeliveredPost {
  readonly kind: PostKind;
  readonly subject: string;
  /** The letter as text with light markup; null when there is only the PDF. */
  readonly text: string | null;
  readonly pdf: Buffer;
  readonly language: 'de' | 'en';
  /** Whether it has legal effect, so that the day of its announcement counts. */
  readonly isDecision: boolean;
  /** Whether it says how to object to it. */
  readonly hasInstruction: boolean;
}

// Everything that could steer a terminal or turn a line around is no part of a letter; line feed and tab are.
// eslint-disable-next-line no-control-regex -- they are what is looked for
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

/**
 * Checks what a sender delivers, before anything is written.
 * @throws ValidationError naming every fault
 */
export function checkPost(post: DeliveredPost, reference: string): DeliveredPost {
  const subject = post.subject.trim().normalize('NFC');
  const text = post.text?.replace(/\r\n?/g, '\n').normalize('NFC').trim() || null;
  const faults: FieldError[] = [];
  const fault = (pointer: string, code: string): void => void faults.push({ pointer, code });

  if (!postKinds.includes(post.kind)) fault('/kind', 'not-allowed');
  if (reference.trim() === '') fault('/reference', 'required');
  if (reference.length > postLimits.reference) fault('/reference', 'too-long');
  if (subject === '') fault('/subject', 'required');
  if (subject.length > postLimits.subject) fault('/subject', 'too-long');
  if (steering.test(subject) || /[\n\t]/.test(subject)) fault('/subject', 'unusable-character');
  if (text && text.length > postLimits.text) fault('/text', 'too-long');
  if (text && (steering.test(text) || !text.isWellFormed())) fault('/text', 'unusable-character');
  if (post.pdf.length > postLimits.pdf) fault('/pdf', 'too-long');
  if (!post.pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) fault('/pdf', 'pdf-unreadable');
  if (faults.length > 0) throw new ValidationError(faults);
  return { ...post, subject, text, hasInstruction: post.isDecision && post.hasInstruction };
}
