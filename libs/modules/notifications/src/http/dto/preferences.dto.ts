import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  ValidateNested,
} from 'class-validator';
import { noticeKinds, type NoticeKind } from '../../domain/notice-channels';

const languages = ['de', 'en'] as const;
const kindText =
  '`security`: the safety of the account; `cover`: the access that ends and comes back with cover; `documents`: what became of submitted documents; `postbox`: new post; `decision`: new post with a decision among it';

export class ChannelChoiceResponse {
  @ApiProperty({ example: true }) isOn: boolean;
  @ApiProperty({ description: 'It cannot be switched', example: false }) isFixed: boolean;
}

export class ChannelChoicesResponse {
  @ApiProperty({ type: ChannelChoiceResponse }) email: ChannelChoiceResponse;
  @ApiProperty({ type: ChannelChoiceResponse, description: 'To the confirmed mobile number' })
  sms: ChannelChoiceResponse;

  @ApiProperty({
    type: ChannelChoiceResponse,
    description: 'A hint without content on devices that have hints switched on; it comes beside the others',
  })
  push: ChannelChoiceResponse;
}

export class NoticePreferenceResponse {
  @ApiProperty({ enum: noticeKinds, description: kindText, example: 'security' }) kind: NoticeKind;
  @ApiProperty({ type: ChannelChoicesResponse }) channels: ChannelChoicesResponse;
}

export class PreferencesResponse {
  @ApiProperty({ enum: languages, description: 'Of letters, mails, text messages and approvals', example: 'de' })
  language: (typeof languages)[number];

  @ApiProperty({ type: [NoticePreferenceResponse] }) notices: NoticePreferenceResponse[];
}

export class ChannelSwitchesRequest {
  @ApiProperty({ example: true }) @IsBoolean() email: boolean;
  @ApiProperty({ example: true }) @IsBoolean() sms: boolean;
  @ApiProperty({ example: false }) @IsBoolean() push: boolean;
}

export class NoticePreferenceRequest {
  @ApiProperty({ enum: noticeKinds, description: kindText, example: 'security' })
  @IsIn(noticeKinds)
  kind: NoticeKind;

  @ApiProperty({ type: ChannelSwitchesRequest, description: 'A channel that is fixed must be sent as it is' })
  @IsObject()
  @ValidateNested()
  @Type(() => ChannelSwitchesRequest)
  channels: ChannelSwitchesRequest;
}

export class ChangePreferencesRequest {
  @ApiProperty({ enum: languages, example: 'de' })
  @IsIn(languages)
  language: (typeof languages)[number];

  @ApiProperty({
    type: [NoticePreferenceRequest],
    description: 'Every kind once',
    minItems: noticeKinds.length,
    maxItems: noticeKinds.length,
  })
  @IsArray()
  @ArrayMinSize(noticeKinds.length)
  @ArrayMaxSize(noticeKinds.length)
  @ArrayUnique((notice: NoticePreferenceRequest | null) => notice?.kind)
  @ValidateNested({ each: true })
  @Type(() => NoticePreferenceRequest)
  notices: NoticePreferenceRequest[];
}
