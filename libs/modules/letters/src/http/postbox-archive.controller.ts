import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentPerson, PersonAccess, type PersonScope } from '@of/platform';
import { type FastifyReply } from 'fastify';
import { PackPostbox } from '../application/pack-postbox';
import { viewOf } from './postbox-view';

/** All of a person's post in one file. */
@ApiTags('Insured persons')
@ApiParam({ name: 'personId', description: 'An id, or `me`', example: 'me' })
@Controller('api/v1/insured-persons/:personId/postbox.zip')
export class PostboxArchiveController {
  constructor(private readonly packPostbox: PackPostbox) {}

  @Get()
  @PersonAccess({ level: 'full' })
  @ApiOperation({ operationId: 'downloadPostbox', summary: 'Every item as PDF, as ZIP' })
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems({
    401: 'not-authenticated',
    403: 'second-factor-required',
    404: 'not-found',
    429: 'too-many-requests',
  })
  async download(@CurrentPerson() person: PersonScope, @Res() reply: FastifyReply): Promise<void> {
    const zip = await this.packPostbox.execute(viewOf(person));
    await reply
      .header('content-type', 'application/zip')
      .header('content-disposition', 'attachment; filename="postfach.zip"')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(zip);
  }
}
