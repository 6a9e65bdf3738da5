import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

const languages = ['de', 'en'] as const;

export class ReceiptQuery {
  @ApiProperty({
    required: false,
    enum: languages,
    description: 'Language of the paper; that of Accept-Language when missing',
    example: 'de',
  })
  @IsOptional()
  @IsIn(languages)
  language?: (typeof languages)[number];
}
