import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ApiProblems,
  CurrentMember,
  MemberAccess,
  RequestLanguage,
  type Language,
  type SessionActor,
} from '@of/platform';
import { ReadAccessLog } from '../application/read-access-log.query';
import { AccessLogQuery, AccessLogResponse } from './dto/changes.dto';

@ApiTags('Me')
@Controller('api/v1/me/access-log')
export class AccessLogController {
  constructor(private readonly log: ReadAccessLog) {}

  @Get()
  @MemberAccess()
  @ApiOperation({ operationId: 'listAccessLog', summary: 'Who did what with my data, newest first' })
  @ApiOkResponse({ type: AccessLogResponse })
  @ApiProblems({ 422: 'validation-failed' })
  async list(
    @CurrentMember() actor: SessionActor,
    @Query() { limit = 25, cursor }: AccessLogQuery,
    @RequestLanguage() language: Language,
  ): Promise<AccessLogResponse> {
    const { items, nextCursor } = await this.log.execute(actor, { limit, cursor, language });
    return { items: items.map((entry) => ({ ...entry, at: entry.at.toISOString() })), nextCursor };
  }
}
