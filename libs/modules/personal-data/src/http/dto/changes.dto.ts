import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { accessLogActors, type AccessLogActor } from '../../domain/access-log-acts';
import { changeKinds, type ChangeKind } from '../../domain/change';

export class ChangeAddressRequest {
  @ApiProperty({ example: 'Hauptstraße', maxLength: 100 }) @IsString() @IsNotEmpty() @MaxLength(400) street: string;

  @ApiProperty({ description: 'Empty where the place has none', example: '12', maxLength: 20 })
  @IsString()
  @MaxLength(80)
  houseNumber: string;

  @ApiProperty({ description: 'Text: leading zeros count', example: '01097', maxLength: 10 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  postalCode: string;

  @ApiProperty({ example: 'Dresden', maxLength: 100 }) @IsString() @IsNotEmpty() @MaxLength(400) city: string;

  @ApiProperty({ description: 'ISO 3166-1 alpha-2', example: 'DE', minLength: 2, maxLength: 2 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2)
  country: string;

  @ApiProperty({
    required: false,
    format: 'date',
    description: 'First day at the new address; today when missing, and today at the earliest in force',
    example: '2026-12-01',
  })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  validFrom?: string;

  @ApiProperty({
    required: false,
    type: [String],
    maxItems: 20,
    description: '`insuredId` of children who move, too: those for whom the member may act',
    example: [],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(36, { each: true })
  alsoFor?: string[];
}

export class ChangeBankAccountRequest {
  @ApiProperty({ description: 'Blanks do not matter', example: 'DE02 1203 0000 0000 2020 51', maxLength: 100 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  iban: string;

  @ApiProperty({ example: 'Erika Muster', maxLength: 70 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(280)
  accountHolder: string;
}

export class ChangePhoneRequest {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'null: no landline',
    example: '0351 1234567',
    maxLength: 40,
  })
  @ValidateIf((request: ChangePhoneRequest) => request.phone !== null)
  @IsString()
  @MaxLength(160)
  phone: string | null;
}

/** A change that the member made. */
export class ChangeResponse {
  @ApiProperty({ format: 'uuid', example: '019306a1-7c1e-7000-8000-000000000005' }) id: string;
  @ApiProperty({ description: 'What to name when calling', example: 'DA-7K3M9-QX24T' }) reference: string;
  @ApiProperty({ enum: changeKinds, example: 'address' }) kind: ChangeKind;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Its release', example: null })
  approvalId: string | null;

  @ApiProperty({ format: 'date', example: '2026-12-01' }) appliesFrom: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until then nothing is paid to a new bank account',
    example: null,
  })
  payoutsHeldUntil: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-11-23T10:00:00.000Z' }) createdAt: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the core system took it over',
    example: null,
  })
  acknowledgedAt: string | null;
}

export class ChangesResponse {
  @ApiProperty({ type: [ChangeResponse] }) items: ChangeResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: the newest ones only', example: null })
  nextCursor: null;
}

export class AccessLogQuery {
  @ApiProperty({ required: false, minimum: 1, maximum: 100, default: 25, example: 25 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;

  @ApiProperty({ required: false, description: '`nextCursor` of the page before', example: '4711', maxLength: 18 })
  @IsOptional()
  @IsString()
  @MaxLength(18)
  cursor?: string;
}

export class AccessLogEntryResponse {
  @ApiProperty({ example: '4711' }) id: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-23T10:00:00.000Z' }) at: string;
  @ApiProperty({ description: 'Stable name of what happened', example: 'personal-data.address-changed' }) act: string;
  @ApiProperty({ description: 'The same in words', example: 'Anschrift geändert' }) title: string;
  @ApiProperty({ enum: accessLogActors, example: 'me' }) who: AccessLogActor;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Name of the parent who acted, when `who` is `guardian`; null where it is not known any more',
    example: null,
  })
  guardian: string | null;
}

export class AccessLogResponse {
  @ApiProperty({ type: [AccessLogEntryResponse] }) items: AccessLogEntryResponse[];
  @ApiProperty({ type: String, nullable: true, example: null }) nextCursor: string | null;
}
