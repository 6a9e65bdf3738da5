import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ApiProblems,
  CurrentMember,
  LimitPerAddress,
  MemberAccess,
  PublicAccess,
  SESSION_EXPIRY_HEADER,
  SessionCookie,
  addressKey,
  type SessionActor,
} from '@of/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { browserName } from '../application/browser-name';
import { EndSession } from '../application/end-session';
import { ExtendSession } from '../application/extend-session';
import { LogIn } from '../application/log-in';
import { BrowserCookie } from './browser-cookie';
import { LogInRequest, SessionResponse } from './dto/session.dto';
import { SessionPresenter } from './session.presenter';

@ApiTags('Session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly logIn: LogIn,
    private readonly extendSession: ExtendSession,
    private readonly endSession: EndSession,
    private readonly cookie: SessionCookie,
    private readonly browsers: BrowserCookie,
    private readonly presenter: SessionPresenter,
  ) {}

  @Post()
  @HttpCode(200)
  @PublicAccess()
  @LimitPerAddress({ name: 'login', points: 20, windowSeconds: 300 })
  @ApiOperation({ operationId: 'logIn', summary: 'Log in with user name and password' })
  @ApiOkResponse({ type: SessionResponse })
  @ApiProblems({ 401: 'login-failed', 403: 'insurance-ended', 422: 'validation-failed', 429: 'too-many-requests' })
  async create(
    @Body() body: LogInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const { token, actor } = await this.logIn.execute({
      username: body.username,
      password: body.password,
      browser: browserName(request.headers['user-agent']),
      address: addressKey(request.ip),
      trustedBrowser: this.browsers.read(request),
    });
    reply.setCookie(this.cookie.name, this.cookie.sign(token, actor.absoluteExpiresAt), this.cookie.options);
    reply.header(SESSION_EXPIRY_HEADER, actor.idleExpiresAt.toISOString());
    if (body.trustBrowser) this.browsers.set(reply, actor.accountId);
    return this.presenter.present(actor);
  }

  @Get()
  @MemberAccess({ duringSteps: 'any', touches: false })
  @ApiOperation({ operationId: 'getSession', summary: 'The running session; does not extend it' })
  @ApiOkResponse({ type: SessionResponse })
  @ApiProblems({ 401: 'not-authenticated' })
  read(@CurrentMember() actor: SessionActor): Promise<SessionResponse> {
    return this.presenter.present(actor);
  }

  @Post('extension')
  @HttpCode(200)
  @MemberAccess({ duringSteps: 'any' })
  @ApiOperation({ operationId: 'extendSession', summary: 'Stay logged in: moves the idle deadline' })
  @ApiOkResponse({ type: SessionResponse })
  @ApiProblems({ 401: 'not-authenticated' })
  async extend(
    @CurrentMember() actor: SessionActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const extended = await this.extendSession.execute(actor);
    reply.header(SESSION_EXPIRY_HEADER, extended.idleExpiresAt.toISOString());
    return this.presenter.present(extended);
  }

  @Delete()
  @HttpCode(204)
  @MemberAccess({ duringSteps: 'any', touches: false })
  @ApiOperation({ operationId: 'logOut', summary: 'Log out' })
  @ApiNoContentResponse()
  @ApiProblems({ 401: 'not-authenticated' })
  async remove(@CurrentMember() actor: SessionActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.endSession.execute(actor, actor.sessionId);
    // Not "cookies": that would sign the member out of the companion on the same site, too.
    reply.header('clear-site-data', '"cache", "storage"');
    reply.clearCookie(this.cookie.name, this.cookie.options);
  }
}
