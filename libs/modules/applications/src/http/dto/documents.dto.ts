import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { categories, type Answers, type Category } from '../../domain/submission';
import { progresses, turns, type Progress, type Turn } from '../../domain/submission-state';

const category = { enum: categories, enumName: 'DocumentCategory', example: 'sick-note' } as const;
const answerTypes: { type: 'string' | 'number' | 'boolean' }[] = [
  { type: 'string' },
  { type: 'number' },
  { type: 'boolean' },
];
const answers = { type: 'object' as const, additionalProperties: { oneOf: answerTypes } };

/** What is submitted, whatever it is. */
class SentUploads {
  @ApiProperty({
    type: [String],
    minItems: 1,
    maxItems: 50,
    description: 'Finished uploads, in the order of the pages',
    example: ['019306a1-7c1e-7000-8000-000000000007'],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  uploadIds: string[];

  @ApiProperty({
    ...answers,
    selfRequired: false,
    description: 'Answers to the questions of the category, see `document-forms`; checked as a whole where given',
    example: { reason: 'abroad', incapableFrom: '2026-11-23', isFollowUp: false },
  })
  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;

  @ApiProperty({
    required: false,
    description: 'Keeps it from those who act for the person; only the person themself can ask for that',
    example: false,
  })
  @IsOptional()
  @IsBoolean()
  private?: boolean;
}

export class SubmitDocumentRequest extends SentUploads {
  @ApiProperty(category) @IsString() @IsIn(categories) category: Category;
}

export class ApplyForChildSicknessBenefitRequest extends SentUploads {}

export class PrivacyRequest {
  @ApiProperty({ example: true }) @IsBoolean() private: boolean;
}

export class ReceiptPageResponse {
  @ApiProperty({ example: 1 }) position: number;
  @ApiProperty({ example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }) sha256: string;
  @ApiProperty({ example: 'image/jpeg' }) mediaType: string;
  @ApiProperty({ example: 481_233 }) bytes: number;
}

export class ReceiptResponse {
  @ApiProperty({ example: 'D-7KQ4M-2TX9H' }) number: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-26T10:00:00.000Z' }) receivedAt: string;
  @ApiProperty({ type: [ReceiptPageResponse], description: 'Hashes of the files as we keep them' })
  pages: ReceiptPageResponse[];
  @ApiProperty({
    description: 'SHA-256 of `text`, hexadecimal',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  sha256: string;
  @ApiProperty({ description: 'Ed25519 over `text`, base64', example: 'kgCpqfDUyrhyDoILX2QlQKKye1QWUD+4…' })
  signature: string;
  @ApiProperty({ description: 'Key that signed, see `/receipt-keys`', example: '1f6a0c5e9b7d2a48' }) keyId: string;
  @ApiProperty({ description: 'What was signed, byte for byte: JSON in canonical form (RFC 8785)', example: '{"…":1}' })
  text: string;
  @ApiProperty({ example: '7KQ4-M2TX-9HRW-0000-ABCD' }) verificationCode: string;
  @ApiProperty({ example: 'http://localhost:3000/pruefen/7KQ4-M2TX-9HRW-0000-ABCD' }) verificationUrl: string;
  @ApiProperty({ example: '/api/v1/insured-persons/me/documents/019306a1-7c1e-7000-8000-000000000005/receipt.pdf' })
  pdfUrl: string;
}

export class DocumentListEntryResponse {
  @ApiProperty({ format: 'uuid', example: '019306a1-7c1e-7000-8000-000000000005' }) id: string;
  @ApiProperty(category) category: Category;
  @ApiProperty({ example: 'Krankmeldung' }) title: string;
  @ApiProperty({ example: 'D-7KQ4M-2TX9H' }) number: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-26T10:00:00.000Z' }) receivedAt: string;
  @ApiProperty({ example: 2 }) pageCount: number;
  @ApiProperty({ enum: progresses, enumName: 'DocumentProgress', example: 'forwarded' }) progress: Progress;
  @ApiProperty({ enum: turns, enumName: 'Turn', description: 'Who does something next', example: 'insurer' })
  turn: Turn;
  @ApiProperty({ description: 'Kept from those who act for the person', example: false }) private: boolean;
  @ApiProperty({ description: 'Sent by the person themself, not by somebody who acts for them', example: true })
  sentByPerson: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) forwardedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) acknowledgedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) overdueAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) rejectedAt: string | null;
}

export class DocumentsResponse {
  @ApiProperty({ type: [DocumentListEntryResponse] }) items: DocumentListEntryResponse[];
  @ApiProperty({ type: String, nullable: true, example: null }) nextCursor: string | null;
}

export class DocumentResponse extends DocumentListEntryResponse {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Null until the scanner has let it pass',
    example: '/api/v1/insured-persons/me/documents/019306a1-7c1e-7000-8000-000000000005/content',
  })
  contentUrl: string | null;
  @ApiProperty({ ...answers, nullable: true, description: 'As they were sent', example: { reason: 'abroad' } })
  fields: Answers | null;
  @ApiProperty({ type: ReceiptResponse }) receipt: ReceiptResponse;
}
