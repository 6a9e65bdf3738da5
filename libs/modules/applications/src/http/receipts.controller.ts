import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  ApiProblems,
  CurrentPerson,
  PersonAccess,
  RequestLanguage,
  type Language,
  type PersonScope,
} from '@of/platform';
import { type FastifyReply } from 'fastify';
import { PrintReceipt } from '../application/print-receipt';
import { ReadSubmissions } from '../application/read-submissions.query';
import { ReceiptQuery } from './dto/receipt.query';

/** Receipts as files: to print, and the two that openssl checks (docs/receipts.md). */
@ApiTags('Me')
@ApiParam({ name: 'personId', description: 'Insured person, `me` for oneself', example: 'me' })
@PersonAccess({ devices: true })
@Controller('api/v1/insured-persons/:personId/documents/:docId')
export class ReceiptsController {
  constructor(
    private readonly printReceipt: PrintReceipt,
    private readonly submissions: ReadSubmissions,
  ) {}

  @Get('receipt.pdf')
  @ApiOperation({ operationId: 'downloadReceipt', summary: 'The receipt as PDF (PDF/UA-1)' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems({ 404: 'not-found' })
  async pdf(
    @CurrentPerson() person: PersonScope,
    @Param('docId') id: string,
    @Query() query: ReceiptQuery,
    @RequestLanguage() preferred: Language,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { pdf, number } = await this.printReceipt.execute(person, id, query.language ?? preferred);
    await sendFile(reply, { name: `${number}.pdf`, type: 'application/pdf', content: pdf });
  }

  @Get('receipt.json')
  @ApiOperation({ operationId: 'downloadReceiptText', summary: 'What was signed, byte for byte (RFC 8785)' })
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems({ 404: 'not-found' })
  async text(
    @CurrentPerson() person: PersonScope,
    @Param('docId') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { number, receiptText } = await this.submissions.one(person, id);
    await sendFile(reply, { name: `${number}.json`, type: 'application/json', content: Buffer.from(receiptText) });
  }

  @Get('receipt.sig')
  @ApiOperation({ operationId: 'downloadReceiptSignature', summary: 'Its Ed25519 signature, 64 bytes' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems({ 404: 'not-found' })
  async signature(
    @CurrentPerson() person: PersonScope,
    @Param('docId') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { number, receiptSignature } = await this.submissions.one(person, id);
    await sendFile(reply, { name: `${number}.sig`, type: 'application/octet-stream', content: receiptSignature });
  }
}

async function sendFile(reply: FastifyReply, file: { name: string; type: string; content: Buffer }): Promise<void> {
  await reply
    .header('content-type', file.type)
    .header('content-disposition', `attachment; filename="${file.name}"`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'private, no-store')
    .send(file.content);
}
