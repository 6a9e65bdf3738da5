import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  ApiProblems,
  CurrentDevice,
  DeviceAccess,
  DeviceCookie,
  LimitPerAddress,
  PublicAccess,
  addressKey,
  type DeviceActor,
} from '@of/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { BindByTransfer } from '../application/bind-by-transfer';
import { BindDevice, type BoundDevice } from '../application/bind-device';
import { browserName } from '../application/browser-name';
import { OpenDeviceSession } from '../application/open-device-session';
import { StartBinding } from '../application/start-binding';
import { DeviceSessionPresenter } from './device-session.presenter';
import {
  BindDeviceRequest,
  BindingOptionsRequest,
  BindingOptionsResponse,
  DeviceSessionOptionsRequest,
  DeviceSessionOptionsResponse,
  DeviceSessionResponse,
  OpenDeviceSessionRequest,
  TransferOptionsRequest,
  TransferOptionsResponse,
  WaitingDeviceResponse,
} from './dto/device.dto';

const limit = { name: 'device', points: 20, windowSeconds: 300 };

/** The companion's own way in: bind a device once, open it with its key from then on. */
@ApiTags('Device')
@Controller('api/v1')
export class DeviceBindingController {
  constructor(
    private readonly startBinding: StartBinding,
    private readonly bindDevice: BindDevice,
    private readonly bindByTransfer: BindByTransfer,
    private readonly openSession: OpenDeviceSession,
    private readonly cookie: DeviceCookie,
    private readonly presenter: DeviceSessionPresenter,
  ) {}

  @Post('devices/binding-options')
  @HttpCode(200)
  @PublicAccess()
  @LimitPerAddress(limit)
  @ApiOperation({ operationId: 'startBinding', summary: 'User name, password and posted code for a new device' })
  @ApiOkResponse({ type: BindingOptionsResponse })
  @ApiProblems({
    401: 'login-failed',
    403: 'insurance-ended',
    409: 'code-void, too-many-devices',
    422: 'code-invalid, code-expired',
    429: 'too-many-requests',
  })
  start(@Body() { username, password, code }: BindingOptionsRequest): Promise<BindingOptionsResponse> {
    return this.startBinding.execute({ username, password, trustedBrowser: null }, code);
  }

  @Post('devices/transfer-options')
  @HttpCode(200)
  @PublicAccess()
  @LimitPerAddress(limit)
  @ApiOperation({ operationId: 'startTransfer', summary: 'For a new device that one already bound will release' })
  @ApiOkResponse({ type: TransferOptionsResponse })
  @ApiProblems({ 409: 'transfer-expired', 429: 'too-many-requests' })
  startTransfer(@Body() { transferId }: TransferOptionsRequest): Promise<TransferOptionsResponse> {
    return this.bindByTransfer.start(transferId);
  }

  @Post('devices')
  @PublicAccess()
  @LimitPerAddress(limit)
  @ApiOperation({ operationId: 'bindDevice', summary: 'The key of the new device; also opens an account' })
  @ApiCreatedResponse({ type: DeviceSessionResponse })
  @ApiAcceptedResponse({ type: WaitingDeviceResponse, description: 'Waits for the release on another device' })
  @ApiProblems({
    409: 'binding-expired, transfer-expired, too-many-devices, device-known',
    422: 'assertion-invalid',
    429: 'too-many-requests',
  })
  async bind(
    @Body() { bindingId, transferId, name, credential }: BindDeviceRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeviceSessionResponse | WaitingDeviceResponse> {
    if (bindingId !== undefined) {
      return this.answer(await this.bindDevice.execute({ bindingId, name, credential }), request, reply);
    }
    const browser = browserName(request.headers['user-agent']);
    const offer = { transferId: transferId as string, name, credential, browser, address: addressKey(request.ip) };
    const taken = await this.bindByTransfer.execute(offer);
    if ('token' in taken) return this.answer(taken, request, reply);
    reply.status(202);
    return taken;
  }

  @Post('device/session-options')
  @HttpCode(200)
  @PublicAccess()
  @LimitPerAddress(limit)
  @ApiOperation({ operationId: 'startDeviceSession', summary: 'What the device must sign to open the companion' })
  @ApiOkResponse({ type: DeviceSessionOptionsResponse })
  @ApiProblems({ 429: 'too-many-requests' })
  options(@Body() body: DeviceSessionOptionsRequest): Promise<DeviceSessionOptionsResponse> {
    return this.openSession.options(body.deviceId ?? null);
  }

  @Post('device/session')
  @HttpCode(200)
  @PublicAccess()
  @LimitPerAddress(limit)
  @ApiOperation({ operationId: 'openDeviceSession', summary: 'Open the companion with the device’s key' })
  @ApiOkResponse({ type: DeviceSessionResponse })
  @ApiProblems({
    401: 'device-pending, device-suspended, device-removed',
    422: 'assertion-invalid',
    429: 'too-many-requests',
  })
  async open(
    @Body() body: OpenDeviceSessionRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeviceSessionResponse> {
    return this.answer(await this.openSession.execute(body), request, reply);
  }

  @Get('device/session')
  @DeviceAccess({ verified: false })
  @ApiOperation({ operationId: 'getDeviceSession', summary: 'Whose device this is' })
  @ApiOkResponse({ type: DeviceSessionResponse })
  @ApiProblems({ 401: 'not-authenticated, device-suspended, device-removed' })
  read(@CurrentDevice() device: DeviceActor, @Req() request: FastifyRequest): Promise<DeviceSessionResponse> {
    return this.presenter.present(device.deviceId, this.tokenOf(request));
  }

  @Delete('device/session')
  @HttpCode(204)
  @DeviceAccess({ verified: false })
  @ApiOperation({ operationId: 'closeDeviceSession', summary: 'Close the companion; the device stays bound' })
  @ApiNoContentResponse()
  @ApiProblems({ 401: 'not-authenticated' })
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.openSession.end(this.tokenOf(request));
    reply.clearCookie(this.cookie.name, this.cookie.options);
  }

  /** The browser's cookie names the new session; the one it named before is over. */
  private async answer(
    { deviceId, token, expiresAt }: BoundDevice,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<DeviceSessionResponse> {
    const former = this.tokenOf(request);
    if (former) await this.openSession.end(former);
    const maxAge = Math.floor((expiresAt.getTime() - Date.now()) / 1000);
    reply.setCookie(this.cookie.name, this.cookie.sign(token, expiresAt), { ...this.cookie.options, maxAge });
    return this.presenter.present(deviceId, token);
  }

  private tokenOf(request: FastifyRequest): string {
    return this.cookie.read(request.cookies[this.cookie.name]) ?? '';
  }
}
