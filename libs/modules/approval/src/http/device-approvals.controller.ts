import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { addressKey, ApiProblems, CurrentDevice, DeviceAccess, type DeviceActor } from '@of/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ApprovalView } from '../application/approval-view';
import { DecideApproval } from '../application/decide-approval';
import { ListApprovals } from '../application/list-approvals.query';
import { ApprovalStreams } from './approval-streams';
import {
  DecisionRequest,
  DeviceApprovalResponse,
  DeviceApprovalsResponse,
  ReleaseOptionsResponse,
} from './dto/decision.dto';

/** The device's side. Looking and refusing need the device alone, releasing needs its user, too. */
@ApiTags('Device')
@Controller('api/v1/device')
export class DeviceApprovalsController {
  constructor(
    private readonly approvals: ListApprovals,
    private readonly decide: DecideApproval,
    private readonly view: ApprovalView,
    private readonly streams: ApprovalStreams,
  ) {}

  @Get('approvals')
  @DeviceAccess({ verified: false })
  @ApiOperation({ operationId: 'listOpenApprovals', summary: 'What waits for a release on this device' })
  @ApiOkResponse({ type: DeviceApprovalsResponse })
  async listOpen(
    @CurrentDevice() device: DeviceActor,
    @Req() request: FastifyRequest,
  ): Promise<DeviceApprovalsResponse> {
    const open = await this.approvals.execute(device.accountId, 'pending', 25);
    return { items: open.map((approval) => this.view.ofDevice(approval, addressKey(request.ip))), nextCursor: null };
  }

  @Get('approvals/history')
  @DeviceAccess({ verified: false })
  @ApiOperation({ operationId: 'listPastApprovals', summary: 'The last 50 approvals, open ones included' })
  @ApiOkResponse({ type: DeviceApprovalsResponse })
  async listPast(
    @CurrentDevice() device: DeviceActor,
    @Req() request: FastifyRequest,
  ): Promise<DeviceApprovalsResponse> {
    const all = await this.approvals.execute(device.accountId, undefined, 50);
    return { items: all.map((approval) => this.view.ofDevice(approval, addressKey(request.ip))), nextCursor: null };
  }

  @Get('events')
  @DeviceAccess({ verified: false })
  @ApiOperation({
    operationId: 'followOpenApprovals',
    summary: 'Server-sent events `approvals`, each with the whole list of what waits',
  })
  @ApiProduces('text/event-stream')
  follow(@CurrentDevice() device: DeviceActor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.streams.openForDevice(device, request, reply);
  }

  @Post('approvals/:id/options')
  @HttpCode(200)
  @DeviceAccess({ verified: false })
  @ApiOperation({
    operationId: 'startRelease',
    summary: 'WebAuthn request options; the challenge is the SHA-256 of what is released',
  })
  @ApiOkResponse({ type: ReleaseOptionsResponse })
  @ApiProblems({ 404: 'not-found', 409: 'approval-closed' })
  options(@CurrentDevice() device: DeviceActor, @Param('id') id: string): Promise<object> {
    return this.decide.options(device, id);
  }

  @Post('approvals/:id/decision')
  @HttpCode(200)
  @DeviceAccess({ verified: false })
  @ApiOperation({ operationId: 'decideApproval', summary: 'Release or refuse' })
  @ApiOkResponse({ type: DeviceApprovalResponse })
  @ApiProblems({
    404: 'not-found',
    409: 'approval-closed, approval-stale',
    422: 'match-number-wrong, assertion-invalid',
    429: 'too-many-requests',
  })
  async postDecision(
    @CurrentDevice() device: DeviceActor,
    @Param('id') id: string,
    @Body() body: DecisionRequest,
    @Req() request: FastifyRequest,
  ): Promise<DeviceApprovalResponse> {
    return this.view.ofDevice(await this.decide.execute(device, id, body), addressKey(request.ip));
  }
}
