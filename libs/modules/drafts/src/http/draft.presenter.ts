import type { DraftMetadata, DraftSummary } from '../domain/draft';
import type { DraftMetadataResponse, DraftSummaryResponse } from './dto/drafts.dto';

export function presentMetadata(draft: DraftMetadata): DraftMetadataResponse {
  const { version, returnUrl, revision, savedAt, expiresAt } = draft;
  return { version, returnUrl, revision, savedAt: savedAt.toISOString(), expiresAt: expiresAt.toISOString() };
}

export function presentSummary(draft: DraftSummary): DraftSummaryResponse {
  return { form: draft.form, metadata: presentMetadata(draft) };
}
