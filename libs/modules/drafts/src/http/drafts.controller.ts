import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentPerson, PersonAccess, type PersonScope } from '@of/platform';
import { type FastifyReply } from 'fastify';
import { DeleteDraft } from '../application/delete-draft';
import { ListDrafts } from '../application/list-drafts.query';
import { ReadDraft } from '../application/read-draft.query';
import { SaveDraft } from '../application/save-draft';
import { readExpectation, type DraftKey } from '../domain/draft';
import { draftNotFound } from '../domain/draft.errors';
import { draftForms, parseForm } from '../domain/forms';
import { presentMetadata, presentSummary } from './draft.presenter';
import { DraftResponse, DraftsResponse, SaveDraftRequest } from './dto/drafts.dto';

const formParam = { name: 'form', enum: draftForms } as const;

function keyOf({ accountId, subject }: PersonScope, input: string): DraftKey {
  const form = parseForm(input);
  if (!form) throw draftNotFound();
  return { accountId, subject, form };
}

/**
 * What somebody has begun and not sent yet. A draft belongs to the account that wrote it and to one person: nobody else sees
 * it, not even the person it is about.
 */
@ApiTags('Insured persons')
@ApiParam({ name: 'personId', description: '`me`, my own id or the id of a child' })
@PersonAccess({ devices: true })
@Controller('api/v1/insured-persons/:personId/drafts')
export class DraftsController {
  constructor(
    private readonly listDrafts: ListDrafts,
    private readonly readDraft: ReadDraft,
    private readonly saveDraft: SaveDraft,
    private readonly deleteDraft: DeleteDraft,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listDrafts', summary: 'What I have begun for this person, newest first' })
  @ApiOkResponse({ type: DraftsResponse })
  @ApiProblems({ 404: 'not-found' })
  async list(@CurrentPerson() { accountId, subject }: PersonScope): Promise<DraftsResponse> {
    const drafts = await this.listDrafts.execute({ accountId, subject });
    return { items: drafts.map(presentSummary), nextCursor: null };
  }

  @Get(':form')
  @ApiOperation({ operationId: 'getDraft', summary: 'A draft with what was typed' })
  @ApiParam(formParam)
  @ApiOkResponse({
    type: DraftResponse,
    headers: { ETag: { schema: { type: 'string' }, description: 'Its revision' } },
  })
  @ApiProblems({ 404: 'not-found' })
  async read(
    @CurrentPerson() person: PersonScope,
    @Param('form') form: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftResponse> {
    const key = keyOf(person, form);
    const { formData, ...metadata } = await this.readDraft.execute(key);
    reply.header('etag', `"${metadata.revision}"`);
    return { form: key.form, formData, metadata: presentMetadata(metadata) };
  }

  // Saved by the page itself, too, shortly before a session ends: that is no use of the session.
  @Put(':form')
  @PersonAccess({ devices: true, touches: false })
  @ApiOperation({
    operationId: 'saveDraft',
    summary: 'Save what was typed so far',
    description:
      'With `If-Match` (the `ETag` that was read) or `If-None-Match: *` (there was none) nothing is overwritten that another device has saved meanwhile: 409. Without them the last one wins.',
  })
  @ApiParam(formParam)
  @ApiHeader({ name: 'If-Match', required: false, example: '"3"' })
  @ApiHeader({ name: 'If-None-Match', required: false, example: '*' })
  @ApiOkResponse({
    type: DraftResponse,
    headers: { ETag: { schema: { type: 'string' }, description: 'Its revision' } },
  })
  @ApiProblems({ 404: 'not-found', 409: 'draft-changed', 413: 'payload-too-large', 422: 'validation-failed' })
  async save(
    @CurrentPerson() person: PersonScope,
    @Param('form') form: string,
    @Headers() headers: Record<string, string | undefined>,
    @Body() { formData, metadata: { version, returnUrl } }: SaveDraftRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftResponse> {
    const key = keyOf(person, form);
    const expected = readExpectation(headers['if-match'], headers['if-none-match']);
    const saved = await this.saveDraft.execute(key, { formData, version, returnUrl, expected });
    reply.header('etag', `"${saved.revision}"`);
    return { form: key.form, formData, metadata: presentMetadata(saved) };
  }

  @Delete(':form')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteDraft', summary: 'Throw a draft away; none there is no fault' })
  @ApiParam(formParam)
  @ApiNoContentResponse()
  @ApiProblems({ 404: 'not-found' })
  async delete(@CurrentPerson() person: PersonScope, @Param('form') form: string): Promise<void> {
    await this.deleteDraft.execute(keyOf(person, form));
  }
}
