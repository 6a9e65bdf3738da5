import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LimitPerAddress, PublicAccess } from '@of/platform';
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
}
