import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiProblems, RequestLanguage, type Language, PublicAccess } from '@of/platform';
import { ListLegalDocuments } from '../application/list-legal-documents.query';
import { legalKinds } from '../domain/legal-document';
import { LegalDocumentResponse, LegalDocumentsResponse } from './dto/legal-documents.response';
import { presentDocument, presentDocuments } from './legal-document.presenter';

@ApiTags('Public')
@PublicAccess()
@Controller('api/v1/legal-documents')
export class LegalDocumentsController {
  constructor(private readonly legalDocuments: ListLegalDocuments) {}

  @Get()
  @Header('vary', 'Accept-Language')
  @ApiOperation({
    operationId: 'listLegalDocuments',
    summary: 'Terms of use and privacy notice, all published versions',
  })
  @ApiOkResponse({ type: LegalDocumentsResponse })
  async list(@RequestLanguage() language: Language): Promise<LegalDocumentsResponse> {
    return presentDocuments(await this.legalDocuments.execute(), language);
  }

  @Get(':kind/:version')
  @Header('vary', 'Accept-Language')
  @ApiOperation({ operationId: 'getLegalDocument', summary: 'One version with its full text' })
  @ApiParam({ name: 'kind', enum: legalKinds, enumName: 'LegalKind', example: 'terms' })
  @ApiParam({ name: 'version', type: String, example: '2026-11-01' })
  @ApiOkResponse({ type: LegalDocumentResponse })
  @ApiProblems({ 404: 'not-found' })
  async get(
    @Param('kind') kind: string,
    @Param('version') version: string,
    @RequestLanguage() language: Language,
  ): Promise<LegalDocumentResponse> {
    return presentDocument(await this.legalDocuments.getOne(kind, version), language);
  }
}
