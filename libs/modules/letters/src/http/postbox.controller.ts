import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { sendDocument } from '@of/documents';
import { ApiProblems, CurrentPerson, PersonAccess, type PersonScope } from '@of/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { CountUnreadPost } from '../application/count-unread-post.query';
import { ListPostbox } from '../application/list-postbox.query';
import { MarkPostboxItem } from '../application/mark-postbox-item';
import { OpenPostContent } from '../application/open-post-content';
import { OpenPostboxItem } from '../application/open-postbox-item';
import { SetPostPrivacy } from '../application/set-post-privacy';
import {
  OpenedPostResponse,
  PostboxQuery,
  PostboxResponse,
  PostPrivacyRequest,
  UnreadPostResponse,
} from './dto/postbox.dto';
import { presentItem, presentOpened } from './postbox.presenter';
import { viewOf } from './postbox-view';

/** What the insurer sent to a person: to oneself, or to a child. */
@ApiTags('Insured persons')
@ApiParam({ name: 'personId', description: 'An id, or `me`', example: 'me' })
@ApiProblems({ 401: 'not-authenticated', 404: 'not-found' })
@Controller('api/v1/insured-persons/:personId/postbox')
export class PostboxController {
  constructor(
    private readonly listPostbox: ListPostbox,
    private readonly countUnread: CountUnreadPost,
    private readonly openItem: OpenPostboxItem,
    private readonly openContent: OpenPostContent,
    private readonly markItem: MarkPostboxItem,
    private readonly setPrivacy: SetPostPrivacy,
  ) {}

  @Get()
  @PersonAccess({ level: 'full', devices: true })
  @ApiOperation({ operationId: 'listPostbox', summary: 'What the insurer sent, newest first; searchable' })
  @ApiOkResponse({ type: PostboxResponse })
  @ApiProblems({ 403: 'second-factor-required', 422: 'validation-failed' })
  async list(
    @CurrentPerson() person: PersonScope,
    @Query() { limit = 25, unread, ...search }: PostboxQuery,
  ): Promise<PostboxResponse> {
    const { items, nextCursor } = await this.listPostbox.execute(viewOf(person), {
      ...search,
      isUnread: unread,
      limit,
    });
    return { items: items.map(presentItem), nextCursor };
  }

  @Get('unread')
  @PersonAccess({ devices: true, touches: false })
  @ApiOperation({
    operationId: 'countUnreadPost',
    summary: 'How many items I have not read; also without second factor',
  })
  @ApiOkResponse({ type: UnreadPostResponse })
  async unread(@CurrentPerson() person: PersonScope): Promise<UnreadPostResponse> {
    return { count: await this.countUnread.execute(viewOf(person)) };
  }

  @Get(':itemId')
  @PersonAccess({ level: 'full', devices: true })
  @ApiOperation({ operationId: 'openPostboxItem', summary: 'One item with its text; that it was opened is kept' })
  @ApiOkResponse({ type: OpenedPostResponse })
  @ApiProblems({ 403: 'second-factor-required' })
  async open(@CurrentPerson() person: PersonScope, @Param('itemId') itemId: string): Promise<OpenedPostResponse> {
    return presentOpened(await this.openItem.execute(viewOf(person), itemId));
  }

  @Get(':itemId/content')
  @PersonAccess({ level: 'full', devices: true })
  @ApiOperation({ operationId: 'getPostboxContent', summary: 'The item as PDF' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems({ 403: 'second-factor-required', 409: 'document-not-ready' })
  async content(
    @CurrentPerson() person: PersonScope,
    @Param('itemId') itemId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDocument(reply, await this.openContent.execute(viewOf(person), itemId), request);
  }

  @Post(':itemId/read')
  @HttpCode(204)
  @PersonAccess({ level: 'full', devices: true })
  @ApiOperation({ operationId: 'markPostRead', summary: 'I have read it' })
  @ApiNoContentResponse()
  @ApiProblems({ 403: 'second-factor-required' })
  read(@CurrentPerson() person: PersonScope, @Param('itemId') itemId: string): Promise<void> {
    return this.markItem.execute(viewOf(person), itemId, true);
  }

  @Post(':itemId/unread')
  @HttpCode(204)
  @PersonAccess({ level: 'full', devices: true })
  @ApiOperation({ operationId: 'markPostUnread', summary: 'Show it as unread again' })
  @ApiNoContentResponse()
  @ApiProblems({ 403: 'second-factor-required' })
  markUnread(@CurrentPerson() person: PersonScope, @Param('itemId') itemId: string): Promise<void> {
    return this.markItem.execute(viewOf(person), itemId, false);
  }

  @Put(':itemId/privacy')
  @HttpCode(204)
  @PersonAccess({ level: 'full', devices: true })
  @ApiOperation({ operationId: 'setPostPrivacy', summary: 'Keep an item from those who may act for me, or not' })
  @ApiNoContentResponse()
  @ApiProblems({ 403: 'postbox-privacy-own' })
  privacy(
    @CurrentPerson() person: PersonScope,
    @Param('itemId') itemId: string,
    @Body() { isPrivate }: PostPrivacyRequest,
  ): Promise<void> {
    return this.setPrivacy.execute(viewOf(person), itemId, isPrivate);
  }
}
