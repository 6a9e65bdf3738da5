import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString } from 'class-validator';
import {
  certificateKinds,
  certificateLanguages,
  deliveries,
  type CertificateKind,
  type CertificateLanguage,
  type Delivery,
} from '../../domain/certificate';

const kind = { enum: certificateKinds, enumName: 'CertificateKind', example: 'membership' } as const;
const language = { enum: certificateLanguages, example: 'de' } as const;
const delivery = { enum: deliveries, enumName: 'CertificateDelivery', example: 'download' } as const;

export class OrderCertificateRequest {
  @ApiProperty(kind) @IsString() @IsIn(certificateKinds) kind: CertificateKind;
  @ApiProperty(delivery) @IsString() @IsIn(deliveries) delivery: Delivery;
  @ApiProperty(language) @IsString() @IsIn(certificateLanguages) language: CertificateLanguage;
}

export class CertificateResponse {
  @ApiProperty({ format: 'uuid', example: '019306a1-7c1e-7000-8000-000000000005' }) id: string;
  @ApiProperty(kind) kind: CertificateKind;
  @ApiProperty(language) language: CertificateLanguage;
  @ApiProperty(delivery) delivery: Delivery;
  @ApiProperty({ description: 'What to name when calling', example: 'B-7KQ4M-2TX9H' }) number: string;
  @ApiProperty({ format: 'date', example: '2026-11-26' }) issuedOn: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-26T10:00:00.000Z' }) createdAt: string;

  @ApiProperty({
    description: 'Where its PDF is',
    example: '/api/v1/insured-persons/me/certificates/019306a1-7c1e-7000-8000-000000000005/content',
  })
  contentUrl: string;

  @ApiProperty({ description: 'Printed on it; anybody may check it', example: '7KQ4-M2TX-9HRW-0000-ABCD' })
  verificationCode: string;

  @ApiProperty({
    description: 'The page behind the QR code',
    example: 'http://localhost:3000/pruefen/7KQ4-M2TX-9HRW-0000-ABCD',
  })
  verificationUrl: string;

  @ApiProperty({
    type: String,
    required: false,
    format: 'date',
    nullable: true,
    description: 'Of one that goes by post, right after the order: day by which it will be in the letter box',
    example: null,
  })
  letterExpectedBy?: string | null;
}

export class CertificatesResponse {
  @ApiProperty({ type: [CertificateResponse] }) items: CertificateResponse[];
  @ApiProperty({ type: String, nullable: true, example: null }) nextCursor: string | null;
}
