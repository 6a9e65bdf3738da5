import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  ApiProblems,
  AppConfig,
  CurrentPerson,
  Idempotent,
  PersonAccess,
  RequestLanguage,
  type Language,
  type PersonScope,
} from '@of/platform';
import { ReadSubmissions } from '../application/read-submissions.query';
import { SubmitDocument } from '../application/submit-document';
import { presentDocument } from './document.presenter';
import { ApplyForChildSicknessBenefitRequest, DocumentResponse } from './dto/documents.dto';

/** The application by its own name, for callers that know nothing of categories. It is a document like all others. */
@ApiTags('Me')
@ApiParam({ name: 'personId', description: 'Insured person, `me` for oneself', example: 'me' })
@PersonAccess({ devices: true })
@Controller('api/v1/insured-persons/:personId/child-sickness-benefits')
export class ChildSicknessBenefitsController {
  constructor(
    private readonly submit: SubmitDocument,
    private readonly submissions: ReadSubmissions,
    private readonly config: AppConfig,
  ) {}

  @Post()
  @Idempotent()
  @ApiOperation({
    operationId: 'applyForChildSicknessBenefit',
    summary: 'Apply with the doctor’s certificate (form 21); the receipt is signed',
  })
  @ApiCreatedResponse({ type: DocumentResponse })
  @ApiProblems({
    404: 'not-found',
    422: 'validation-failed with child-too-old, the codes of uploads and those of the questions',
  })
  async post(
    @CurrentPerson() person: PersonScope,
    @Body() { uploadIds, fields, private: isPrivate = false }: ApplyForChildSicknessBenefitRequest,
    @RequestLanguage() language: Language,
  ): Promise<DocumentResponse> {
    const id = await this.submit.execute(person, { category: 'child-sickness-benefit', uploadIds, fields, isPrivate });
    return presentDocument(this.config, person, await this.submissions.one(person, id), language);
  }
}
