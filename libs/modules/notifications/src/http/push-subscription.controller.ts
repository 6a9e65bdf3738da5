import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentDevice, DeviceAccess, LimitPerAddress, type DeviceActor } from '@of/platform';
import { ReadPush } from '../application/read-push.query';
import { TurnPushOff } from '../application/turn-push-off';
import { TurnPushOn } from '../application/turn-push-on';
import { PushStateResponse, PushSubscriptionRequest } from './dto/push-subscription.dto';

const limit = { name: 'device-push', points: 30, windowSeconds: 300 };

/** Hints to this device. They carry no content, so the device alone may switch them; its user need not be proven anew. */
@ApiTags('Device')
@Controller('api/v1/device/push-subscription')
export class PushSubscriptionController {
  constructor(
    private readonly readPush: ReadPush,
    private readonly turnOn: TurnPushOn,
    private readonly turnOff: TurnPushOff,
  ) {}

  @Get()
  @DeviceAccess({ verified: false })
  @ApiOperation({
    operationId: 'getPushState',
    summary: 'Whether this device gets hints, and the key to subscribe with',
  })
  @ApiOkResponse({ type: PushStateResponse })
  read(@CurrentDevice() device: DeviceActor): Promise<PushStateResponse> {
    return this.readPush.execute(device);
  }

  @Put()
  @HttpCode(204)
  @DeviceAccess({ verified: false })
  @LimitPerAddress(limit)
  @ApiOperation({
    operationId: 'turnPushOn',
    summary: 'Hints to this device, at this subscription; replaces the former',
  })
  @ApiNoContentResponse()
  @ApiProblems({
    422: 'validation-failed with push-endpoint-refused or push-key-invalid',
    429: 'too-many-requests',
  })
  async put(
    @CurrentDevice() device: DeviceActor,
    @Body() { endpoint, keys, expirationTime }: PushSubscriptionRequest,
  ): Promise<void> {
    const expiresAt = typeof expirationTime === 'number' ? new Date(expirationTime) : null;
    await this.turnOn.execute(device, { target: { endpoint, keys: { ...keys } }, expiresAt });
  }

  @Delete()
  @HttpCode(204)
  @DeviceAccess({ verified: false })
  @ApiOperation({ operationId: 'turnPushOff', summary: 'No hints to this device any more' })
  @ApiNoContentResponse()
  async remove(@CurrentDevice() device: DeviceActor): Promise<void> {
    await this.turnOff.execute(device);
  }
}
