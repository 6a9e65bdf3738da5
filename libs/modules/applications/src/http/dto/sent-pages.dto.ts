import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches } from 'class-validator';

export class SentPagesQuery {
  @ApiProperty({
    description: 'Finished uploads, with commas between them; at most 50',
    example: '019306a1-7c1e-7000-8000-000000000007,019306a1-7c1e-7000-8000-000000000008',
  })
  @IsString()
  @Matches(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,49}$/)
  uploadIds: string;
}

export class SentPageResponse {
  @ApiProperty({ format: 'uuid', example: '019306a1-7c1e-7000-8000-000000000007' }) uploadId: string;
  @ApiProperty({ format: 'uuid', example: '019306a1-7c1e-7000-8000-000000000005' }) documentId: string;
  @ApiProperty({ example: 'D-7KQ4M-2TX9H' }) number: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-26T10:00:00.000Z' }) receivedAt: string;
}

export class SentPagesResponse {
  @ApiProperty({ type: [SentPageResponse] }) items: SentPageResponse[];
}
