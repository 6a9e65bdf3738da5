import { Body, Controller, Delete, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApprovalResponse, ApprovalView } from '@of/approval';
import { ApiProblems, CurrentMember, MemberAccess, SessionCookie, type SessionActor } from '@of/platform';
import { type FastifyReply } from 'fastify';
import { DeleteAccount } from '../application/delete-account';
import { ReadAccessEnd } from '../application/read-access-end.query';
import { AccountResponse, DeleteAccountRequest } from './dto/account.dto';

@ApiTags('Me')
@Controller('api/v1/me/account')
export class AccountController {
  constructor(
    private readonly accessEnd: ReadAccessEnd,
    private readonly deleteAccount: DeleteAccount,
    private readonly approvals: ApprovalView,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @MemberAccess()
  @ApiOperation({ operationId: 'getAccount', summary: 'Until when the account is open, once cover has ended' })
  @ApiOkResponse({ type: AccountResponse })
  async read(@CurrentMember() actor: SessionActor): Promise<AccountResponse> {
    const end = await this.accessEnd.execute(actor.accountId);
    return {
      coverEndedOn: end?.coverEndedOn.toString() ?? null,
      accessEndsOn: end?.accessEndsOn.toString() ?? null,
    };
  }

  @Delete()
  @MemberAccess({ duringSteps: ['activate', 'change-password', 'accept-terms', 'confirm-contact'] })
  @ApiOperation({ operationId: 'deleteAccount', summary: 'Delete the account; with a bound device after its release' })
  @ApiNoContentResponse({ description: 'The account is gone and the session over' })
  @ApiAcceptedResponse({ type: ApprovalResponse, description: 'Waits for the release on a device' })
  @ApiProblems({
    403: 'second-factor-required, step-required',
    422: 'validation-failed with password-wrong',
    429: 'too-many-requests',
  })
  async remove(
    @CurrentMember() actor: SessionActor,
    @Body() { password }: DeleteAccountRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApprovalResponse | undefined> {
    const approval = await this.deleteAccount.execute(actor, password);
    if (approval) {
      reply.status(HttpStatus.ACCEPTED);
      return this.approvals.ofMember(approval);
    }
    reply.status(HttpStatus.NO_CONTENT);
    // Not "cookies": the companion on the same site may belong to somebody else of the family.
    reply.header('clear-site-data', '"cache", "storage"');
    reply.clearCookie(this.cookie.name, this.cookie.options);
    return undefined;
  }
}
