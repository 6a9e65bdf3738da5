import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

export const nextSteps = ['activate', 'approve-login', 'change-password', 'accept-terms', 'confirm-contact'] as const;

export class LogInRequest {
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

  @ApiProperty({ required: false, description: 'Remember this browser: it gets tries of its own', example: false })
  @IsOptional()
  @IsBoolean()
  trustBrowser?: boolean;
}

export class SessionPersonResponse {
  @ApiProperty({ format: 'uuid', example: '019306a1-7c1e-7000-8000-000000000001' }) insuredId: string;
  @ApiProperty({ example: 'Erika' }) givenName: string;
  @ApiProperty({ example: 'Muster' }) familyName: string;
}

export class SessionResponse {
  @ApiProperty({ format: 'uuid', example: '019306a1-7c1e-7000-8000-000000000002' }) id: string;

  @ApiProperty({ description: 'The one thing to do next', enum: nextSteps, nullable: true, example: 'activate' })
  nextStep: (typeof nextSteps)[number] | null;

  @ApiProperty({
    description: '`full` with a second factor in this session',
    enum: ['basic', 'full'],
    example: 'basic',
  })
  level: 'basic' | 'full';

  @ApiProperty({ format: 'date-time', example: '2026-11-23T10:15:00.000Z' }) idleExpiresAt: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-23T18:00:00.000Z' }) absoluteExpiresAt: string;

  @ApiProperty({
    required: false,
    description: 'The login that waits for its release, in the step `approve-login`',
    allOf: [{ $ref: '#/components/schemas/ApprovalResponse' }],
  })
  approval?: object;

  @ApiProperty({ required: false, description: 'Whose account it is; only after activation' })
  person?: SessionPersonResponse;
}

export class RunningSessionResponse {
  @ApiProperty({ format: 'uuid', example: '019306a1-7c1e-7000-8000-000000000002' }) id: string;
  @ApiProperty({ example: 'Firefox · Windows' }) browser: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-23T10:00:00.000Z' }) createdAt: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-23T10:05:00.000Z' }) lastSeenAt: string;
  @ApiProperty({ description: 'The session of this very call', example: true }) isCurrent: boolean;
}

export class RunningSessionsResponse {
  @ApiProperty({ type: [RunningSessionResponse] }) items: RunningSessionResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: five at most', example: null })
  nextCursor: null;
}

export class ChangePasswordRequest {
  @ApiProperty({ example: 'Regenbogen-7-Fahrrad', maxLength: 1000 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  currentPassword: string;

  @ApiProperty({ example: 'Leuchtturm_Kaffee.42', maxLength: 1000 })
  @IsString()
  @MaxLength(1000)
  newPassword: string;
}
