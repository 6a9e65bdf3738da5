import type { OpenPostboxItem } from '../application/open-postbox-item';
import type { PostboxItem } from '../domain/postbox-item';
import type { OpenedPostResponse, PostboxItemResponse } from './dto/postbox.dto';

export function presentItem(item: PostboxItem): PostboxItemResponse {
  return {
    id: item.id,
    kind: item.kind,
    subject: item.subject,
    language: item.language,
    sentAt: item.sentAt.toISOString(),
    isRead: item.isRead,
    isPrivate: item.isPrivate,
    pages: item.pages,
    announcedOn: item.announcedOn && String(item.announcedOn),
    objectionUntil: item.objectionUntil && String(item.objectionUntil),
  };
}

export function presentOpened(item: Awaited<ReturnType<OpenPostboxItem['execute']>>): OpenedPostResponse {
  const { text, isDecision, hasInstruction } = item;
  return { ...presentItem(item), text, isDecision, hasInstruction };
}
