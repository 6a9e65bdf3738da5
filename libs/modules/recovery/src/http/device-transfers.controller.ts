import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ApiProblems,
  CurrentMember,
  LimitPerAddress,
  MemberAccess,
  PublicAccess,
  type SessionActor,
} from '@of/platform';
import { ReadDeviceTransfer } from '../application/read-device-transfer.query';
import { ReadDeviceWays } from '../application/read-device-ways.query';
import { StartDeviceTransfer } from '../application/start-device-transfer';
import {
  DeviceTransferResponse,
  DeviceWaysResponse,
  MyTransferProgressResponse,
  PasswordConfirmationRequest,
  TransferProgressResponse,
} from './dto/recovery.dto';

/** The move to a new device; the new device's own calls belong to the devices. */
@Controller('api/v1')
export class DeviceTransfersController {
  constructor(
    private readonly startTransfer: StartDeviceTransfer,
    private readonly transfers: ReadDeviceTransfer,
    private readonly ways: ReadDeviceWays,
  ) {}

  @Get('me/device-ways')
  @ApiTags('Me')
  @MemberAccess({ touches: false, duringSteps: ['approve-login'] })
  @ApiOperation({ operationId: 'getDeviceWays', summary: 'How this session may get a new device without a letter' })
  @ApiOkResponse({ type: DeviceWaysResponse })
  async readWays(@CurrentMember() actor: SessionActor): Promise<DeviceWaysResponse> {
    const { transfer, until } = await this.ways.execute(actor);
    return { transfer, until: until?.toISOString() ?? null };
  }

  @Post('me/device-transfers')
  @ApiTags('Me')
  @MemberAccess()
  @ApiOperation({ operationId: 'startDeviceTransfer', summary: 'A QR code for a new device, good for ten minutes' })
  @ApiCreatedResponse({ type: DeviceTransferResponse })
  @ApiProblems({
    403: 'second-factor-required',
    409: 'too-many-devices',
    422: 'validation-failed with password-wrong',
    429: 'too-many-requests',
  })
  async start(
    @CurrentMember() actor: SessionActor,
    @Body() { password }: PasswordConfirmationRequest,
  ): Promise<DeviceTransferResponse> {
    const { transferId, qr, expiresAt } = await this.startTransfer.execute(actor, password);
    return { transferId, qr, expiresAt: expiresAt.toISOString() };
  }

  @Get('me/device-transfers/:transferId')
  @ApiTags('Me')
  @MemberAccess({ touches: false, duringSteps: ['approve-login'] })
  @ApiOperation({ operationId: 'getDeviceTransfer', summary: 'How far the new device is' })
  @ApiOkResponse({ type: MyTransferProgressResponse })
  @ApiProblems({ 404: 'not-found' })
  async read(
    @CurrentMember() actor: SessionActor,
    @Param('transferId') transferId: string,
  ): Promise<MyTransferProgressResponse> {
    const { expiresAt, ...progress } = await this.transfers.ofMember(actor.accountId, transferId);
    return { ...progress, expiresAt: expiresAt.toISOString() };
  }

  @Get('devices/transfers/:transferId')
  @ApiTags('Device')
  @PublicAccess()
  @LimitPerAddress({ name: 'transfer-progress', points: 300, windowSeconds: 300 })
  @ApiOperation({ operationId: 'followTransfer', summary: 'Whether the old device has released this one' })
  @ApiOkResponse({ type: TransferProgressResponse })
  @ApiProblems({ 404: 'not-found', 429: 'too-many-requests' })
  async follow(@Param('transferId') transferId: string): Promise<TransferProgressResponse> {
    const { status, expiresAt } = await this.transfers.bySecret(transferId);
    return { status, expiresAt: expiresAt.toISOString() };
  }
}
