import { ApiProperty } from '@nestjs/swagger';
import { validities, verificationKinds, type Validity, type VerificationKind } from '../../domain/verification';

export class VerifiedReceiptResponse {
  @ApiProperty({ example: 'D-7KQ4M-2TX9H' }) number: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-26T10:00:00.000Z' }) receivedAt: string;
  @ApiProperty({ example: 2 }) pages: number;
  @ApiProperty({
    description: 'SHA-256 of the signed text, hexadecimal',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  sha256: string;
  @ApiProperty({ description: 'Key that signed it, see `/receipt-keys`', example: '1f6a0c5e9b7d2a48' }) keyId: string;
}

export class VerificationResponse {
  @ApiProperty({ enum: verificationKinds, enumName: 'VerificationKind', example: 'membership' }) kind: VerificationKind;
  @ApiProperty({ format: 'date', example: '2026-11-26' }) issuedOn: string;
  @ApiProperty({ enum: validities, enumName: 'Validity', example: 'valid' }) validity: Validity;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'First day on which it no longer held, because the confirmed cover had ended',
    example: null,
  })
  invalidFrom: string | null;

  @ApiProperty({ type: VerifiedReceiptResponse, nullable: true, description: 'Of a receipt', example: null })
  receipt: VerifiedReceiptResponse | null;
}
