import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentMember, MemberAccess, type SessionActor } from '@of/platform';
import { ListLetters } from '../application/list-letters.query';
import { LettersResponse } from './dto/letters.response';
import { presentLetters } from './letter.presenter';

@ApiTags('Me')
@MemberAccess({ duringSteps: 'any' })
@Controller('api/v1/me/letters')
export class LettersController {
  constructor(private readonly listLetters: ListLetters) {}

  @Get()
  @ApiOperation({ operationId: 'listLetters', summary: 'Letters to me and how far they are, newest first' })
  @ApiOkResponse({ type: LettersResponse })
  @ApiProblems({ 401: 'not-authenticated' })
  async list(@CurrentMember() member: SessionActor): Promise<LettersResponse> {
    return presentLetters(await this.listLetters.execute(member.accountId));
  }
}
