import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsInt, IsNotEmpty, IsObject, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { draftForms, type DraftForm } from '../../domain/forms';

export class SaveDraftMetadata {
  @ApiProperty({ description: 'Version of the form, so that a later one can read it', example: 1, minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version: number;

  @ApiProperty({
    description: 'Page of the portal on which the form goes on; nothing personal in it',
    example: '/daten/anschrift',
    maxLength: 300,
  })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  returnUrl: string;
}

export class SaveDraftRequest {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Whatever the form has; at most 64 KiB as JSON, 20 levels, 1,000 entries an object. No files',
    example: { street: 'Hauptstraße' },
  })
  @IsDefined()
  @IsObject()
  formData: Record<string, unknown>;

  @ApiProperty() @IsDefined() @IsObject() @ValidateNested() @Type(() => SaveDraftMetadata) metadata: SaveDraftMetadata;
}

export class DraftMetadataResponse {
  @ApiProperty({ description: 'Version of the form that wrote it', example: 1 }) version: number;
  @ApiProperty({ example: '/daten/anschrift' }) returnUrl: string;
  @ApiProperty({ description: 'Grows with each saving; the same as in `ETag`', example: 3 }) revision: number;
  @ApiProperty({ format: 'date-time', example: '2026-11-23T10:00:00.000Z' }) savedAt: string;
  @ApiProperty({ format: 'date-time', example: '2027-01-22T10:00:00.000Z' }) expiresAt: string;
}

export class DraftSummaryResponse {
  @ApiProperty({ enum: draftForms, example: 'address-change' }) form: DraftForm;
  @ApiProperty() metadata: DraftMetadataResponse;
}

export class DraftResponse extends DraftSummaryResponse {
  @ApiProperty({ type: 'object', additionalProperties: true, example: { street: 'Hauptstraße' } })
  formData: Record<string, unknown>;
}

export class DraftsResponse {
  @ApiProperty({ type: [DraftSummaryResponse] }) items: DraftSummaryResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: there are few', example: null })
  nextCursor: null;
}
