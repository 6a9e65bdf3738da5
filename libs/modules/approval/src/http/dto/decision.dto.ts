import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, Matches } from 'class-validator';
import { ApprovalResponse } from './approval.dto';

const decisions = ['approve', 'decline'] as const;
const places = ['same-network', 'other-network'] as const;

/** WebAuthn structures are checked by the verifier, byte by byte; their shape is the standard's. */
const webAuthnJson = { type: 'object', additionalProperties: true } as const;

export class DeviceApprovalResponse extends OmitType(ApprovalResponse, ['devices'] as const) {
  @ApiProperty({ description: 'Browser that asked', example: 'Firefox · Windows' }) browser: string;
  @ApiProperty({ description: 'Whether that browser signed in before', example: true }) knownBrowser: boolean;

  @ApiProperty({
    enum: places,
    description: 'Whether it asked from the network of this device',
    example: 'same-network',
  })
  place: (typeof places)[number];

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) decidedAt: string | null;
}

export class DeviceApprovalsResponse {
  @ApiProperty({ type: [DeviceApprovalResponse] }) items: DeviceApprovalResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: the newest ones only', example: null })
  nextCursor: null;
}

export class DecisionRequest {
  @ApiProperty({ enum: decisions, example: 'approve' })
  @IsIn(decisions)
  decision: (typeof decisions)[number];

  @ApiProperty({ description: 'The number that the browser shows', pattern: '^[0-9]{2}$', example: '47' })
  @Matches(/^[0-9]{2}$/)
  matchNumber: string;

  @ApiProperty({ ...webAuthnJson, selfRequired: false, description: 'AuthenticationResponseJSON; needed to approve' })
  @IsOptional()
  @IsObject()
  credential?: Record<string, unknown>;

  @ApiProperty({
    required: false,
    enum: ['not-me'],
    description: 'With a refusal: somebody else asked',
    example: 'not-me',
  })
  @IsOptional()
  @IsIn(['not-me'])
  reason?: 'not-me';
}

export class ReleaseOptionsResponse {
  @ApiProperty({ description: 'Base64url of the SHA-256 of the canonical content', example: 'q83vEjRWeJA' })
  challenge: string;

  @ApiProperty({ example: 'localhost' }) rpId: string;
  @ApiProperty({ type: [Object], items: webAuthnJson }) allowCredentials: object[];
  @ApiProperty({ enum: ['required'], example: 'required' }) userVerification: 'required';
  @ApiProperty({ description: 'Milliseconds', example: 60000 }) timeout: number;
}
