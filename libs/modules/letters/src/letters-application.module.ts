import { Module } from '@nestjs/common';
import { DocumentsApplicationModule } from '@of/documents';
import { MembershipModule } from '@of/membership';
import { CountUnreadPost } from './application/count-unread-post.query';
import { DeliverToPostbox } from './application/deliver-to-postbox';
import { ExportPost } from './application/export-post';
import { LettersData } from './application/letters-data';
import { ListLetterReviews } from './application/list-letter-reviews.query';
import { ListLetters } from './application/list-letters.query';
import { ListPostbox } from './application/list-postbox.query';
import { MarkPostboxItem } from './application/mark-postbox-item';
import { OpenPostContent } from './application/open-post-content';
import { OpenPostboxItem } from './application/open-postbox-item';
import { OrderLetter } from './application/order-letter';
import { PackPostbox } from './application/pack-postbox';
import { PostRecipients } from './application/post-recipients';
import { ReleaseLetter } from './application/release-letter';
import { SendPostAsLetter } from './application/send-post-as-letter';
import { SetPostPrivacy } from './application/set-post-privacy';
import { WaitingPosts } from './application/waiting-post';
import { LetterRepository } from './persistence/letter.repository';
import { PostboxItemsRepository } from './persistence/postbox-items.repository';
import { PostboxNoticesRepository } from './persistence/postbox-notices.repository';
import { PostboxReadingsRepository } from './persistence/postbox-readings.repository';
import { PostboxSeals } from './persistence/postbox-seals';
import { PostboxRepository } from './persistence/postbox.repository';

const useCases = [
  CountUnreadPost,
  DeliverToPostbox,
  ListLetterReviews,
  ListLetters,
  ListPostbox,
  MarkPostboxItem,
  OpenPostboxItem,
  OpenPostContent,
  OrderLetter,
  PackPostbox,
  ReleaseLetter,
  SetPostPrivacy,
  WaitingPosts,
];

const parts = [
  ExportPost,
  PostboxItemsRepository,
  PostboxNoticesRepository,
  PostboxReadingsRepository,
  PostboxRepository,
  PostboxSeals,
  PostRecipients,
  SendPostAsLetter,
];

/** What both processes need of this room. */
@Module({
  imports: [MembershipModule, DocumentsApplicationModule],
  providers: [LetterRepository, LettersData, ...parts, ...useCases],
  exports: [LetterRepository, ...useCases],
})
export class LettersApplicationModule {}
