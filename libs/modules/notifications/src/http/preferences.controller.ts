import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentMember, MemberAccess, type SessionActor } from '@of/platform';
import { ChangePreferences } from '../application/change-preferences';
import { ReadPreferences } from '../application/read-preferences.query';
import { noticeChannels, noticeKinds } from '../domain/notice-channels';
import { ChangePreferencesRequest, PreferencesResponse } from './dto/preferences.dto';

/** How a member wants to be written to. */
@ApiTags('Me')
@Controller('api/v1/me/preferences')
export class PreferencesController {
  constructor(
    private readonly readPreferences: ReadPreferences,
    private readonly changePreferences: ChangePreferences,
  ) {}

  @Get()
  @MemberAccess()
  @ApiOperation({ operationId: 'getPreferences', summary: 'Language, and which notices come over which channel' })
  @ApiOkResponse({ type: PreferencesResponse })
  read(@CurrentMember() actor: SessionActor): Promise<PreferencesResponse> {
    return this.present(actor);
  }

  @Put()
  @MemberAccess()
  @ApiOperation({ operationId: 'changePreferences', summary: 'Choose language and channels; replaces all choices' })
  @ApiOkResponse({ type: PreferencesResponse })
  @ApiProblems({ 422: 'validation-failed with channel-fixed' })
  async put(
    @CurrentMember() actor: SessionActor,
    @Body() { language, notices }: ChangePreferencesRequest,
  ): Promise<PreferencesResponse> {
    const choices = notices.flatMap(({ kind, channels }, index) =>
      noticeChannels.map((channel) => ({
        kind,
        channel,
        isOn: channels[channel],
        pointer: `/notices/${index}/channels/${channel}`,
      })),
    );
    await this.changePreferences.execute(actor, { language, choices });
    return this.present(actor);
  }

  private async present({ accountId }: SessionActor): Promise<PreferencesResponse> {
    const { language, choices } = await this.readPreferences.execute(accountId);
    return { language, notices: noticeKinds.map((kind) => ({ kind, channels: choices[kind] })) };
  }
}
