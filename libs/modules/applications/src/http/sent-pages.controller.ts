import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentPerson, PersonAccess, type PersonScope } from '@of/platform';
import { FindSentPages } from '../application/find-sent-pages.query';
import { SentPagesQuery, SentPagesResponse } from './dto/sent-pages.dto';

@ApiTags('Me')
@ApiParam({ name: 'personId', description: 'Insured person, `me` for oneself', example: 'me' })
@PersonAccess({ devices: true })
@Controller('api/v1/insured-persons/:personId/sent-pages')
export class SentPagesController {
  constructor(private readonly pages: FindSentPages) {}

  @Get()
  @ApiOperation({
    operationId: 'findSentPages',
    summary: 'Which of these uploads were submitted for the person before',
  })
  @ApiOkResponse({ type: SentPagesResponse })
  @ApiProblems({ 404: 'not-found', 422: 'validation-failed' })
  async find(@CurrentPerson() person: PersonScope, @Query() { uploadIds }: SentPagesQuery): Promise<SentPagesResponse> {
    return { items: await this.pages.execute(person, uploadIds.split(',')) };
  }
}
