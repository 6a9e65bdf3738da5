import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { sendDocument } from '@of/documents';
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
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { KeepPrivate } from '../application/keep-private';
import { ReadSubmissions } from '../application/read-submissions.query';
import { SubmitDocument } from '../application/submit-document';
import { presentDocument, presentEntry } from './document.presenter';
import { DocumentResponse, DocumentsResponse, PrivacyRequest, SubmitDocumentRequest } from './dto/documents.dto';
import { PageQuery } from './dto/page.dto';

/** What members submit, for themselves and for their children. */
@ApiTags('Me')
@ApiParam({ name: 'personId', description: 'Insured person, `me` for oneself', example: 'me' })
@PersonAccess({ devices: true })
@Controller('api/v1/insured-persons/:personId/documents')
export class DocumentsController {
  constructor(
    private readonly submit: SubmitDocument,
    private readonly submissions: ReadSubmissions,
    private readonly keepPrivate: KeepPrivate,
    private readonly config: AppConfig,
  ) {}

  @Post()
  @Idempotent()
  @ApiOperation({ operationId: 'submitDocument', summary: 'Submit uploads as one document; the receipt is signed' })
  @ApiCreatedResponse({ type: DocumentResponse })
  @ApiProblems({
    404: 'not-found',
    422: 'validation-failed with upload-unknown, upload-unfinished, upload-used, upload-rejected, case-too-large, too-many-pages, and codes of the questions',
  })
  async post(
    @CurrentPerson() person: PersonScope,
    @Body() body: SubmitDocumentRequest,
    @RequestLanguage() language: Language,
  ): Promise<DocumentResponse> {
    const { category, uploadIds, fields } = body;
    const id = await this.submit.execute(person, { category, uploadIds, fields, isPrivate: body.private ?? false });
    return presentDocument(this.config, person, await this.submissions.one(person, id), language);
  }

  @Get()
  @ApiOperation({ operationId: 'listDocuments', summary: 'What was submitted, and how far it is; newest first' })
  @ApiOkResponse({ type: DocumentsResponse })
  @ApiProblems({ 404: 'not-found', 422: 'validation-failed with cursor-invalid' })
  async list(
    @CurrentPerson() person: PersonScope,
    @Query() { limit = 25, cursor }: PageQuery,
    @RequestLanguage() language: Language,
  ): Promise<DocumentsResponse> {
    const { items, nextCursor } = await this.submissions.list(person, { limit, cursor });
    return { items: items.map((item) => presentEntry(item, language)), nextCursor };
  }

  @Get(':docId')
  @ApiOperation({ operationId: 'getDocument', summary: 'One submission with its receipt' })
  @ApiOkResponse({ type: DocumentResponse })
  @ApiProblems({ 404: 'not-found' })
  async read(
    @CurrentPerson() person: PersonScope,
    @Param('docId') id: string,
    @RequestLanguage() language: Language,
  ): Promise<DocumentResponse> {
    return presentDocument(this.config, person, await this.submissions.one(person, id), language);
  }

  @Patch(':docId')
  @HttpCode(204)
  @ApiOperation({ operationId: 'changeDocumentPrivacy', summary: 'Keep it from those who act for me, or no longer' })
  @ApiNoContentResponse()
  @ApiProblems({ 404: 'not-found, also for those who act for the person', 422: 'validation-failed' })
  async patch(
    @CurrentPerson() person: PersonScope,
    @Param('docId') id: string,
    @Body() body: PrivacyRequest,
  ): Promise<void> {
    await this.keepPrivate.execute(person, id, body.private);
  }

  @Get(':docId/content')
  @ApiOperation({ operationId: 'downloadDocument', summary: 'The document as we keep it' })
  @ApiProduces('application/pdf', 'image/jpeg', 'image/png')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems({ 404: 'not-found', 409: 'document-not-ready' })
  async content(
    @CurrentPerson() person: PersonScope,
    @Param('docId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDocument(reply, await this.submissions.open(person, id), request);
  }
}
