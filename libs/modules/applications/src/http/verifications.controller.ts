import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, LimitPerAddress, PublicAccess } from '@of/platform';
import { VerifyCode } from '../application/verify-code.query';
import { VerificationResponse } from './dto/verification.dto';

/** For whoever was shown a certificate or a receipt. */
@ApiTags('Public')
@PublicAccess()
@Controller('api/v1/verifications')
export class VerificationsController {
  constructor(private readonly verify: VerifyCode) {}

  @Get(':code')
  @LimitPerAddress({ name: 'verifications', points: 30, windowSeconds: 60 })
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'verifyCode',
    summary: 'Whether a certificate or receipt is genuine and still holds; no personal data',
  })
  @ApiOkResponse({ type: VerificationResponse })
  @ApiProblems({ 404: 'not-found', 429: 'too-many-requests' })
  async read(@Param('code') code: string): Promise<VerificationResponse> {
    const { receipt, ...verification } = await this.verify.execute(code);
    return { ...verification, receipt: receipt && { ...receipt, receivedAt: receipt.receivedAt.toISOString() } };
  }
}
