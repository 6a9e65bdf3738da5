import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Idempotent, PublicAccess, addressKey, RequestLanguage, type Language } from '@of/platform';
import { OpenRegistration } from '../application/open-registration';
import { LetterExpectedResponse, RegistrationRequest } from './dto/registration.dto';

@ApiTags('Public')
@PublicAccess()
@Controller('api/v1/registrations')
export class RegistrationController {
  constructor(private readonly openRegistration: OpenRegistration) {}

  @Post()
  @Idempotent()
  @HttpCode(202)
  @ApiOperation({ operationId: 'register', summary: 'Register with KVNR and postcode; a letter with a code follows' })
  @ApiAcceptedResponse({ type: LetterExpectedResponse })
  @ApiProblems({ 422: 'validation-failed, registration-not-possible', 429: 'too-many-requests' })
  async create(
    @Body() body: RegistrationRequest,
    @Ip() ip: string,
    @RequestLanguage() language: Language,
  ): Promise<LetterExpectedResponse> {
    const client = { address: addressKey(ip), language };
    const { letterExpectedBy } = await this.openRegistration.execute(body, client);
    return { letterExpectedBy: letterExpectedBy.toString() };
  }
}
