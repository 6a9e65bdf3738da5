import type { ApprovalAction, ApprovalLine } from './approval-action';

/**
 * What is released: everything both screens show, and a fingerprint of what will be done. Its canonical form (RFC 8785) is
 * hashed, and the hash is what the device signs, so a release counts for exactly this and nothing else.
 */
export interface ApprovalContent {
  approvalId: string;
  action: ApprovalAction;
  /** Insured person whose data it concerns. */
  subject: string;
  lines: ApprovalLine[];
  /** SHA-256 of the canonical payload, base64url. */
  payloadHash: string;
  /** Two digits, shown on both screens. */
  matchNumber: string;
  browser: string;
  /** Shortened address of the browser. */
  address: string;
  isKnownBrowser: boolean;
  nonce: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  expiresAt: string;
}
