import { Controller, Delete, Get, Head, Options, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AccountAccess,
  ApiProblems,
  AppConfig,
  CurrentActing,
  RequestLanguage,
  type Acting,
  type Language,
} from '@of/platform';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { FindUpload } from '../application/find-upload.query';
import { ListUploads } from '../application/list-uploads.query';
import { UploadLimitsResponse, UploadResponse, UploadsResponse } from './dto/upload.response';
import { TusEndpoint } from './tus/tus-endpoint';
import { presentLimits, presentUpload } from './upload.presenter';

/** tus 1.0 (https://tus.io/protocols/resumable-upload); every call is one account's, in the portal and in the companion. */
@ApiTags('Me')
@AccountAccess({ devices: true })
@Controller('api/v1/uploads')
export class UploadsController {
  constructor(
    private readonly tus: TusEndpoint,
    private readonly findUpload: FindUpload,
    private readonly listUploads: ListUploads,
    private readonly config: AppConfig,
    adapter: HttpAdapterHost,
  ) {
    const server = adapter.httpAdapter.getInstance<FastifyInstance>();
    // The body is no value but a stream, which goes to the store as it comes in.
    server.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  }

  @Options(['', ':uploadId'])
  @ApiExcludeEndpoint()
  options(@CurrentActing() acting: Acting, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.tus.answer(request, reply, acting);
  }

  @Post()
  @ApiOperation({
    operationId: 'startUpload',
    summary: 'Start an upload (tus 1.0, creation)',
    description: 'Headers `Tus-Resumable`, `Upload-Length`, `Upload-Metadata: filename <base64>`; answers `Location`.',
  })
  @ApiProblems({
    401: 'not-authenticated',
    413: 'file-too-large, storage-full',
    422: 'file-empty',
    429: 'too-many-requests',
  })
  start(@CurrentActing() acting: Acting, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.tus.answer(request, reply, acting);
  }

  // Before `get`: Fastify would make a HEAD route of its own out of that one.
  @Head(':uploadId')
  @ApiExcludeEndpoint()
  offset(@CurrentActing() acting: Acting, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.tus.answer(request, reply, acting);
  }

  @Patch(':uploadId')
  @ApiOperation({
    operationId: 'continueUpload',
    summary: 'Send the next bytes of an upload (tus 1.0, checksum)',
    description:
      'Headers `Tus-Resumable`, `Upload-Offset`, `Content-Type: application/offset+octet-stream`, optional ' +
      '`Upload-Checksum`. The answer to the last bytes says whether the file is accepted.',
  })
  @ApiProblems({
    401: 'not-authenticated',
    404: 'not-found',
    409: 'upload-offset-mismatch, upload-checksum-mismatch',
    422: 'file-type-not-allowed, file-broken, file-too-complex, image-too-large, pdf-active-content, pdf-encrypted, too-many-pages',
  })
  continue(@CurrentActing() acting: Acting, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.tus.answer(request, reply, acting);
  }

  @Delete(':uploadId')
  @ApiOperation({ operationId: 'dropUpload', summary: 'Forget an upload of mine (tus 1.0, termination)' })
  @ApiProblems({ 401: 'not-authenticated', 404: 'not-found' })
  drop(@CurrentActing() acting: Acting, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.tus.answer(request, reply, acting);
  }

  @Get()
  @ApiOperation({ operationId: 'listUploads', summary: 'Uploads of mine that have not been sent, oldest first' })
  @ApiOkResponse({ type: UploadsResponse })
  @ApiProblems({ 401: 'not-authenticated' })
  async list(@CurrentActing() { accountId }: Acting, @RequestLanguage() language: Language): Promise<UploadsResponse> {
    const items = await this.listUploads.execute(accountId);
    return { items: items.map((upload) => presentUpload(upload, language)), nextCursor: null };
  }

  @Get('limits')
  @ApiOperation({ operationId: 'getUploadLimits', summary: 'What may be uploaded' })
  @ApiOkResponse({ type: UploadLimitsResponse })
  @ApiProblems({ 401: 'not-authenticated' })
  limits(): UploadLimitsResponse {
    return presentLimits(this.config.CLAMD_URL !== undefined);
  }

  @Get(':uploadId')
  @ApiOperation({ operationId: 'getUpload', summary: 'How far an upload of mine is, and why it was not accepted' })
  @ApiOkResponse({ type: UploadResponse })
  @ApiProblems({ 401: 'not-authenticated', 404: 'not-found' })
  async get(
    @CurrentActing() { accountId }: Acting,
    @Param('uploadId') uploadId: string,
    @RequestLanguage() language: Language,
  ): Promise<UploadResponse> {
    return presentUpload(await this.findUpload.execute(accountId, uploadId), language);
  }
}
