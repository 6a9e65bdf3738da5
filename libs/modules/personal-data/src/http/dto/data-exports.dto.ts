import { ApiProperty } from '@nestjs/swagger';
import { exportStates, type ExportState } from '../../domain/data-export';

const levels = ['basic', 'full'] as const;

export class DataExportResponse {
  @ApiProperty({ format: 'uuid', example: '0199a3f0-6c1e-7c3a-9f0b-3f6f1c2d4e5a' }) id: string;
  @ApiProperty({ enum: exportStates, enumName: 'DataExportState', example: 'ready' }) state: ExportState;
  @ApiProperty({ enum: levels, description: '`basic`: without what a second factor protects', example: 'full' })
  level: 'basic' | 'full';

  @ApiProperty({ description: 'In percent', minimum: 0, maximum: 100, example: 100 }) progress: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Bytes, once ready', example: 48211 }) size: number | null;
  @ApiProperty({ format: 'date-time', example: '2026-11-23T09:30:00.000Z' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-11-23T09:30:04.000Z' })
  readyAt: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until then it can be downloaded; then it is erased',
    example: '2026-11-30T09:30:04.000Z',
  })
  expiresAt: string | null;
}

export class DataExportsResponse {
  @ApiProperty({ type: [DataExportResponse] }) items: DataExportResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: the list is short', example: null })
  nextCursor: null;
}
