import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { sendDocument } from '@of/documents';
import { ApiProblems, AppConfig, CurrentPerson, Idempotent, PersonAccess, type PersonScope } from '@of/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { IssueCertificate } from '../application/issue-certificate';
import { ListCertificates } from '../application/list-certificates.query';
import { OpenCertificate } from '../application/open-certificate';
import { presentCertificate } from './certificate.presenter';
import { CertificateResponse, CertificatesResponse, OrderCertificateRequest } from './dto/certificates.dto';
import { PageQuery } from './dto/page.dto';

/** What the insurer confirms about a person. They hold data that only a second factor opens. */
@ApiTags('Me')
@ApiParam({ name: 'personId', description: 'Insured person, `me` for oneself', example: 'me' })
@Controller('api/v1/insured-persons/:personId/certificates')
export class CertificatesController {
  constructor(
    private readonly issue: IssueCertificate,
    private readonly certificates: ListCertificates,
    private readonly open: OpenCertificate,
    private readonly config: AppConfig,
  ) {}

  @Post()
  @PersonAccess({ level: 'full' })
  @Idempotent()
  @ApiOperation({ operationId: 'orderCertificate', summary: 'A certificate, at once as PDF or by post' })
  @ApiCreatedResponse({ type: CertificateResponse, description: 'Ready to be downloaded' })
  @ApiAcceptedResponse({ type: CertificateResponse, description: 'On its way by post' })
  @ApiProblems({
    403: 'second-factor-required',
    404: 'not-found',
    409: 'certificate-without-cover, certificate-not-for-age, certificate-not-printable',
    422: 'validation-failed',
    429: 'too-many-requests',
  })
  async order(
    @CurrentPerson() person: PersonScope,
    @Body() body: OrderCertificateRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CertificateResponse> {
    const issued = await this.issue.execute(person, { ...body });
    const presented = presentCertificate(this.config, person, issued);
    if (!issued.expectedBy) return presented;
    reply.status(202);
    return { ...presented, letterExpectedBy: String(issued.expectedBy) };
  }

  @Get()
  @PersonAccess({ level: 'full' })
  @ApiOperation({ operationId: 'listCertificates', summary: 'Certificates of a person, newest first' })
  @ApiOkResponse({ type: CertificatesResponse })
  @ApiProblems({ 403: 'second-factor-required', 404: 'not-found', 422: 'validation-failed' })
  async list(
    @CurrentPerson() person: PersonScope,
    @Query() { limit = 25, cursor }: PageQuery,
  ): Promise<CertificatesResponse> {
    const { items, nextCursor } = await this.certificates.execute(person.subject, { limit, cursor });
    return { items: items.map((item) => presentCertificate(this.config, person, item)), nextCursor };
  }

  @Get(':certificateId/content')
  @PersonAccess({ level: 'full' })
  @ApiOperation({ operationId: 'downloadCertificate', summary: 'The PDF of a certificate (PDF/UA-1)' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems({ 403: 'second-factor-required', 404: 'not-found' })
  async content(
    @CurrentPerson() { subject }: PersonScope,
    @Param('certificateId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDocument(reply, await this.open.execute(subject, id), request);
  }
}
