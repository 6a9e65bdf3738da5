import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApprovalResponse, ApprovalView } from '@of/approval';
import { ApiProblems, CurrentMember, MemberAccess, type SessionActor } from '@of/platform';
import { ChangeMyPhone } from '../application/change-my-phone';
import { ListChanges } from '../application/list-changes.query';
import { RequestAddressChange } from '../application/request-address-change';
import { RequestBankAccountChange } from '../application/request-bank-account-change';
import { RequestDeviceRemoval } from '../application/request-device-removal';
import { ChangeAddressRequest, ChangeBankAccountRequest, ChangePhoneRequest, ChangesResponse } from './dto/changes.dto';

const protectedProblems = { 403: 'second-factor-required', 429: 'too-many-requests' } as const;

/** What a member changes, and what became of it. What is protected happens when it was released on a device. */
@ApiTags('Me')
@Controller('api/v1/me')
export class ChangesController {
  constructor(
    private readonly addressChange: RequestAddressChange,
    private readonly bankAccountChange: RequestBankAccountChange,
    private readonly deviceRemoval: RequestDeviceRemoval,
    private readonly phoneChange: ChangeMyPhone,
    private readonly changes: ListChanges,
    private readonly view: ApprovalView,
  ) {}

  @Put('address')
  @HttpCode(202)
  @MemberAccess()
  @ApiOperation({ operationId: 'changeAddress', summary: 'Another address, once it was released on a device' })
  @ApiAcceptedResponse({ type: ApprovalResponse })
  @ApiProblems({ ...protectedProblems, 409: 'recently-recovered', 422: 'validation-failed' })
  async putAddress(
    @CurrentMember() actor: SessionActor,
    @Body() body: ChangeAddressRequest,
  ): Promise<ApprovalResponse> {
    return this.view.ofMember(await this.addressChange.execute(actor, { ...body }));
  }

  @Put('bank-account')
  @HttpCode(202)
  @MemberAccess()
  @ApiOperation({ operationId: 'changeBankAccount', summary: 'Another bank account, once it was released on a device' })
  @ApiAcceptedResponse({ type: ApprovalResponse })
  @ApiProblems({
    ...protectedProblems,
    409: 'recently-recovered',
    422: 'validation-failed with iban-format, iban-country, iban-length, iban-checksum',
  })
  async putBankAccount(
    @CurrentMember() actor: SessionActor,
    @Body() body: ChangeBankAccountRequest,
  ): Promise<ApprovalResponse> {
    return this.view.ofMember(await this.bankAccountChange.execute(actor, body));
  }

  @Delete('devices/:id')
  @HttpCode(202)
  @MemberAccess()
  @ApiOperation({ operationId: 'removeDevice', summary: 'Remove a device, once it was released on a device' })
  @ApiAcceptedResponse({ type: ApprovalResponse })
  @ApiProblems({ ...protectedProblems, 404: 'not-found' })
  async removeDevice(@CurrentMember() actor: SessionActor, @Param('id') id: string): Promise<ApprovalResponse> {
    return this.view.ofMember(await this.deviceRemoval.execute(actor, id));
  }

  @Put('phone')
  @HttpCode(204)
  @MemberAccess()
  @ApiOperation({ operationId: 'changePhone', summary: 'Another landline, or none' })
  @ApiNoContentResponse()
  @ApiProblems({ 422: 'validation-failed with phone-format' })
  async putPhone(@CurrentMember() actor: SessionActor, @Body() body: ChangePhoneRequest): Promise<void> {
    await this.phoneChange.execute(actor, body.phone);
  }

  @Get('changes')
  @MemberAccess()
  @ApiOperation({ operationId: 'listChanges', summary: 'What I changed, newest first' })
  @ApiOkResponse({ type: ChangesResponse })
  async listChanges(@CurrentMember() actor: SessionActor): Promise<ChangesResponse> {
    const changes = await this.changes.execute(actor);
    return {
      items: changes.map((change) => ({
        ...change,
        payoutsHeldUntil: change.payoutsHeldUntil?.toISOString() ?? null,
        createdAt: change.createdAt.toISOString(),
        acknowledgedAt: change.acknowledgedAt?.toISOString() ?? null,
      })),
      nextCursor: null,
    };
  }
}
