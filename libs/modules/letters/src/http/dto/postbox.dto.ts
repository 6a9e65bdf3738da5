import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { postKinds, type PostKind } from '../../domain/postbox-item';

const kindText = '`decision`: a decision (Bescheid) with legal effect; `information`: something to know';

export class PostboxQuery {
  @ApiProperty({ required: false, minimum: 1, maximum: 100, default: 25, example: 25 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;

  @ApiProperty({ required: false, description: '`nextCursor` of the page before', maxLength: 36 })
  @IsOptional()
  @IsString()
  @MaxLength(36)
  cursor?: string;

  @ApiProperty({
    required: false,
    description:
      'Words or parts of words in subject and text; all of them must occur. Parts under three characters are ignored',
    example: 'Krankengeld',
    minLength: 1,
    maxLength: 100,
  })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  query?: string;

  @ApiProperty({ required: false, description: 'Only what I have not read', example: true })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  unread?: boolean;

  @ApiProperty({
    required: false,
    minimum: 1990,
    maximum: 2099,
    description: 'Year in which it was sent',
    example: 2026,
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2099)
  year?: number;

  @ApiProperty({ required: false, enum: postKinds, enumName: 'PostKind', description: kindText })
  @IsOptional()
  @IsIn(postKinds)
  kind?: PostKind;
}

export class PostboxItemResponse {
  @ApiProperty({ format: 'uuid', example: '0199a3f0-6c1e-7c3a-9f0b-3f6f1c2d4e5a' }) id: string;
  @ApiProperty({ enum: postKinds, enumName: 'PostKind', description: kindText, example: 'decision' }) kind: PostKind;
  @ApiProperty({ example: 'Ihr Bescheid über Krankengeld' }) subject: string;
  @ApiProperty({ enum: ['de', 'en'], description: 'Language it is written in', example: 'de' }) language: 'de' | 'en';
  @ApiProperty({ format: 'date-time', example: '2026-11-23T09:30:00.000Z' }) sentAt: string;
  @ApiProperty({ description: 'By whoever asks', example: false }) isRead: boolean;
  @ApiProperty({ description: 'Nobody who acts for the person sees it', example: false }) isPrivate: boolean;
  @ApiProperty({ description: 'Pages of the PDF', example: 2 }) pages: number;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Of a decision: the day on which it counts as announced (§ 37 SGB X); null while it is not',
    example: '2026-11-27',
  })
  announcedOn: string | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Of a decision: last day for an objection',
    example: '2026-12-28',
  })
  objectionUntil: string | null;
}

export class PostboxResponse {
  @ApiProperty({ type: [PostboxItemResponse] }) items: PostboxItemResponse[];
  @ApiProperty({ type: String, nullable: true, example: null }) nextCursor: string | null;
}

export class OpenedPostResponse extends PostboxItemResponse {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The letter itself in a small part of Markdown, never HTML; null when there is only the PDF',
    example: '# Ihr Bescheid\n\nGuten Tag Frau Muster, …',
  })
  text: string | null;

  @ApiProperty({ description: 'Whether it has legal effect', example: true }) isDecision: boolean;
  @ApiProperty({ description: 'Whether it says how to object', example: true }) hasInstruction: boolean;
}

export class UnreadPostResponse {
  @ApiProperty({ description: 'Counted up to 10', example: 3, maximum: 10 }) count: number;
}

export class PostPrivacyRequest {
  @ApiProperty({ description: 'Whether nobody else sees the item', example: true })
  @IsBoolean()
  isPrivate: boolean;
}
