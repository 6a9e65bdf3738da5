import { ApiProperty } from '@nestjs/swagger';
import { ProblemResponse } from '@of/platform';
import { uploadLimits } from '../../domain/upload-limits';

export const uploadStates = ['receiving', 'checking', 'accepted', 'rejected'] as const;

export class UploadResponse {
  @ApiProperty({ format: 'uuid', example: '6f1c2d4e-8f0b-4c3a-9f0b-3f6f1c2d4e5a' }) id: string;
  @ApiProperty({ description: 'What the device called it; for showing only', example: 'Rechnung.pdf' }) name: string;
  @ApiProperty({ description: 'Whether it came from the companion', example: false }) isFromDevice: boolean;
  @ApiProperty({ description: 'Bytes', example: 482_113 }) size: number;
  @ApiProperty({ description: 'Bytes that are safely with us', example: 482_113 }) received: number;
  @ApiProperty({ enum: uploadStates, enumName: 'UploadState', example: 'accepted' })
  state: (typeof uploadStates)[number];
  @ApiProperty({ type: String, nullable: true, description: 'What we keep it as', example: 'application/pdf' })
  mediaType: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Pages', example: 2 }) pageCount: number | null;
  @ApiProperty({ format: 'date-time', example: '2026-11-23T09:30:00.000Z' }) createdAt: string;
  @ApiProperty({ format: 'date-time', description: 'Until then it waits for you', example: '2026-11-24T09:30:00.000Z' })
  expiresAt: string;
  @ApiProperty({ type: ProblemResponse, nullable: true, description: 'Why it was not accepted', example: null })
  problem: ProblemResponse | null;
}

export class UploadsResponse {
  @ApiProperty({ type: [UploadResponse] }) items: UploadResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: the list is short', example: null })
  nextCursor: null;
}

export class UploadLimitsResponse {
  @ApiProperty({ type: [String], example: uploadLimits.mediaTypes }) mediaTypes: string[];
  @ApiProperty({ description: 'Bytes of one file', example: uploadLimits.fileBytes }) fileBytes: number;
  @ApiProperty({ description: 'Bytes of all files together', example: uploadLimits.caseBytes }) caseBytes: number;
  @ApiProperty({ description: 'Pixels of one picture', example: uploadLimits.imagePixels }) imagePixels: number;
  @ApiProperty({ description: 'Pages of all files together', example: uploadLimits.pages }) pages: number;
  @ApiProperty({ description: 'Files in 24 hours', example: uploadLimits.filesPerDay }) filesPerDay: number;
  @ApiProperty({ description: 'Whether files are scanned for malware; always true in production', example: true })
  isScanned: boolean;
}
