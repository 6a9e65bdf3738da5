import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiExtraModels,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { ApprovalResponse, ApprovalView, type Approval } from '@of/approval';
import { ApiProblems, CurrentMember, MemberAccess, type SessionActor } from '@of/platform';
import { type FastifyReply } from 'fastify';
import { ConfirmContact } from '../application/confirm-contact';
import { DeclineMobile } from '../application/decline-mobile';
import { ReadMyData } from '../application/read-my-data.query';
import { RequestContact } from '../application/request-contact';
import {
  ChangeEmailRequest,
  ChangeMobileRequest,
  CodeSentResponse,
  ConfirmCodeRequest,
  MyDataResponse,
} from './dto/my-data.dto';

/** A new contact answers with the approval where a device has to release it first, else with nothing: the code is sent. */
const requested = {
  description: 'A code was sent; with a bound device the approval after whose release it is sent',
  schema: { oneOf: [{ $ref: getSchemaPath(CodeSentResponse) }, { $ref: getSchemaPath(ApprovalResponse) }] },
};

@ApiTags('Me')
@ApiExtraModels(CodeSentResponse, ApprovalResponse)
@Controller('api/v1/me')
export class MyDataController {
  constructor(
    private readonly readMyData: ReadMyData,
    private readonly requestContact: RequestContact,
    private readonly declineMobile: DeclineMobile,
    private readonly confirmContact: ConfirmContact,
    private readonly view: ApprovalView,
  ) {}

  @Get()
  @MemberAccess({ duringSteps: ['confirm-contact'] })
  @ApiOperation({ operationId: 'getMe', summary: 'My data' })
  @ApiOkResponse({ type: MyDataResponse })
  @ApiProblems({ 401: 'not-authenticated', 403: 'step-required' })
  read(@CurrentMember() actor: SessionActor): Promise<MyDataResponse> {
    return this.readMyData.execute(actor);
  }

  @Put('email')
  @HttpCode(202)
  @MemberAccess({ duringSteps: ['confirm-contact'] })
  @ApiOperation({ operationId: 'changeEmail', summary: 'Name an e-mail address; a code goes there' })
  @ApiAcceptedResponse(requested)
  @ApiProblems({
    403: 'second-factor-required',
    409: 'recently-recovered',
    422: 'validation-failed with email-format or password-wrong',
    429: 'too-many-requests',
  })
  async putEmail(
    @CurrentMember() actor: SessionActor,
    @Body() body: ChangeEmailRequest,
  ): Promise<CodeSentResponse | ApprovalResponse> {
    return this.present(await this.requestContact.email(actor, body));
  }

  @Post('email/verification')
  @HttpCode(204)
  @MemberAccess({ duringSteps: ['confirm-contact'] })
  @ApiOperation({ operationId: 'confirmEmail', summary: 'Enter the code from the e-mail' })
  @ApiNoContentResponse()
  @ApiProblems({ 409: 'code-void', 422: 'code-invalid, code-expired', 429: 'too-many-requests' })
  async confirmEmail(@CurrentMember() actor: SessionActor, @Body() body: ConfirmCodeRequest): Promise<void> {
    await this.confirmContact.execute(actor, 'email', body.code);
  }

  @Put('mobile')
  @MemberAccess({ duringSteps: ['confirm-contact'] })
  @ApiOperation({ operationId: 'changeMobile', summary: 'Name a mobile number (a code goes there), or none' })
  @ApiAcceptedResponse(requested)
  @ApiNoContentResponse({ description: 'No mobile phone: post instead' })
  @ApiProblems({
    403: 'second-factor-required',
    422: 'validation-failed with mobile-format or password-wrong',
    429: 'too-many-requests',
  })
  async putMobile(
    @CurrentMember() actor: SessionActor,
    @Body() body: ChangeMobileRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CodeSentResponse | ApprovalResponse | undefined> {
    if (body.mobile === null) {
      await this.declineMobile.execute(actor, body.password);
      reply.status(204);
      return undefined;
    }
    reply.status(202);
    return this.present(await this.requestContact.mobile(actor, { mobile: body.mobile, password: body.password }));
  }

  @Post('mobile/verification')
  @HttpCode(204)
  @MemberAccess({ duringSteps: ['confirm-contact'] })
  @ApiOperation({ operationId: 'confirmMobile', summary: 'Enter the code from the text message' })
  @ApiNoContentResponse()
  @ApiProblems({ 409: 'code-void', 422: 'code-invalid, code-expired', 429: 'too-many-requests' })
  async confirmMobile(@CurrentMember() actor: SessionActor, @Body() body: ConfirmCodeRequest): Promise<void> {
    await this.confirmContact.execute(actor, 'mobile', body.code);
  }

  private async present(approval: Approval | null): Promise<CodeSentResponse | ApprovalResponse> {
    return approval ? this.view.ofMember(approval) : {};
  }
}
