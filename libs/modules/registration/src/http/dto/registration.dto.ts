import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';

export class RegistrationRequest {
  @ApiProperty({
    description: 'Ten places of the health card; of a 20- or 30-place number the first ten count',
    example: 'A123456780',
    maxLength: 100,
  })
  @IsString()
  @MaxLength(100)
  kvnr: string;

  @ApiProperty({ description: 'Postcode of the address we hold', example: '01099', maxLength: 20 })
  @IsString()
  @MaxLength(20)
  postalCode: string;

  @ApiProperty({ example: 'Regenbogen-7-Fahrrad', maxLength: 1000 })
  @IsString()
  @MaxLength(1000)
  password: string;

  @ApiProperty({ description: 'Version of the terms that was shown', example: '2026-11-01', maxLength: 20 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(20)
  termsVersion: string;

  @ApiProperty({ description: 'Version of the privacy notice that was shown', example: '2026-11-01', maxLength: 20 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(20)
  privacyVersion: string;
}

export class LetterExpectedResponse {
  @ApiProperty({ description: 'Day by which the letter should be there', format: 'date', example: '2026-12-01' })
  letterExpectedBy: string;
}

export class ActivationRequest {
  @ApiProperty({
    description: 'Code of the letter; dashes, spaces and case do not matter',
    example: '7KQ4-M2TX-9HRW',
    maxLength: 100,
  })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  code: string;
}

export class AcceptedDocumentRequest {
  @ApiProperty({ enum: ['terms', 'privacy'], example: 'terms' })
  @IsIn(['terms', 'privacy'])
  kind: 'terms' | 'privacy';

  @ApiProperty({ example: '2026-11-01', maxLength: 20 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(20)
  version: string;
}

export class AcceptDocumentsRequest {
  @ApiProperty({ type: [AcceptedDocumentRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => AcceptedDocumentRequest)
  documents: AcceptedDocumentRequest[];
}
