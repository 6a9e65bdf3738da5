import { ApiProperty } from '@nestjs/swagger';
import { letterProgress, type LetterProgress } from '../../application/list-letters.query';
import { letterPurposes, type LetterPurpose } from '../../domain/letter';

export class LetterResponse {
  @ApiProperty({ format: 'uuid', example: '0199a3f0-6c1e-7c3a-9f0b-3f6f1c2d4e5a' }) id: string;
  @ApiProperty({ enum: letterPurposes, enumName: 'LetterPurpose', example: 'registration' }) purpose: LetterPurpose;
  @ApiProperty({ enum: letterProgress, enumName: 'LetterProgress', example: 'posted' }) state: LetterProgress;
  @ApiProperty({ format: 'date-time', example: '2026-11-23T09:30:00.000Z' }) createdAt: string;
  @ApiProperty({ format: 'date', description: 'Day by which it will be in the letter box', example: '2026-12-01' })
  expectedBy: string;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Day printed on it as its last',
    example: '2026-12-17',
  })
  validUntil: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the print provider got it',
    example: '2026-11-23T09:30:02.000Z',
  })
  handedOverAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-11-24T16:00:00.000Z' })
  postedAt: string | null;
}

export class LettersResponse {
  @ApiProperty({ type: [LetterResponse] }) items: LetterResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: the list is short', example: null })
  nextCursor: null;
}
