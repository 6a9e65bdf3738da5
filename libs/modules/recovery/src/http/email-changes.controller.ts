import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, LimitPerAddress, PublicAccess } from '@of/platform';
import { UndoEmailChange } from '../application/undo-email-change';

@ApiTags('Public')
@PublicAccess()
@Controller('api/v1/email-changes')
export class EmailChangesController {
  constructor(private readonly undoChange: UndoEmailChange) {}

  @Post(':token/undo')
  @HttpCode(204)
  @LimitPerAddress({ name: 'email-undo', points: 30, windowSeconds: 3600 })
  @ApiOperation({
    operationId: 'undoEmailChange',
    summary: 'Give the former e-mail address back; everybody is signed out',
  })
  @ApiNoContentResponse()
  @ApiProblems({ 404: 'not-found', 410: 'link-used, link-expired', 429: 'too-many-requests' })
  async undo(@Param('token') token: string): Promise<void> {
    await this.undoChange.execute(token);
  }
}
