import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentMember, MemberAccess, type SessionActor } from '@of/platform';
import { type FastifyReply } from 'fastify';
import { ConfirmContact } from '../application/confirm-contact';
import { ReadMyData } from '../application/read-my-data.query';
import { RequestContact } from '../application/request-contact';
import {
  ChangeEmailRequest,
  ChangeMobileRequest,
  CodeSentResponse,
  ConfirmCodeRequest,
  MyDataResponse,
} from './dto/my-data.dto';

@ApiTags('Me')
@Controller('api/v1/me')
export class MyDataController {
  constructor(
    private readonly readMyData: ReadMyData,
    private readonly requestContact: RequestContact,
    private readonly confirmContact: ConfirmContact,
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
  @ApiAcceptedResponse({ type: CodeSentResponse })
  @ApiProblems({ 422: 'validation-failed with email-format or password-wrong', 429: 'too-many-requests' })
  async putEmail(@CurrentMember() actor: SessionActor, @Body() body: ChangeEmailRequest): Promise<CodeSentResponse> {
    await this.requestContact.email(actor, body);
    return {};
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
  @ApiAcceptedResponse({ type: CodeSentResponse, description: 'A code was sent' })
  @ApiNoContentResponse({ description: 'No mobile phone: post instead' })
  @ApiProblems({ 422: 'validation-failed with mobile-format or password-wrong', 429: 'too-many-requests' })
  async putMobile(
    @CurrentMember() actor: SessionActor,
    @Body() body: ChangeMobileRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CodeSentResponse | undefined> {
    if (body.mobile === null) {
      await this.requestContact.withoutMobile(actor, body.password);
      reply.status(204);
      return undefined;
    }
    await this.requestContact.mobile(actor, { mobile: body.mobile, password: body.password });
    reply.status(202);
    return {};
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
}
