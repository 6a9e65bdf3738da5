import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsObject, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';

/** WebAuthn structures are checked by the verifier, byte by byte; their shape is the standard's. */
const webAuthnJson = { type: 'object', additionalProperties: true } as const;
const exampleId = '019306a1-7c1e-7000-8000-000000000004';
/** Printable, not empty, nothing that could break a line. */
const DEVICE_NAME = /^(?!\s)[^\p{C}\p{Zl}\p{Zp}]{1,60}(?<!\s)$/u;

export class BindingOptionsRequest {
  @ApiProperty({ description: 'KVNR or e-mail address, in any case', example: 'A123456780', maxLength: 254 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(254)
  username: string;

  @ApiProperty({ example: 'Regenbogen-7-Fahrrad', maxLength: 1000 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  password: string;

  @ApiProperty({ description: 'The code from the letter', example: 'ABCD-EFGH-JKMN', maxLength: 40 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  code: string;
}

export class BindingOptionsResponse {
  @ApiProperty({ format: 'uuid', example: exampleId }) bindingId: string;
  @ApiProperty({ ...webAuthnJson, description: 'PublicKeyCredentialCreationOptionsJSON' }) publicKey: object;
}

export class BindDeviceRequest {
  @ApiProperty({ required: false, description: 'After a posted code', format: 'uuid', example: exampleId })
  @ValidateIf(({ bindingId, transferId }: BindDeviceRequest) => bindingId !== undefined || transferId === undefined)
  @IsUUID()
  bindingId?: string;

  @ApiProperty({ required: false, description: 'Instead: from the QR code in the portal', format: 'uuid' })
  @ValidateIf(({ bindingId, transferId }: BindDeviceRequest) => transferId !== undefined || bindingId === undefined)
  @IsUUID()
  transferId?: string;

  @ApiProperty({ example: 'Handy von Erika', minLength: 1, maxLength: 60 })
  @IsString()
  @Matches(DEVICE_NAME)
  name: string;

  @ApiProperty({ ...webAuthnJson, description: 'RegistrationResponseJSON' })
  @IsObject()
  credential: Record<string, unknown>;
}

export class TransferOptionsRequest {
  @ApiProperty({ description: 'From the QR code in the portal', format: 'uuid', example: exampleId })
  @IsUUID()
  transferId: string;
}

export class TransferOptionsResponse {
  @ApiProperty({ ...webAuthnJson, description: 'PublicKeyCredentialCreationOptionsJSON' }) publicKey: object;
}

export class WaitingDeviceResponse {
  @ApiProperty({ format: 'uuid', example: exampleId }) deviceId: string;
  @ApiProperty({ description: 'The releasing device shows the same', example: '47' }) matchNumber: string;
}

export class DeviceSessionOptionsRequest {
  @ApiProperty({ required: false, description: 'Which device; without it any', format: 'uuid', example: exampleId })
  @IsOptional()
  @IsUUID()
  deviceId?: string;
}

export class DeviceSessionOptionsResponse {
  @ApiProperty({ format: 'uuid', example: exampleId }) challengeId: string;
  @ApiProperty({ ...webAuthnJson, description: 'PublicKeyCredentialRequestOptionsJSON' }) publicKey: object;
}

export class OpenDeviceSessionRequest {
  @ApiProperty({ format: 'uuid', example: exampleId })
  @IsUUID()
  challengeId: string;

  @ApiProperty({ ...webAuthnJson, description: 'AuthenticationResponseJSON' })
  @IsObject()
  credential: Record<string, unknown>;
}

export class DeviceSessionResponse {
  @ApiProperty({ format: 'uuid', example: exampleId }) deviceId: string;
  @ApiProperty({ example: 'Handy von Erika' }) name: string;
  @ApiProperty({ example: 'Erika' }) givenName: string;
  @ApiProperty({ example: 'Muster' }) familyName: string;

  @ApiProperty({
    description: 'Until when releasing needs no new proof of the user',
    format: 'date-time',
    example: '2026-11-23T10:15:00.000Z',
  })
  verifiedUntil: string;
}

const states = ['active', 'suspended'] as const;
const ways = ['posted-code', 'transfer'] as const;

export class DeviceResponse {
  @ApiProperty({ format: 'uuid', example: exampleId }) id: string;
  @ApiProperty({ example: 'Handy von Erika' }) name: string;
  @ApiProperty({ enum: states, example: 'active' }) state: (typeof states)[number];
  @ApiProperty({ format: 'date-time', example: '2026-11-23T10:00:00.000Z' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) lastUsedAt: string | null;

  @ApiProperty({ description: 'Its key may be copied to other devices by their maker', example: true })
  isSyncable: boolean;

  @ApiProperty({ enum: ways, example: 'posted-code' }) boundBy: (typeof ways)[number];
}

export class DevicesResponse {
  @ApiProperty({ type: [DeviceResponse] }) items: DeviceResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: three at most', example: null })
  nextCursor: null;
}

export class RenameDeviceRequest {
  @ApiProperty({ example: 'Handy von Erika', minLength: 1, maxLength: 60 })
  @IsString()
  @Matches(DEVICE_NAME)
  name: string;
}
