import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';

const p256dh = 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM';

export class PushKeysRequest {
  @ApiProperty({ description: 'Public key of the browser, base64url', pattern: '^[A-Za-z0-9_-]{87}$', example: p256dh })
  @Matches(/^[A-Za-z0-9_-]{87}$/)
  p256dh: string;

  @ApiProperty({
    description: 'Shared secret, base64url',
    pattern: '^[A-Za-z0-9_-]{22}$',
    example: 'tBHItJI5svbpez7KI4CCXg',
  })
  @Matches(/^[A-Za-z0-9_-]{22}$/)
  auth: string;
}

/** What `PushSubscription.toJSON()` of a browser gives. */
export class PushSubscriptionRequest {
  @ApiProperty({
    description: 'Address at the push service: https, on the public internet',
    format: 'uri',
    maxLength: 2000,
    example: 'https://updates.push.services.mozilla.com/wpush/v2/gAAAAABh',
  })
  @IsString()
  @MaxLength(2000)
  endpoint: string;

  @ApiProperty({
    type: Number,
    required: false,
    nullable: true,
    description: 'When it ends, in milliseconds since 1970; most browsers say null',
    minimum: 0,
    maximum: 8_640_000_000_000,
    example: null,
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(8_640_000_000_000)
  expirationTime?: number | null;

  @ApiProperty({ type: PushKeysRequest })
  @IsObject()
  @ValidateNested()
  @Type(() => PushKeysRequest)
  keys: PushKeysRequest;
}

export class PushStateResponse {
  @ApiProperty({ description: 'Whether this device gets hints', example: true }) isOn: boolean;

  @ApiProperty({
    description: 'VAPID key, for `applicationServerKey` when the browser subscribes; base64url',
    example: p256dh,
  })
  publicKey: string;
}
