import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SessionPresenter, SessionResponse } from '@of/identity';
import { ApiProblems, CurrentMember, Idempotent, LimitPerAddress, MemberAccess, type SessionActor } from '@of/platform';
import { AcceptDocuments } from '../application/accept-documents';
import { ActivateAccount } from '../application/activate-account';
import { OrderActivationLetter } from '../application/order-activation-letter';
import { AcceptDocumentsRequest, ActivationRequest, LetterExpectedResponse } from './dto/registration.dto';

/** The steps of a first login. */
@ApiTags('Session')
@Controller('api/v1/session')
export class FirstLoginController {
  constructor(
    private readonly activateAccount: ActivateAccount,
    private readonly orderLetter: OrderActivationLetter,
    private readonly acceptDocuments: AcceptDocuments,
    private readonly presenter: SessionPresenter,
  ) {}

  @Post('activation')
  @HttpCode(200)
  @MemberAccess({ duringSteps: ['activate'] })
  @LimitPerAddress({ name: 'code', points: 30, windowSeconds: 3600 })
  @ApiOperation({ operationId: 'activate', summary: 'Enter the code from the letter' })
  @ApiOkResponse({ type: SessionResponse })
  @ApiProblems({ 409: 'code-void', 422: 'code-invalid, code-expired', 429: 'too-many-requests' })
  async activate(@CurrentMember() actor: SessionActor, @Body() body: ActivationRequest): Promise<SessionResponse> {
    return this.presenter.present(await this.activateAccount.execute(actor, body.code));
  }

  @Post('activation-letter')
  @Idempotent()
  @HttpCode(202)
  @MemberAccess({ duringSteps: ['activate'] })
  @ApiOperation({ operationId: 'orderActivationLetter', summary: 'Order a new letter with a new code' })
  @ApiAcceptedResponse({ type: LetterExpectedResponse })
  @ApiProblems({
    409: 'already-activated',
    429: 'too-many-requests with reason letter-under-way or letter-limit-reached',
  })
  async order(@CurrentMember() actor: SessionActor): Promise<LetterExpectedResponse> {
    const { letterExpectedBy } = await this.orderLetter.execute(actor);
    return { letterExpectedBy: letterExpectedBy.toString() };
  }

  @Post('consents')
  @HttpCode(200)
  @MemberAccess({ duringSteps: ['accept-terms'] })
  @ApiOperation({ operationId: 'acceptDocuments', summary: 'Accept the terms, acknowledge the privacy notice' })
  @ApiOkResponse({ type: SessionResponse })
  @ApiProblems({ 409: 'document-outdated', 422: 'validation-failed' })
  async accept(@CurrentMember() actor: SessionActor, @Body() body: AcceptDocumentsRequest): Promise<SessionResponse> {
    return this.presenter.present(await this.acceptDocuments.execute(actor, body.documents));
  }
}
