import { ApiProperty } from '@nestjs/swagger';

export class ReceiptKeyResponse {
  @ApiProperty({ example: '1f6a0c5e9b7d2a48' }) keyId: string;
  @ApiProperty({ enum: ['Ed25519'], example: 'Ed25519' }) algorithm: 'Ed25519';
  @ApiProperty({ description: 'PEM', example: '-----BEGIN PUBLIC KEY-----…' }) publicKey: string;
  @ApiProperty({ description: 'Signs today', example: true }) current: boolean;
}

export class ReceiptKeysResponse {
  @ApiProperty({ type: [ReceiptKeyResponse] }) items: ReceiptKeyResponse[];
}
