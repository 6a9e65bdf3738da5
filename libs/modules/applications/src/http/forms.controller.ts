import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  ApiProblems,
  CurrentPerson,
  PersonAccess,
  RequestLanguage,
  type Language,
  type PersonScope,
} from '@of/platform';
import { ListForms } from '../application/list-forms.query';
import { FormsResponse } from './dto/forms.dto';

@ApiTags('Me')
@ApiParam({ name: 'personId', description: 'Insured person, `me` for oneself', example: 'me' })
@PersonAccess({ devices: true })
@Controller('api/v1/insured-persons/:personId/document-forms')
export class FormsController {
  constructor(private readonly forms: ListForms) {}

  @Get()
  @ApiOperation({ operationId: 'listDocumentForms', summary: 'Categories of documents and what is asked about each' })
  @ApiOkResponse({ type: FormsResponse })
  @ApiProblems({ 404: 'not-found' })
  async list(@CurrentPerson() person: PersonScope, @RequestLanguage() language: Language): Promise<FormsResponse> {
    return { items: await this.forms.execute(person, language) };
  }
}
