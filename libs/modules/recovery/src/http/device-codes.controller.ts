import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ApiProblems,
  CurrentDevice,
  CurrentMember,
  DeviceAccess,
  Idempotent,
  MemberAccess,
  type DeviceActor,
  type SessionActor,
} from '@of/platform';
import { CancelDeviceCode } from '../application/cancel-device-code';
import { OrderDeviceCode } from '../application/order-device-code';
import { DeviceCodeOrderedResponse, PasswordConfirmationRequest } from './dto/recovery.dto';

/** Letters with a code for a new device: ordered in the portal, withdrawn from there or with one tap on any device. */
@Controller('api/v1')
export class DeviceCodesController {
  constructor(
    private readonly orderCode: OrderDeviceCode,
    private readonly cancelCode: CancelDeviceCode,
  ) {}

  @Post('me/device-codes')
  @ApiTags('Me')
  @Idempotent()
  @HttpCode(202)
  @MemberAccess({ duringSteps: ['approve-login'] })
  @ApiOperation({ operationId: 'orderDeviceCode', summary: 'Order a letter with a code for a new device' })
  @ApiAcceptedResponse({ type: DeviceCodeOrderedResponse })
  @ApiProblems({
    422: 'validation-failed with password-wrong',
    429: 'too-many-requests with reason letter-under-way or letter-limit-reached',
  })
  async order(
    @CurrentMember() actor: SessionActor,
    @Body() { password }: PasswordConfirmationRequest,
  ): Promise<DeviceCodeOrderedResponse> {
    const { letterExpectedBy } = await this.orderCode.execute(actor, password);
    return { letterExpectedBy: letterExpectedBy.toString() };
  }

  @Delete('me/device-codes')
  @ApiTags('Me')
  @HttpCode(204)
  @MemberAccess()
  @ApiOperation({ operationId: 'cancelDeviceCode', summary: 'Withdraw the order; a code that was sent is void' })
  @ApiNoContentResponse()
  @ApiProblems({ 404: 'not-found' })
  async cancel(@CurrentMember() actor: SessionActor): Promise<void> {
    await this.cancelCode.execute(actor, actor.sessionId);
  }

  @Delete('device/device-codes')
  @ApiTags('Device')
  @HttpCode(204)
  @DeviceAccess({ verified: false })
  @ApiOperation({ operationId: 'cancelDeviceCodeOnDevice', summary: 'The same from a device' })
  @ApiNoContentResponse()
  @ApiProblems({ 401: 'not-authenticated', 404: 'not-found' })
  async cancelOnDevice(@CurrentDevice() device: DeviceActor): Promise<void> {
    await this.cancelCode.execute(device, device.deviceId);
  }
}
