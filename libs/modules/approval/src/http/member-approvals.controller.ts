import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { ApiProblems, CurrentMember, MemberAccess, type SessionActor } from '@of/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ApprovalView } from '../application/approval-view';
import { CancelApproval } from '../application/cancel-approval';
import { ListApprovals } from '../application/list-approvals.query';
import { RequestLoginApproval } from '../application/login-approval';
import { ApprovalStreams } from './approval-streams';
import { ApprovalResponse, ApprovalsQuery, ApprovalsResponse } from './dto/approval.dto';

/** The browser's side: what waits for a release on the member's device. Waiting is no use of the session. */
@ApiTags('Me')
@Controller('api/v1')
export class MemberApprovalsController {
  constructor(
    private readonly approvals: ListApprovals,
    private readonly view: ApprovalView,
    private readonly cancel: CancelApproval,
    private readonly requestLogin: RequestLoginApproval,
    private readonly streams: ApprovalStreams,
  ) {}

  @Post('session/approval')
  @MemberAccess({ duringSteps: ['approve-login'] })
  @ApiOperation({ operationId: 'requestLoginApproval', summary: 'Ask again for the release of this login' })
  @ApiCreatedResponse({ type: ApprovalResponse })
  @ApiProblems({ 403: 'second-factor-required', 429: 'too-many-requests' })
  async postLogin(@CurrentMember() actor: SessionActor): Promise<ApprovalResponse> {
    return this.view.ofMember(await this.requestLogin.execute(actor));
  }

  @Get('me/approvals')
  @MemberAccess({ duringSteps: ['approve-login'], touches: false })
  @ApiOperation({ operationId: 'listApprovals', summary: 'My approvals, newest first' })
  @ApiOkResponse({ type: ApprovalsResponse })
  async list(@CurrentMember() actor: SessionActor, @Query() query: ApprovalsQuery): Promise<ApprovalsResponse> {
    const approvals = await this.approvals.execute(actor.accountId, query.status, query.limit ?? 25);
    return { items: await Promise.all(approvals.map((approval) => this.view.ofMember(approval))), nextCursor: null };
  }

  @Get('me/approvals/:id')
  @MemberAccess({ duringSteps: ['approve-login'], touches: false })
  @ApiOperation({ operationId: 'getApproval', summary: 'One approval' })
  @ApiOkResponse({ type: ApprovalResponse })
  @ApiProblems({ 404: 'not-found' })
  async getOne(@CurrentMember() actor: SessionActor, @Param('id') id: string): Promise<ApprovalResponse> {
    return this.view.ofMember(await this.approvals.getOne(actor.accountId, id));
  }

  @Delete('me/approvals/:id')
  @HttpCode(204)
  @MemberAccess({ duringSteps: ['approve-login'] })
  @ApiOperation({ operationId: 'cancelApproval', summary: 'Withdraw what waits' })
  @ApiNoContentResponse()
  @ApiProblems({ 404: 'not-found', 409: 'approval-closed' })
  async remove(@CurrentMember() actor: SessionActor, @Param('id') id: string): Promise<void> {
    await this.cancel.execute(actor, id);
  }

  @Get('me/approvals/:id/events')
  @MemberAccess({ duringSteps: ['approve-login'], touches: false })
  @ApiOperation({
    operationId: 'followApproval',
    summary: 'Server-sent events `approval`, each with the whole approval, until it is closed',
  })
  @ApiProduces('text/event-stream')
  @ApiProblems({ 404: 'not-found' })
  async follow(
    @CurrentMember() actor: SessionActor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.streams.openForMember(actor, id, request, reply);
  }
}
