import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentMember, MemberAccess, type SessionActor } from '@of/platform';
import { ChangePassword } from '../application/change-password';
import { EndSession } from '../application/end-session';
import { ListSessions } from '../application/list-sessions.query';
import { ChangePasswordRequest, RunningSessionsResponse } from './dto/session.dto';

@ApiTags('Me')
@Controller('api/v1/me')
export class AccessDataController {
  constructor(
    private readonly changePassword: ChangePassword,
    private readonly endSession: EndSession,
    private readonly sessions: ListSessions,
  ) {}

  @Put('password')
  @HttpCode(204)
  @MemberAccess({ duringSteps: ['change-password'] })
  @ApiOperation({ operationId: 'changePassword', summary: 'Change the password; ends all other sessions' })
  @ApiNoContentResponse()
  @ApiProblems({ 422: 'validation-failed with password-policy or password-wrong', 429: 'too-many-requests' })
  async putPassword(@CurrentMember() actor: SessionActor, @Body() body: ChangePasswordRequest): Promise<void> {
    await this.changePassword.execute(actor, body);
  }

  @Get('sessions')
  @MemberAccess()
  @ApiOperation({ operationId: 'listSessions', summary: 'Where I am logged in' })
  @ApiOkResponse({ type: RunningSessionsResponse })
  async listSessions(@CurrentMember() actor: SessionActor): Promise<RunningSessionsResponse> {
    const sessions = await this.sessions.execute(actor);
    return {
      items: sessions.map((session) => ({
        ...session,
        createdAt: session.createdAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
      })),
      nextCursor: null,
    };
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @MemberAccess()
  @ApiOperation({ operationId: 'endSession', summary: 'Log out elsewhere' })
  @ApiNoContentResponse()
  @ApiProblems({ 404: 'not-found' })
  async deleteSession(@CurrentMember() actor: SessionActor, @Param('id') id: string): Promise<void> {
    await this.endSession.execute(actor, id);
  }
}
