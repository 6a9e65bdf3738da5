import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { DomainError } from '@of/kernel';
import { ApiProblems, LimitPerAddress, PublicAccess } from '@of/platform';
import { type FastifyReply } from 'fastify';
import { ListReceiptKeys } from '../application/list-receipt-keys.query';
import { ReceiptKeysResponse } from './dto/receipt-keys.dto';

/** For whoever checks a receipt without us, also years later. */
@ApiTags('Public')
@PublicAccess()
@Controller('api/v1/receipt-keys')
export class ReceiptKeysController {
  constructor(private readonly keys: ListReceiptKeys) {}

  @Get()
  @LimitPerAddress({ name: 'verifications', points: 30, windowSeconds: 60 })
  @Header('cache-control', 'public, max-age=3600')
  @ApiOperation({ operationId: 'listReceiptKeys', summary: 'Public keys that receipts are signed with, today’s first' })
  @ApiOkResponse({ type: ReceiptKeysResponse })
  async list(): Promise<ReceiptKeysResponse> {
    const keys = await this.keys.execute();
    return {
      items: keys.map(({ keyId, pem, isCurrent }) => ({
        keyId,
        algorithm: 'Ed25519',
        publicKey: pem,
        current: isCurrent,
      })),
    };
  }

  @Get(':keyId/public.pem')
  @LimitPerAddress({ name: 'verifications', points: 30, windowSeconds: 60 })
  @ApiOperation({ operationId: 'downloadReceiptKey', summary: 'One of them as a file for openssl' })
  @ApiProduces('application/x-pem-file')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems({ 404: 'not-found' })
  async pem(@Param('keyId') keyId: string, @Res() reply: FastifyReply): Promise<void> {
    const found = (await this.keys.execute()).find((key) => key.keyId === keyId);
    if (!found) throw new DomainError('not-found', 'not-found');
    await reply
      .header('content-type', 'application/x-pem-file')
      .header('content-disposition', 'attachment; filename="receipt-key.pem"')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('cache-control', 'public, max-age=3600')
      .send(found.pem);
  }
}
