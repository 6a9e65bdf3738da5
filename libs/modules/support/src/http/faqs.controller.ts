import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, RequestLanguage, type Language, PublicAccess } from '@of/platform';
import { ListFaqs } from '../application/list-faqs.query';
import { FaqsQuery } from './dto/faqs.query';
import { FaqsResponse } from './dto/faqs.response';

@ApiTags('Public')
@PublicAccess()
@Controller('api/v1/faqs')
export class FaqsController {
  constructor(private readonly listFaqs: ListFaqs) {}

  @Get()
  @Header('vary', 'Accept-Language')
  @ApiOperation({ operationId: 'listFaqs', summary: 'Questions and answers by group, all or those that match' })
  @ApiOkResponse({ type: FaqsResponse })
  @ApiProblems({ 422: 'validation-failed' })
  list(@Query() { query }: FaqsQuery, @RequestLanguage() language: Language): FaqsResponse {
    return { groups: this.listFaqs.execute(language, query) };
  }
}
