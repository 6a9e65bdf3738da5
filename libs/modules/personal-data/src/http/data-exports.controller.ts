import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { sendDocument } from '@of/documents';
import { ApiProblems, CurrentMember, Idempotent, MemberAccess, type SessionActor } from '@of/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { OpenDataExport } from '../application/open-data-export';
import { OrderDataExport } from '../application/order-data-export';
import { ReadDataExports } from '../application/read-data-exports.query';
import type { DataExport } from '../domain/data-export';
import { DataExportResponse, DataExportsResponse } from './dto/data-exports.dto';

function present({ id, state, level, progress, size, createdAt, readyAt, expiresAt }: DataExport): DataExportResponse {
  return {
    id,
    state,
    level,
    progress,
    size,
    createdAt: createdAt.toISOString(),
    readyAt: readyAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}

/** Everything we have stored about a member, to take away (Art. 15 and 20 GDPR). Also before the terms are accepted. */
@ApiTags('Me')
@MemberAccess({ duringSteps: ['accept-terms'] })
@Controller('api/v1/me/data-exports')
export class DataExportsController {
  constructor(
    private readonly orderDataExport: OrderDataExport,
    private readonly readDataExports: ReadDataExports,
    private readonly openDataExport: OpenDataExport,
  ) {}

  @Post()
  @HttpCode(202)
  @Idempotent()
  @ApiOperation({ operationId: 'orderDataExport', summary: 'Order an export of my data; the level decides how much' })
  @ApiAcceptedResponse({ type: DataExportResponse })
  @ApiProblems({ 409: 'data-export-under-way', 429: 'too-many-requests' })
  async order(@CurrentMember() actor: SessionActor): Promise<DataExportResponse> {
    return present(await this.readDataExports.get(actor, await this.orderDataExport.execute(actor)));
  }

  @Get()
  @ApiOperation({ operationId: 'listDataExports', summary: 'My exports, newest first' })
  @ApiOkResponse({ type: DataExportsResponse })
  async list(@CurrentMember() actor: SessionActor): Promise<DataExportsResponse> {
    return { items: (await this.readDataExports.list(actor)).map(present), nextCursor: null };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getDataExport', summary: 'How far an export is' })
  @ApiOkResponse({ type: DataExportResponse })
  @ApiProblems({ 404: 'not-found' })
  async get(@CurrentMember() actor: SessionActor, @Param('id') id: string): Promise<DataExportResponse> {
    return present(await this.readDataExports.get(actor, id));
  }

  @Get(':id/content')
  @ApiOperation({ operationId: 'downloadDataExport', summary: 'The finished export: a ZIP of JSON and PDF files' })
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems({
    403: 'second-factor-required',
    404: 'not-found',
    409: 'data-export-not-ready',
    410: 'data-export-expired',
  })
  async content(
    @CurrentMember() actor: SessionActor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDocument(reply, await this.openDataExport.execute(actor, id), request);
  }
}
