import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, LimitPerAddress, PublicAccess, addressKey } from '@of/platform';
import { CompletePasswordReset } from '../application/complete-password-reset';
import { RequestPasswordReset } from '../application/request-password-reset';
import { CompletePasswordResetRequest, RequestPasswordResetRequest, ResetRequestedResponse } from './dto/recovery.dto';

@ApiTags('Public')
@PublicAccess()
@Controller('api/v1/password-resets')
export class PasswordResetsController {
  constructor(
    private readonly requestReset: RequestPasswordReset,
    private readonly completeReset: CompletePasswordReset,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ operationId: 'requestPasswordReset', summary: 'A code for a new password; always the same answer' })
  @ApiAcceptedResponse({ type: ResetRequestedResponse })
  @ApiProblems({ 422: 'validation-failed', 429: 'too-many-requests' })
  async request(@Body() body: RequestPasswordResetRequest, @Ip() ip: string): Promise<ResetRequestedResponse> {
    await this.requestReset.execute(body, addressKey(ip));
    return {};
  }

  @Post('completion')
  @HttpCode(204)
  @LimitPerAddress({ name: 'code', points: 30, windowSeconds: 3600 })
  @ApiOperation({ operationId: 'completePasswordReset', summary: 'A new password by a code; opens no session' })
  @ApiNoContentResponse()
  @ApiProblems({ 422: 'validation-failed with password-policy, code-invalid', 429: 'too-many-requests' })
  async complete(@Body() body: CompletePasswordResetRequest): Promise<void> {
    await this.completeReset.execute(body);
  }
}
