import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { resetChannels, type ResetChannel } from '../../domain/recovery-rules';
import { transferStatuses, type TransferStatus } from '../../domain/transfer-status';

const exampleId = '7b0f4c1e-2f5a-4d7e-9b1c-3a5d8e6f0a12';

export class RequestPasswordResetRequest {
  @ApiProperty({ description: 'KVNR or e-mail address, in any case', example: 'A123456780', maxLength: 254 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(254)
  username: string;

  @ApiProperty({ enum: resetChannels, example: 'email' })
  @IsIn(resetChannels)
  channel: ResetChannel;
}

/** Always the same, whatever comes of it. */
export class ResetRequestedResponse {}

export class CompletePasswordResetRequest {
  @ApiProperty({ description: 'KVNR or e-mail address, in any case', example: 'A123456780', maxLength: 254 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(254)
  username: string;

  @ApiProperty({ description: 'Six figures, or the code from the letter', example: '123456', maxLength: 40 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  code: string;

  @ApiProperty({ example: 'Leuchtturm-1-Kaffee', maxLength: 1000 })
  @IsString()
  @MaxLength(1000)
  newPassword: string;
}

export class PasswordConfirmationRequest {
  @ApiProperty({ example: 'Regenbogen-7-Fahrrad', maxLength: 1000 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  password: string;
}

export class DeviceCodeOrderedResponse {
  @ApiProperty({ description: 'Day by which the letter arrives', format: 'date', example: '2026-12-01' })
  letterExpectedBy: string;
}

export class DeviceTransferResponse {
  @ApiProperty({ description: 'Secret: whoever has it may offer a device', format: 'uuid', example: exampleId })
  transferId: string;

  @ApiProperty({
    description: 'What the QR code says',
    format: 'uri',
    example: `http://localhost:3001/geraet#transfer=${exampleId}`,
  })
  qr: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-23T10:10:00.000Z' }) expiresAt: string;
}

export class TransferProgressResponse {
  @ApiProperty({ enum: transferStatuses, example: 'pending' }) status: TransferStatus;

  @ApiProperty({
    description: 'Until when a device can be offered',
    format: 'date-time',
    example: '2026-11-23T10:10:00.000Z',
  })
  expiresAt: string;
}

export class MyTransferProgressResponse extends TransferProgressResponse {
  @ApiProperty({ type: String, nullable: true, description: 'Once it brought its key', example: 'Handy von Erika' })
  deviceName: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What must be released', format: 'uuid', example: null })
  approvalId: string | null;
}

export class DeviceWaysResponse {
  @ApiProperty({
    nullable: true,
    enum: ['by-device', 'first-device'],
    description: 'Released on an old device, or the first one after activation; null: only by a posted code',
    example: 'by-device',
  })
  transfer: 'by-device' | 'first-device' | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when the first device needs no letter',
    example: null,
  })
  until: string | null;
}
