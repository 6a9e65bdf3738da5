import { Body, Controller, Get, HttpCode, Param, Patch } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { parseId } from '@of/kernel';
import { ApiProblems, CurrentMember, MemberAccess, type SessionActor } from '@of/platform';
import { Devices } from '../application/devices';
import { notFound } from '../domain/identity.errors';
import { DevicesResponse, RenameDeviceRequest } from './dto/device.dto';

/** A member's devices, in the portal. */
@ApiTags('Me')
@Controller('api/v1/me/devices')
export class DevicesController {
  constructor(private readonly devices: Devices) {}

  @Get()
  @MemberAccess()
  @ApiOperation({ operationId: 'listDevices', summary: 'My devices' })
  @ApiOkResponse({ type: DevicesResponse })
  async list(@CurrentMember() actor: SessionActor): Promise<DevicesResponse> {
    const devices = await this.devices.list(actor.accountId);
    return {
      items: devices.map(({ id, name, state, createdAt, lastUsedAt, isSyncable, boundBy }) => ({
        id,
        name,
        state: state === 'suspended' ? 'suspended' : 'active',
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
        isSyncable,
        boundBy,
      })),
      nextCursor: null,
    };
  }

  @Patch(':id')
  @HttpCode(204)
  @MemberAccess()
  @ApiOperation({ operationId: 'renameDevice', summary: 'Give a device another name' })
  @ApiNoContentResponse()
  @ApiProblems({ 404: 'not-found', 422: 'validation-failed' })
  async rename(
    @CurrentMember() actor: SessionActor,
    @Param('id') id: string,
    @Body() body: RenameDeviceRequest,
  ): Promise<void> {
    const deviceId = parseId<'Device'>(id);
    if (!deviceId) throw notFound();
    await this.devices.rename(actor.accountId, deviceId, body.name);
  }
}
